// SPDX-FileCopyrightText: Teate contributors
// SPDX-License-Identifier: Apache-2.0
package org.teate.connectors.welfare.next;

import java.util.List;
import java.util.Map;
import org.teate.ports.migration.SetPart;

/** Parts of sets of a small invented town: one ledger, a mother and two children. */
final class Sets {

    static final String MIGRATION = "20261124-01";
    static final String MOTHER = Told.RECIPIENT;
    static final String CHILD = "000000000012346";
    static final String GROWN = "000000000012347";
    static final String HOUSEHOLD = "000000000000777";
    /** Beyond U+FFFF, with a variation selector, and two that only the old system's extension has. */
    static final String NAME = "𠮷田　葛\uDB40\uDD00子髙﨑";

    private Sets() {}

    static SetPart part(String set, List<String> items, List<String> keys, List<List<String>> rows) {
        return part(set, items, keys, rows, Map.of());
    }

    static SetPart part(
            String set, List<String> items, List<String> keys, List<List<String>> rows, Map<String, Long> totals) {
        return new SetPart(MIGRATION, set, 1, true, items, keys, rows, totals, set.equals("M02"));
    }

    static SetPart addressees() {
        return part(
                "M01",
                List.of("addresseeNumber", "residentKind", "nameKana", "nameStd", "birthDate"),
                List.of("addresseeNumber"),
                List.of(
                        List.of(MOTHER, "1", "ヨシダ　カズコ", NAME, "19900101"),
                        List.of(CHILD, "1", "ヨシダ　ハナ", "𠮷田　花", "20200502"),
                        List.of(GROWN, "2", "ヨシダ　タロウ", "𠮷田　\"太\"郎", "20060000")),
                Map.of("count.residentKind.1", 2L, "count.residentKind.2", 1L));
    }

    static SetPart numbers() {
        return part(
                "M02",
                List.of("addresseeNumber", "individualNumber", "validFrom"),
                List.of("addresseeNumber"),
                List.of(List.of(MOTHER, "990000000018", "20151005")));
    }

    static SetPart households() {
        return part(
                "M03",
                List.of("householdNumber", "addresseeNumber", "relationCode", "validTo"),
                List.of("householdNumber", "addresseeNumber"),
                List.of(
                        List.of(HOUSEHOLD, MOTHER, "02", ""),
                        List.of(HOUSEHOLD, CHILD, "20", ""),
                        List.of(HOUSEHOLD, GROWN, "20", "")));
    }

    static SetPart ledgers() {
        return ledgers("35", "01");
    }

    static SetPart ledgers(String status, String hold) {
        return part(
                "M05",
                List.of(
                        "ledgerNumber",
                        "addresseeNumber",
                        "statusCode",
                        "holdCode",
                        "benefitStartMonth",
                        "benefitEndMonth",
                        "reasonCode"),
                List.of("ledgerNumber"),
                List.of(List.of(Told.LEDGER, MOTHER, status, hold, "202006", "", "")),
                Map.of("count.statusCode." + status, 1L));
    }

    static SetPart history() {
        return part(
                "M06",
                List.of("ledgerNumber", "seq", "eventKind"),
                List.of("ledgerNumber", "seq"),
                List.of(List.of(Told.LEDGER, "1", "1"), List.of(Told.LEDGER, "2", "2")));
    }

    static SetPart children() {
        return part(
                "M07",
                List.of("ledgerNumber", "childAddresseeNumber", "ageClass", "fromMonth", "toMonth", "monthlyAmount"),
                List.of("ledgerNumber", "childAddresseeNumber", "fromMonth"),
                List.of(
                        List.of(Told.LEDGER, CHILD, "1", "202410", "202505", "15000"),
                        List.of(Told.LEDGER, CHILD, "2", "202506", "", "10000"),
                        List.of(Told.LEDGER, GROWN, "5", "202410", "", "0")),
                Map.of("sum.monthlyAmount", 25_000L));
    }

    static SetPart incomes() {
        return part(
                "M08",
                List.of("addresseeNumber", "taxYear", "version", "judgedIncome"),
                List.of("addresseeNumber", "taxYear", "version"),
                List.of(List.of(MOTHER, "2025", "1", "3120000"), List.of(MOTHER, "2026", "1", "3200000")));
    }

    static SetPart accounts() {
        return part(
                "M10",
                List.of(
                        "ledgerNumber",
                        "seq",
                        "bankCode",
                        "branchCode",
                        "accountType",
                        "accountNumber",
                        "holderKana",
                        "statusCode"),
                List.of("ledgerNumber", "seq"),
                List.of(List.of(Told.LEDGER, "1", "0146", "101", "1", "9000001", "ﾖｼﾀﾞ ｶｽﾞｺ", "1")));
    }

    static SetPart payments() {
        return part(
                "M11",
                List.of("ledgerNumber", "benefitPeriod", "seq", "toMonth", "paidAmount", "statusCode"),
                List.of("ledgerNumber", "benefitPeriod", "seq"),
                List.of(
                        List.of(Told.LEDGER, "202608", "1", "202607", "20000", "40"),
                        List.of(Told.LEDGER, "202610", "1", "202609", "20000", "50")),
                Map.of("sum.paidAmount", 40_000L));
    }

    static List<SetPart> all() {
        return List.of(
                addressees(),
                numbers(),
                households(),
                ledgers(),
                history(),
                children(),
                incomes(),
                accounts(),
                payments());
    }
}
