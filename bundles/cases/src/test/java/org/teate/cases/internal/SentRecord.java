// SPDX-FileCopyrightText: Teate contributors
// SPDX-License-Identifier: Apache-2.0
package org.teate.cases.internal;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.teate.ports.FeedRecord;

/** A record of a migration set as it is sent, with values that are right until a test says otherwise. */
final class SentRecord {

    private final Map<String, String> values;

    private SentRecord(Map<String, String> values) {
        this.values = values;
    }

    /** A page of the ledger: paid since May 2025, without a spouse. */
    static SentRecord page(String ledger, String recipient) {
        return of(
                "ledgerNumber",
                ledger,
                "certificateNumber",
                "N" + ledger,
                "addresseeNumber",
                recipient,
                "recipientKind",
                "1",
                "spouseAddresseeNumber",
                "",
                "spouseOccupationCode",
                "",
                "hasSpouse",
                "0",
                "paymentMethod",
                "1",
                "specialBenefitFlag",
                "0",
                "foreignerFlag",
                "0",
                "pensionClass",
                "2",
                "insurerKind",
                "10",
                "employmentClass",
                "1",
                "employerName",
                "試験株式会社",
                "employerPhone",
                "",
                "insuranceSymbolNumber",
                "",
                "decisionProcessedOn",
                "20250425",
                "claimedOn",
                "20250410",
                "claimProcessedOn",
                "20250424",
                "decidedOn",
                "20250424",
                "endedOn",
                "",
                "receiptConfirmedOn",
                "20250410",
                "eventDate",
                "20250402",
                "reasonCode",
                "",
                "benefitStartMonth",
                "202505",
                "benefitEndMonth",
                "",
                "statusCode",
                "30",
                "lastReportFiscalYear",
                "",
                "holdCode",
                "00",
                "holdFromMonth",
                "",
                "donationFlag",
                "0",
                "specialCollectionFlag",
                "0",
                "collectionFlag",
                "0");
    }

    /** A child in care since May 2025. */
    static SentRecord child(String ledger, String child, String born) {
        return of(
                "ledgerNumber",
                ledger,
                "childAddresseeNumber",
                child,
                "childBirthDate",
                born.replace("-", ""),
                "relationCode",
                "1",
                "liveTogether",
                "1",
                "custody",
                "1",
                "livelihoodCode",
                "1",
                "birthOrder",
                "1",
                "ageClass",
                "2",
                "countedSibling",
                "0",
                "fromMonth",
                "202505",
                "toMonth",
                "",
                "endReason",
                "",
                "monthlyAmount",
                "10000",
                "facilityId",
                "",
                "months",
                "19");
    }

    /** The certification of a ledger. */
    static SentRecord certification(String ledger) {
        return of(
                "ledgerNumber",
                ledger,
                "seq",
                "1",
                "eventKind",
                "1",
                "revisionKind",
                "",
                "eventDate",
                "20250402",
                "claimedOn",
                "20250410",
                "decidedOn",
                "20250424",
                "startMonth",
                "202505",
                "beforeAmount",
                "",
                "afterAmount",
                "15000",
                "beforeChildren",
                "",
                "afterChildren",
                "1",
                "reasonCode",
                "");
    }

    static SentRecord income(String ledger, String person) {
        return of(
                "ledgerNumber",
                ledger,
                "addresseeNumber",
                person,
                "role",
                "1",
                "taxYear",
                "2025",
                "version",
                "1",
                "totalIncome",
                "5200000",
                "deductions",
                "80000",
                "judgedIncome",
                "5120000",
                "limitClass",
                "0",
                "judgedOn",
                "20250601",
                "source",
                "1");
    }

    static SentRecord report(String ledger) {
        return of(
                "ledgerNumber",
                ledger,
                "fiscalYear",
                "2026",
                "statusCode",
                "3",
                "reportDue",
                "20260630",
                "submittedOn",
                "20260612");
    }

    /** This record with another value. */
    SentRecord with(String item, String value) {
        Map<String, String> changed = new LinkedHashMap<>(values);
        if (changed.put(item, value) == null) {
            throw new IllegalArgumentException("The record has no item " + item);
        }
        return new SentRecord(changed);
    }

    FeedRecord record() {
        Map<String, Integer> positions = new HashMap<>();
        values.keySet().forEach(item -> positions.put(item, positions.size()));
        return new FeedRecord(1, positions, new ArrayList<>(values.values()));
    }

    static List<FeedRecord> records(SentRecord... records) {
        return List.of(records).stream().map(SentRecord::record).toList();
    }

    private static SentRecord of(String... pairs) {
        Map<String, String> values = new LinkedHashMap<>();
        for (int i = 0; i < pairs.length; i += 2) {
            values.put(pairs[i], pairs[i + 1]);
        }
        return new SentRecord(values);
    }
}
