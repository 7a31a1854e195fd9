// SPDX-FileCopyrightText: Teate contributors
// SPDX-License-Identifier: Apache-2.0
package org.teate.counterparts.welfare.current;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.teate.counterparts.town.Layout;

/** Keeps of the migration sets what this system itself goes on working with. Not thread-safe. */
final class HandOver implements Rows {

    private final Map<String, Map<String, String>> persons = new HashMap<>();
    private final Map<String, String> householdOf = new HashMap<>();
    private final Map<String, List<Map<String, String>>> households = new HashMap<>();
    private final Map<String, Holding> ledgers = new TreeMap<>();
    private final Map<String, List<Inhabitant.Income>> incomes = new HashMap<>();
    private final Map<String, Inhabitant.Holder> accounts = new HashMap<>();

    @Override
    public void add(Layout layout, String... values) {
        Map<String, String> row = new HashMap<>();
        for (int i = 0; i < values.length; i++) {
            row.put(layout.items().get(i), values[i]);
        }
        switch (layout.id()) {
            case "M01" -> persons.put(row.get("addresseeNumber"), row);
            case "M03" -> household(row);
            case "M05" -> ledgers.put(row.get("ledgerNumber"), holding(row));
            case "M07" -> child(row);
            case "M08" -> incomes.computeIfAbsent(row.get("addresseeNumber"), key -> new ArrayList<>())
                    .add(new Inhabitant.Income(row.get("taxYear"), Long.parseLong(row.get("judgedIncome"))));
            case "M10" -> account(row);
            case "M11" -> payment(row);
            default -> {
                // the other sets hold what this system does not need to answer
            }
        }
    }

    private void household(Map<String, String> row) {
        householdOf.put(row.get("addresseeNumber"), row.get("householdNumber"));
        households
                .computeIfAbsent(row.get("householdNumber"), key -> new ArrayList<>())
                .add(row);
    }

    private static Holding holding(Map<String, String> row) {
        String status = row.get("statusCode");
        String hold = row.get("holdCode").equals("00") ? "" : row.get("holdCode");
        String reason = status.equals(Holding.ENDED) ? row.get("reasonCode") : hold;
        return new Holding(
                row.get("ledgerNumber"),
                row.get("addresseeNumber"),
                status,
                row.get("benefitStartMonth"),
                row.get("benefitEndMonth"),
                reason,
                0,
                0,
                "",
                "");
    }

    /** The row that still holds has no last month; a grown child only counts. */
    private void child(Map<String, String> row) {
        if (row.get("toMonth").isEmpty()) {
            int paid = row.get("ageClass").equals("5") ? 0 : 1;
            ledgers.computeIfPresent(
                    row.get("ledgerNumber"),
                    (number, ledger) -> ledger.hasEnded()
                            ? ledger
                            : ledger.revised(
                                    ledger.monthly() + Long.parseLong(row.get("monthlyAmount")),
                                    ledger.children() + paid,
                                    ""));
        }
    }

    private void account(Map<String, String> row) {
        if (row.get("statusCode").equals("1")) {
            accounts.put(
                    ledgers.get(row.get("ledgerNumber")).recipient(),
                    new Inhabitant.Holder(
                            row.get("bankCode"),
                            row.get("branchCode"),
                            row.get("accountType"),
                            row.get("accountNumber"),
                            row.get("holderKana")));
        }
    }

    private void payment(Map<String, String> row) {
        if (row.get("statusCode").equals(Payment.PAID)) {
            ledgers.computeIfPresent(row.get("ledgerNumber"), (number, ledger) -> ledger.paid(row.get("toMonth")));
        }
    }

    Map<String, Holding> ledgers() {
        return ledgers;
    }

    Map<String, Inhabitant> inhabitants() {
        Map<String, Inhabitant> inhabitants = new HashMap<>();
        persons.forEach((number, row) -> inhabitants.put(number, inhabitant(number, row)));
        return inhabitants;
    }

    private Inhabitant inhabitant(String number, Map<String, String> row) {
        List<Inhabitant.Income> latestFirst = incomes.getOrDefault(number, List.of()).stream()
                .sorted(Comparator.comparing(Inhabitant.Income::year).reversed())
                .toList();
        return new Inhabitant(
                number,
                row.get("nameCp932"),
                row.get("nameKana"),
                row.get("birthDate"),
                others(number),
                latestFirst,
                Optional.ofNullable(accounts.get(number)));
    }

    private List<Inhabitant.Other> others(String number) {
        return households.getOrDefault(householdOf.getOrDefault(number, ""), List.of()).stream()
                .filter(member -> !member.get("addresseeNumber").equals(number))
                .map(member -> new Inhabitant.Other(
                        member.get("addresseeNumber"),
                        persons.get(member.get("addresseeNumber")).get("nameCp932"),
                        member.get("relationCode")))
                .sorted(Comparator.comparing(Inhabitant.Other::number))
                .toList();
    }
}
