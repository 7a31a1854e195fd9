// SPDX-FileCopyrightText: Teate contributors
// SPDX-License-Identifier: Apache-2.0
package org.teate.counterparts.welfare.next;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The ledger of recipients as this system has booked it（受給者台帳, W1）, with applicants (W2) and the bookings of what was
 * paid (W3). Not thread-safe.
 */
final class Ledgers {

    private static final DateTimeFormatter YYYYMM = DateTimeFormatter.ofPattern("uuuuMM");
    private static final String PAID = "30";
    private static final String WITHHELD = "35";
    private static final String ENDED = "50";
    /** The holds for the report and the documents that are owed. */
    private static final Set<String> WITHHOLDING = Set.of("01", "04");

    private static final String NO_HOLD = "00";

    /** One ledger; months are {@code yyyymm}, empty where there is none. */
    private static final class Ledger {
        private final String number;
        private String recipient = "";
        private String status = PAID;
        private String firstMonth = "";
        private String lastMonth = "";
        private String reason = "";
        private long monthly;
        private long children;
        private String paidUpTo = "";
        private String lastDecision = "";

        Ledger(String number) {
            this.number = number;
        }
    }

    private final Place own;
    private final NavigableMap<String, Ledger> byNumber = new TreeMap<>();
    private final Map<String, Set<String>> byRecipient = new HashMap<>();
    private final Map<String, String> households = new HashMap<>();
    private final Map<String, Map<String, String>> accounts = new HashMap<>();
    private final Set<String> decisions = new HashSet<>();

    Ledgers(Place own) {
        this.own = own;
    }

    boolean has(String ledger) {
        return byNumber.containsKey(ledger);
    }

    boolean isOf(String ledger, String recipient) {
        return byNumber.get(ledger).recipient.equals(recipient);
    }

    /** Whether this decision was booked, or came with the history of the ledgers that were handed over. */
    boolean hasBooked(String decision) {
        return decisions.contains(decision);
    }

    void book(String kind, List<JsonNode> rows) {
        for (JsonNode row : rows) {
            switch (kind) {
                case "payment.paid" -> bookPayment(row);
                case "account.changed" -> accounts.put(row.path("ledgerNumber").asText(), account(row));
                default -> bookDecision(kind, row);
            }
        }
    }

    private void bookPayment(JsonNode row) {
        Ledger ledger = byNumber.get(row.path("ledgerNumber").asText());
        ledger.paidUpTo = later(ledger.paidUpTo, row.path("toMonth").asText());
    }

    private void bookDecision(String kind, JsonNode row) {
        Ledger ledger = byNumber.computeIfAbsent(row.path("ledgerNumber").asText(), Ledger::new);
        String start = row.path("startMonth").asText();
        switch (kind) {
            case "entitlement.certified" -> {
                own(ledger, row.path("addresseeNumber").asText());
                stand(ledger, PAID, "", "");
                ledger.firstMonth = start;
                amount(ledger, row);
            }
            case "entitlement.revised" -> amount(ledger, row);
            case "entitlement.ended" -> {
                stand(ledger, ENDED, row.path("reasonCode").asText(), before(start));
                ledger.monthly = 0;
                ledger.children = 0;
            }
            case "entitlement.held" -> hold(ledger, row.path("reasonCode").asText());
            case "entitlement.released" -> release(ledger);
            default -> throw new IllegalArgumentException("No fact " + kind);
        }
        ledger.lastDecision = row.path("decisionNumber").asText();
        decisions.add(ledger.lastDecision);
    }

    /** Only what the recipient owes the office（差止, Article 11）changes the status; else the money just waits（保留）. */
    private static void hold(Ledger ledger, String why) {
        if (!ledger.status.equals(ENDED)) {
            stand(ledger, WITHHOLDING.contains(why) ? WITHHELD : ledger.status, why, ledger.lastMonth);
        }
    }

    private static void release(Ledger ledger) {
        if (!ledger.status.equals(ENDED)) {
            stand(ledger, PAID, "", "");
        }
    }

    private void own(Ledger ledger, String recipient) {
        byRecipient.getOrDefault(ledger.recipient, new TreeSet<>()).remove(ledger.number);
        ledger.recipient = recipient;
        byRecipient.computeIfAbsent(recipient, any -> new TreeSet<>()).add(ledger.number);
    }

    private static void stand(Ledger ledger, String status, String reason, String lastMonth) {
        ledger.status = status;
        ledger.reason = reason;
        ledger.lastMonth = lastMonth;
    }

    private static void amount(Ledger ledger, JsonNode row) {
        ledger.monthly = row.path("monthly").asLong();
        ledger.children = row.path("children").asLong();
    }

    private static String before(String month) {
        return YearMonth.parse(month, YYYYMM).minusMonths(1).format(YYYYMM);
    }

    private static String later(String one, String other) {
        return one.compareTo(other) >= 0 ? one : other;
    }

    /** Takes over what a set has changed in our own data. */
    void takeOver(String set, Collection<String> keys) {
        Set<String> ledgers = new TreeSet<>();
        for (String key : keys) {
            switch (set) {
                case "M03" -> takeOverHousehold(key);
                case "M05" -> takeOverLedger(key);
                case "M06" -> decisions.add(key.replace('|', '-'));
                default -> ledgers.add(key.split("\\|")[0]);
            }
        }
        switch (set) {
            case "M07" -> ledgers.forEach(this::takeOverChildren);
            case "M10" -> ledgers.forEach(this::takeOverAccount);
            case "M11" -> ledgers.forEach(this::takeOverPayments);
            default -> {
                // the other sets are kept as they are and change no ledger
            }
        }
    }

    private void takeOverHousehold(String key) {
        String[] parts = key.split("\\|");
        if (own.item("M03", key, "validTo").isEmpty()) {
            households.put(parts[1], parts[0]);
        }
    }

    private void takeOverLedger(String number) {
        Ledger ledger = byNumber.computeIfAbsent(number, Ledger::new);
        own(ledger, own.item("M05", number, "addresseeNumber"));
        ledger.firstMonth = own.item("M05", number, "benefitStartMonth");
        String status = own.item("M05", number, "statusCode");
        String reason = own.item("M05", number, status.equals(ENDED) ? "reasonCode" : "holdCode");
        stand(ledger, status, reason.equals(NO_HOLD) ? "" : reason, own.item("M05", number, "benefitEndMonth"));
    }

    private void takeOverChildren(String number) {
        Ledger ledger = byNumber.get(number);
        ledger.monthly = 0;
        ledger.children = 0;
        own.under("M07", number).values().stream()
                .filter(row -> row.get("toMonth").isEmpty())
                .forEach(row -> {
                    ledger.monthly += Long.parseLong(row.get("monthlyAmount"));
                    ledger.children += row.get("ageClass").equals("5") ? 0 : 1;
                });
    }

    private void takeOverAccount(String number) {
        own.under("M10", number).values().stream()
                .filter(row -> row.get("statusCode").equals("1"))
                .forEach(row -> accounts.put(number, row));
    }

    private void takeOverPayments(String number) {
        Ledger ledger = byNumber.get(number);
        own.under("M11", number).values().stream()
                .filter(row -> row.get("statusCode").equals("40"))
                .forEach(row -> ledger.paidUpTo = later(ledger.paidUpTo, row.get("toMonth")));
    }

    /** The ledgers of a recipient, the greatest number first. */
    ArrayNode of(String recipient) {
        ArrayNode found = Json.array();
        byRecipient.getOrDefault(recipient, Set.of()).stream()
                .sorted(Comparator.reverseOrder())
                .forEach(number -> found.add(json(byNumber.get(number))));
        return found;
    }

    ArrayNode after(String number, int limit) {
        ArrayNode found = Json.array();
        byNumber.tailMap(number, false).values().stream().limit(limit).forEach(ledger -> found.add(json(ledger)));
        return found;
    }

    int size() {
        return byNumber.size();
    }

    private ObjectNode json(Ledger ledger) {
        return Json.object()
                .put("ledgerNumber", ledger.number)
                .put("addresseeNumber", ledger.recipient)
                .put("recipientName", own.item("M01", ledger.recipient, "nameStd"))
                .put("statusCode", ledger.status)
                .put("firstMonth", ledger.firstMonth)
                .put("lastMonth", ledger.lastMonth)
                .put("reasonCode", ledger.reason)
                .put("monthly", ledger.monthly)
                .put("children", ledger.children)
                .put("paidUpTo", ledger.paidUpTo)
                .put("lastDecision", ledger.lastDecision);
    }

    /** What is known of a person: one, or none. */
    ArrayNode applicant(String person) {
        ArrayNode found = Json.array();
        if (own.has("M01", person)) {
            ObjectNode applicant = found.addObject()
                    .put("addresseeNumber", person)
                    .put("name", own.item("M01", person, "nameStd"))
                    .put("kana", own.item("M01", person, "nameKana"))
                    .put("birthDate", own.item("M01", person, "birthDate"));
            applicant.set("household", household(person));
            applicant.set("incomes", incomes(person));
            applicant.set("account", accountOf(person));
        }
        return found;
    }

    private ArrayNode household(String person) {
        ArrayNode household = Json.array();
        own.under("M03", households.getOrDefault(person, "")).forEach((key, row) -> {
            String member = key.split("\\|")[1];
            if (!member.equals(person) && row.get("validTo").isEmpty()) {
                household
                        .addObject()
                        .put("addresseeNumber", member)
                        .put("name", own.item("M01", member, "nameStd"))
                        .put("relationCode", row.get("relationCode"));
            }
        });
        return household;
    }

    private ArrayNode incomes(String person) {
        NavigableMap<Integer, Long> latest = new TreeMap<>(Comparator.reverseOrder());
        own.under("M08", person)
                .forEach((key, row) ->
                        latest.put(Integer.valueOf(key.split("\\|")[1]), Long.valueOf(row.get("judgedIncome"))));
        ArrayNode incomes = Json.array();
        latest.forEach(
                (year, judged) -> incomes.addObject().put("taxYear", year).put("judged", judged));
        return incomes;
    }

    private JsonNode accountOf(String person) {
        Map<String, String> account = byRecipient.getOrDefault(person, Set.of()).stream()
                .sorted(Comparator.reverseOrder())
                .filter(accounts::containsKey)
                .findFirst()
                .map(accounts::get)
                .orElse(Map.of());
        if (account.isEmpty()) {
            return Json.object().nullNode();
        }
        ObjectNode json = Json.object();
        List.of("bankCode", "branchCode", "accountType", "accountNumber", "holderKana")
                .forEach(item -> json.put(item, account.get(item)));
        return json;
    }

    private static Map<String, String> account(JsonNode row) {
        Map<String, String> account = new HashMap<>();
        List.of("bankCode", "branchCode", "accountType", "accountNumber", "holderKana")
                .forEach(item -> account.put(item, row.path(item).asText()));
        return account;
    }
}
