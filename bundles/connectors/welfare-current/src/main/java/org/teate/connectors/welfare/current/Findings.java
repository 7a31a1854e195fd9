// SPDX-FileCopyrightText: Teate contributors
// SPDX-License-Identifier: Apache-2.0
package org.teate.connectors.welfare.current;

import java.io.IOException;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.teate.kernel.AddresseeNumber;
import org.teate.kernel.LedgerNumber;
import org.teate.kernel.Yen;
import org.teate.ports.welfare.Applicant;
import org.teate.ports.welfare.LedgerEntry;

/** What is found in an {@link Answer}, as the port has it. Stateless. */
final class Findings {

    private static final DateTimeFormatter MONTH = DateTimeFormatter.ofPattern("uuuuMM");
    private static final Set<String> LEDGER = Set.of(
            "number",
            "addressee",
            "status",
            "firstMonth",
            "lastMonth",
            "reason",
            "monthly",
            "children",
            "paidUpTo",
            "lastDecision");
    private static final Set<String> APPLICANT = Set.of("addressee", "name", "kana", "birth");
    private static final Set<String> STATUSES = Set.of("30", "35", "50");

    private Findings() {}

    /** Reads one part of an answer. */
    @FunctionalInterface
    private interface Reading<T> {

        T of(Answer.Element element) throws IOException;
    }

    /** @throws IOException if one is not as agreed, or comes twice */
    static List<LedgerEntry> ledgers(Answer answer) throws IOException {
        List<LedgerEntry> ledgers = all(answer.elements(), Findings::ledger);
        Answer.expectDistinct(ledgers.stream().map(LedgerEntry::ledger).toList());
        return ledgers;
    }

    private static LedgerEntry ledger(Answer.Element ledger) throws IOException {
        ledger.as("ledger", LEDGER);
        if (!STATUSES.contains(ledger.get("status"))) {
            throw new Trouble("応答の台帳の状態が取り決めにありません。");
        }
        return new LedgerEntry(
                LedgerNumber.of(ledger.get("number")),
                AddresseeNumber.of(ledger.get("addressee")),
                ledger.get("status"),
                YearMonth.parse(ledger.get("firstMonth"), MONTH),
                month(ledger.get("lastMonth")),
                ledger.get("reason"),
                Yen.of(Long.parseLong(ledger.get("monthly"))),
                Integer.parseInt(ledger.get("children")),
                month(ledger.get("paidUpTo")),
                ledger.get("lastDecision"));
    }

    private static Optional<YearMonth> month(String text) {
        return text.isEmpty() ? Optional.empty() : Optional.of(YearMonth.parse(text, MONTH));
    }

    /** @throws IOException if it is not as agreed, or there is more than one */
    static Optional<Applicant> applicant(Answer answer) throws IOException {
        if (answer.elements().size() > 1) {
            throw new Trouble("応答に二人以上の申請者が含まれています。");
        }
        List<Applicant> applicants = all(answer.elements(), Findings::applicant);
        return applicants.stream().findFirst();
    }

    private static Applicant applicant(Answer.Element person) throws IOException {
        person.as("applicant", APPLICANT);
        List<Applicant.Account> accounts = all(named("account", person), Findings::account);
        List<Applicant.Member> household = all(named("member", person), Findings::member);
        List<Applicant.Income> incomes = all(named("income", person), Findings::income);
        int known = accounts.size() + household.size() + incomes.size();
        if (accounts.size() > 1 || known != person.inner().size()) {
            throw new Trouble("応答の要素 applicant が取り決めと異なります。");
        }
        Answer.expectDistinct(household.stream().map(Applicant.Member::number).toList());
        Answer.expectDistinct(incomes.stream().map(Applicant.Income::taxYear).toList());
        return new Applicant(
                AddresseeNumber.of(person.get("addressee")),
                person.get("name"),
                person.get("kana"),
                person.get("birth"),
                household,
                incomes,
                accounts.stream().findFirst());
    }

    private static List<Answer.Element> named(String name, Answer.Element person) {
        return person.inner().stream()
                .filter(element -> element.name().equals(name))
                .toList();
    }

    private static Applicant.Member member(Answer.Element member) throws IOException {
        member.as("member", Set.of("addressee", "name", "relation"));
        return new Applicant.Member(
                AddresseeNumber.of(member.get("addressee")), member.get("name"), member.get("relation"));
    }

    private static Applicant.Income income(Answer.Element income) throws IOException {
        income.as("income", Set.of("year", "judged"));
        return new Applicant.Income(Integer.parseInt(income.get("year")), Yen.of(Long.parseLong(income.get("judged"))));
    }

    private static Applicant.Account account(Answer.Element account) throws IOException {
        account.as("account", Set.of("bank", "branch", "type", "number", "holder"));
        return new Applicant.Account(
                account.get("bank"),
                account.get("branch"),
                account.get("type"),
                account.get("number"),
                account.get("holder"));
    }

    private static <T> List<T> all(List<Answer.Element> elements, Reading<T> reading) throws IOException {
        List<T> all = new ArrayList<>();
        try {
            for (Answer.Element element : elements) {
                all.add(reading.of(element));
            }
        } catch (IllegalArgumentException | DateTimeParseException e) {
            // without the cause, which may quote a value
            throw new Trouble("応答に取り決めと異なる値があります。");
        }
        return all;
    }
}
