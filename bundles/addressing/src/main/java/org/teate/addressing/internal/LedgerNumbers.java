// SPDX-FileCopyrightText: Teate contributors
// SPDX-License-Identifier: Apache-2.0
package org.teate.addressing.internal;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.teate.access.AuditTrail;
import org.teate.access.Deed;
import org.teate.access.Guard;
import org.teate.access.Permission;
import org.teate.exchange.FeedHandler;
import org.teate.exchange.Taken;
import org.teate.kernel.AddresseeNumber;
import org.teate.kernel.IndividualNumber;
import org.teate.kernel.Utc;
import org.teate.ports.FeedRecord;

/** Takes the Individual Numbers of the existing ledger, M02 (個人番号). */
@Component
public final class LedgerNumbers implements FeedHandler {

    private static final String INTERFACE = "M02";

    private final Transactions transactions;
    private final Guard guard;
    private final AuditTrail trail;
    private final NumberTable table;
    private final Clock clock;

    @Activate
    public LedgerNumbers(
            @Reference Transactions transactions,
            @Reference Guard guard,
            @Reference AuditTrail trail,
            @Reference NumberVault vault,
            @Reference Clock clock) {
        this.transactions = transactions;
        this.guard = guard;
        this.trail = trail;
        this.table = new NumberTable(vault);
        this.clock = clock;
    }

    @Override
    public String interfaceId() {
        return INTERFACE;
    }

    @Override
    public int stage() {
        return Stage.PERSONS;
    }

    @Override
    public List<Taken> take(List<FeedRecord> records) {
        guard.require(Permission.EXCHANGE_IMPORT);
        return transactions.required(database -> {
            table.unlock(database);
            List<Claim> claims = records.stream().map(LedgerNumbers::read).toList();
            Intake intake = new Intake(database, claims);
            List<Taken> answers = new ArrayList<>();
            for (Claim claim : claims) {
                answers.add(intake.take(claim));
            }
            table.save(database, intake.added, intake.ended, Utc.timestamp(clock.instant()));
            trail.changed(intake.added.stream()
                    .map(entry -> Deed.about(AddresseeNumber.of(entry.person()), "number.enter", INTERFACE, ""))
                    .toList());
            return answers;
        });
    }

    /** What a record says. */
    private record Claim(
            AddresseeNumber person,
            Optional<IndividualNumber> number,
            LocalDate from,
            Optional<Taken.Refused> refused) {}

    private static Claim read(FeedRecord record) {
        Fields fields = new Fields(record);
        AddresseeNumber person = fields.addressee("addresseeNumber");
        LocalDate from = fields.date("validFrom");
        String digits = fields.digits("individualNumber", 12, 12);
        if (fields.refused().isEmpty() && !IndividualNumber.isValid(digits)) {
            fields.refuse("individualNumber", "E203", "検査数字が合いません");
        }
        Optional<IndividualNumber> number =
                fields.refused().isEmpty() ? Optional.of(IndividualNumber.of(digits)) : Optional.empty();
        return new Claim(person, number, from, fields.refused());
    }

    /** The numbers of one chunk, before and after. */
    private final class Intake {

        private final Set<String> known = new HashSet<>();
        private final Map<String, List<NumberTable.Entry>> held;
        private final Map<String, AddresseeNumber> holders = new HashMap<>();
        private final List<NumberTable.Entry> ended = new ArrayList<>();
        private final List<NumberTable.Entry> added = new ArrayList<>();

        private Intake(Connection database, List<Claim> claims) throws SQLException {
            List<Claim> right =
                    claims.stream().filter(claim -> claim.number().isPresent()).toList();
            Set<String> people = new HashSet<>();
            right.forEach(claim -> people.add(claim.person().value()));
            KeyedQuery.forEach(
                    database,
                    "SELECT ADDRESSEE_NUMBER FROM ADDRESSEE"
                            + " --DERBY-PROPERTIES constraint=ADDRESSEE_KEY\n WHERE ADDRESSEE_NUMBER IN",
                    people,
                    row -> known.add(row.getString(1)));
            held = table.load(database, people);
            List<String> indexes = right.stream()
                    .flatMap(claim -> table.blindIndexes(claim.number().orElseThrow()).stream())
                    .distinct()
                    .toList();
            holders.putAll(table.inForce(database, indexes));
        }

        private Taken take(Claim claim) {
            if (claim.refused().isPresent()) {
                return claim.refused().get();
            }
            if (!known.contains(claim.person().value())) {
                return new Taken.Refused("addresseeNumber", "E401", "宛名にない番号です。");
            }
            IndividualNumber number = claim.number().orElseThrow();
            Optional<AddresseeNumber> holder = table.blindIndexes(number).stream()
                    .map(holders::get)
                    .filter(Objects::nonNull)
                    .findFirst();
            if (holder.isPresent() && !holder.get().equals(claim.person())) {
                return new Taken.Refused("individualNumber", "E501", "同じ個人番号が宛名番号" + holder.get() + "にあります。");
            }
            return holder.isPresent() ? Taken.UNCHANGED : enter(claim, number);
        }

        private Taken enter(Claim claim, IndividualNumber number) {
            List<NumberTable.Entry> before = held.computeIfAbsent(claim.person().value(), person -> new ArrayList<>());
            Optional<NumberTable.Entry> last =
                    before.isEmpty() ? Optional.empty() : Optional.of(before.get(before.size() - 1));
            if (last.isPresent() && last.get().from().isAfter(claim.from())) {
                return Taken.STALE;
            }
            last.ifPresent(entry -> {
                ended.add(entry.until(claim.from().minusDays(1)));
                holders.remove(entry.sealed().blindIndex());
            });
            NumberTable.Entry entry = table.entry(claim.person(), before.size() + 1, number, claim.from());
            before.add(entry);
            added.add(entry);
            holders.put(entry.sealed().blindIndex(), claim.person());
            return Taken.APPLIED;
        }
    }
}
