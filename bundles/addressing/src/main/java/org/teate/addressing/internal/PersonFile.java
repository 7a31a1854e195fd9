// SPDX-FileCopyrightText: Teate contributors
// SPDX-License-Identifier: Apache-2.0
package org.teate.addressing.internal;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.teate.addressing.Address;
import org.teate.addressing.ChangeReason;
import org.teate.addressing.Coded;
import org.teate.addressing.ContactPoint;
import org.teate.addressing.HouseholdMember;
import org.teate.addressing.MailingAddress;
import org.teate.addressing.Person;
import org.teate.addressing.Relation;
import org.teate.addressing.ResidentChange;
import org.teate.kernel.AddresseeNumber;

/** Puts together everything that one page shows of one person. Thread-safe. */
final class PersonFile {

    private static final String NEWEST_CHANGES = "SELECT REASON_CODE, CHANGED_ON, REPORTED_ON FROM RESIDENT_CHANGE"
            + " WHERE ADDRESSEE_NUMBER = ? ORDER BY CHANGED_ON DESC, RECORD_ID DESC FETCH FIRST 20 ROWS ONLY";

    private final NumberTable numbers;
    private final LocalDate today;
    private final boolean maySeeProtected;

    PersonFile(NumberTable numbers, LocalDate today, boolean maySeeProtected) {
        this.numbers = numbers;
        this.today = today;
        this.maySeeProtected = maySeeProtected;
    }

    Optional<Person> open(Connection database, AddresseeNumber number) throws SQLException {
        Optional<Image> image = Optional.ofNullable(
                AddresseeTable.load(database, List.of(number.value())).get(number.value()));
        return image.isPresent() ? Optional.of(open(database, number, image.get())) : Optional.empty();
    }

    private Person open(Connection database, AddresseeNumber number, Image image) throws SQLException {
        boolean withheld = image.isProtected() && !maySeeProtected;
        Facts<Place> places = load(database, FactTable.ADDRESS, number);
        Optional<Membership> membership =
                load(database, FactTable.HOUSEHOLD_MEMBER, number).inSeries("").map(Fact::content);
        return new Person(
                number,
                image.names(),
                OwnCharacters.load(database).written(image.names().name()),
                image.birth(),
                image.sex(),
                image.kind(),
                image.state(),
                image.residence(),
                image.foreignStatus(),
                image.protection(),
                withheld,
                address(places, Place.Kind.REGISTERED, withheld),
                address(places, Place.Kind.PREVIOUS, withheld),
                address(places, Place.Kind.NEXT, withheld),
                mailing(load(database, FactTable.MAILING_ADDRESS, number), withheld),
                withheld ? List.of() : contacts(load(database, FactTable.CONTACT_POINT, number)),
                membership.map(Membership::householdNumber).orElse(""),
                household(database, number, membership),
                changes(database, number),
                numbers.holds(database, number));
    }

    private static <C extends Holding> Facts<C> load(Connection database, FactTable<C> table, AddresseeNumber number)
            throws SQLException {
        return table.load(database, List.of(number.value())).getOrDefault(number.value(), new Facts<>());
    }

    /** The registered address that holds or held last; of the others only one that holds. */
    private static Optional<Address> address(Facts<Place> places, Place.Kind kind, boolean withheld) {
        return places.inSeries(kind.code())
                .filter(fact -> kind == Place.Kind.REGISTERED || fact.isOpen())
                .map(fact -> withheld ? new Address.Withheld() : fact.content().known());
    }

    private Optional<MailingAddress> mailing(Facts<Mailing> mailings, boolean withheld) {
        return mailings.on(today).stream()
                .min(Comparator.comparingInt(fact -> fact.content().priority()))
                .map(fact -> new MailingAddress(
                        fact.content().reason(),
                        withheld ? "" : fact.content().addressee(),
                        withheld ? new Address.Withheld() : fact.content().address(),
                        fact.from(),
                        fact.to()));
    }

    private List<ContactPoint> contacts(Facts<Contact> contacts) {
        return contacts.on(today).stream()
                .map(fact -> fact.content().point())
                .sorted(Comparator.comparingInt(ContactPoint::priority))
                .toList();
    }

    /** Who is in the household now; somebody who has left it is listed among those who stayed. */
    private static List<HouseholdMember> household(
            Connection database, AddresseeNumber number, Optional<Membership> membership) throws SQLException {
        if (membership.isEmpty()) {
            return List.of();
        }
        Set<String> people = new TreeSet<>(Set.of(number.value()));
        KeyedQuery.forEach(
                database,
                "SELECT ADDRESSEE_NUMBER FROM HOUSEHOLD_MEMBER WHERE SUPERSEDED_AT IS NULL AND VALID_TO IS NULL"
                        + " AND HOUSEHOLD_NUMBER IN",
                List.of(membership.get().householdNumber()),
                row -> people.add(row.getString(1)));
        Map<String, Image> images = AddresseeTable.load(database, people);
        Map<String, Facts<Membership>> memberships = FactTable.HOUSEHOLD_MEMBER.load(database, people);
        List<HouseholdMember> members = new ArrayList<>();
        for (Map.Entry<String, Image> one : images.entrySet()) {
            memberships
                    .get(one.getKey())
                    .inSeries("")
                    .ifPresent(fact -> members.add(
                            member(one.getKey(), one.getValue(), fact.content().relation())));
        }
        members.sort(Comparator.<HouseholdMember, Boolean>comparing(
                        member -> !member.relation().isHouseholder())
                .thenComparing(member -> member.birth().day()));
        return members;
    }

    private static HouseholdMember member(String number, Image image, String relation) {
        return new HouseholdMember(
                AddresseeNumber.of(number),
                image.names().name(),
                image.names().kana(),
                image.birth(),
                image.sex(),
                new Relation(relation),
                image.state(),
                image.isProtected());
    }

    private static List<ResidentChange> changes(Connection database, AddresseeNumber number) throws SQLException {
        List<ResidentChange> changes = new ArrayList<>();
        try (PreparedStatement statement = database.prepareStatement(NEWEST_CHANGES)) {
            statement.setString(1, number.value());
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    changes.add(new ResidentChange(
                            Coded.find(ChangeReason.class, rows.getString("REASON_CODE"))
                                    .orElseThrow(),
                            rows.getDate("CHANGED_ON").toLocalDate(),
                            Columns.day(rows, "REPORTED_ON")));
                }
            }
        }
        return changes;
    }
}
