// SPDX-FileCopyrightText: Teate contributors
// SPDX-License-Identifier: Apache-2.0
package org.teate.connectors.welfare.next;

import java.time.YearMonth;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.ConfigurationPolicy;
import org.osgi.service.component.annotations.Reference;
import org.teate.kernel.AddresseeNumber;
import org.teate.kernel.LedgerNumber;
import org.teate.kernel.Yen;
import org.teate.ports.Connector;
import org.teate.ports.Plug;
import org.teate.ports.Reachable;
import org.teate.ports.welfare.Applicant;
import org.teate.ports.welfare.LedgerEntry;
import org.teate.ports.welfare.WelfareLedger;

/** Questions to the next welfare system by REST. An answer that is not wholly as agreed is none. */
@Component(
        service = Connector.class,
        configurationPid = NextSystem.PID,
        configurationPolicy = ConfigurationPolicy.REQUIRE)
@Plug(WelfareLedger.class)
public final class RestLedger implements WelfareLedger, Reachable {

    private static final int MOST_OF_ONE = 1_000;
    private static final List<String> STATUSES = List.of("30", "35", "50");

    private final NextSystem system;

    @Activate
    public RestLedger(@Reference NextSystem system) {
        this.system = system;
    }

    @Override
    public List<LedgerEntry> ledgersOf(AddresseeNumber recipient) {
        List<LedgerEntry> ledgers = ledgers(Map.of("addresseeNumber", recipient.value()), MOST_OF_ONE);
        if (!ledgers.stream().allMatch(ledger -> ledger.recipient().equals(recipient))) {
            throw Item.notAsAgreed("別の受給者の台帳");
        }
        return Order.check(ledgers, LedgerEntry::ledger, Comparator.reverseOrder());
    }

    @Override
    public List<LedgerEntry> after(Optional<LedgerNumber> after, int limit) {
        Map<String, String> query =
                after.map(last -> Map.of("after", last.value())).orElse(Map.of());
        List<LedgerEntry> ledgers = ledgers(query, limit);
        if (after.isPresent()
                && ledgers.stream().anyMatch(ledger -> ledger.ledger().compareTo(after.get()) <= 0)) {
            throw Item.notAsAgreed("前のページの台帳");
        }
        return Order.check(ledgers, LedgerEntry::ledger, Comparator.naturalOrder());
    }

    @Override
    public Optional<Applicant> applicant(AddresseeNumber person) {
        List<Item> found = system.look("applicants", Map.of("addresseeNumber", person.value()), 2, system.aCall());
        if (found.size() > 1) {
            throw Item.notAsAgreed("申請者が二人以上");
        }
        Optional<Applicant> applicant = found.stream().findFirst().map(RestLedger::applicant);
        if (applicant.filter(answered -> !answered.number().equals(person)).isPresent()) {
            throw Item.notAsAgreed("別の申請者");
        }
        return applicant;
    }

    @Override
    public void reach() {
        system.reach();
    }

    private List<LedgerEntry> ledgers(Map<String, String> query, int most) {
        return system.look("ledgers", query, most, system.aCall()).stream()
                .map(RestLedger::ledger)
                .toList();
    }

    private static LedgerEntry ledger(Item item) {
        if (!STATUSES.contains(item.text("statusCode"))) {
            throw Item.notAsAgreed("statusCode");
        }
        YearMonth first = item.month("firstMonth").orElseThrow(() -> Item.notAsAgreed("firstMonth"));
        return new LedgerEntry(
                ledgerNumber(item),
                addresseeNumber(item),
                item.text("statusCode"),
                first,
                item.month("lastMonth"),
                item.text("reasonCode"),
                Yen.of(item.number("monthly")),
                item.smallNumber("children"),
                item.month("paidUpTo"),
                item.text("lastDecision"));
    }

    private static Applicant applicant(Item item) {
        return new Applicant(
                addresseeNumber(item),
                item.text("name"),
                item.text("kana"),
                item.text("birthDate"),
                Order.check(
                        item.list("household").stream()
                                .map(member -> new Applicant.Member(
                                        addresseeNumber(member), member.text("name"), member.text("relationCode")))
                                .toList(),
                        Applicant.Member::number,
                        Comparator.naturalOrder()),
                Order.check(
                        item.list("incomes").stream()
                                .map(income -> new Applicant.Income(
                                        income.smallNumber("taxYear"), Yen.of(income.number("judged"))))
                                .toList(),
                        Applicant.Income::taxYear,
                        Comparator.reverseOrder()),
                item.objectIfAny("account")
                        .map(account -> new Applicant.Account(
                                account.text("bankCode"),
                                account.text("branchCode"),
                                account.text("accountType"),
                                account.text("accountNumber"),
                                account.text("holderKana"))));
    }

    private static LedgerNumber ledgerNumber(Item item) {
        String number = item.text("ledgerNumber");
        if (!LedgerNumber.isValid(number)) {
            throw Item.notAsAgreed("ledgerNumber");
        }
        return LedgerNumber.of(number);
    }

    private static AddresseeNumber addresseeNumber(Item item) {
        String number = item.text("addresseeNumber");
        if (!AddresseeNumber.isValid(number)) {
            throw Item.notAsAgreed("addresseeNumber");
        }
        return AddresseeNumber.of(number);
    }
}
