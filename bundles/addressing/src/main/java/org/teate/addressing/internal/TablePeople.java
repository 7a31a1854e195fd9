// SPDX-FileCopyrightText: Teate contributors
// SPDX-License-Identifier: Apache-2.0
package org.teate.addressing.internal;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.teate.access.AuditTrail;
import org.teate.access.Deed;
import org.teate.access.Guard;
import org.teate.access.Permission;
import org.teate.addressing.Address;
import org.teate.addressing.HouseholdMember;
import org.teate.addressing.People;
import org.teate.addressing.Person;
import org.teate.addressing.PersonPage;
import org.teate.addressing.PersonQuery;
import org.teate.addressing.PersonRow;
import org.teate.kernel.AddresseeNumber;
import org.teate.kernel.IndividualNumber;

/** People, read from the tables; the place where every look is recorded and what is protected is withheld. */
@Component
public final class TablePeople implements People {

    private final Transactions transactions;
    private final Guard guard;
    private final AuditTrail trail;
    private final NumberTable numbers;
    private final Clock clock;

    @Activate
    public TablePeople(
            @Reference Transactions transactions,
            @Reference Guard guard,
            @Reference AuditTrail trail,
            @Reference NumberVault vault,
            @Reference Clock clock) {
        this.transactions = transactions;
        this.guard = guard;
        this.trail = trail;
        this.numbers = new NumberTable(vault);
        this.clock = clock;
    }

    @Override
    public Optional<Person> find(AddresseeNumber number, String reason) {
        guard.require(Permission.PERSON_VIEW);
        return open(number, false, reason);
    }

    @Override
    public Optional<Person> findProtected(AddresseeNumber number, String purpose) {
        guard.require(Permission.PERSON_VIEW);
        guard.require(Permission.PROTECTED_VIEW);
        if (purpose.isBlank()) {
            throw new IllegalArgumentException("A purpose is needed");
        }
        return open(number, true, purpose);
    }

    private Optional<Person> open(AddresseeNumber number, boolean showsProtected, String reason) {
        PersonFile file = new PersonFile(numbers, LocalDate.now(clock), showsProtected);
        Optional<Person> person = transactions.required(database -> file.open(database, number));
        boolean shown = showsProtected && person.filter(Person::underProtection).isPresent();
        List<Deed> deeds = new ArrayList<>();
        deeds.add(Deed.about(
                number, shown ? "person.view.protected" : "person.view", person.isPresent() ? "" : "unknown", reason));
        person.ifPresent(found -> found.household().stream()
                .map(HouseholdMember::number)
                .filter(member -> !member.equals(number))
                .forEach(member -> deeds.add(Deed.about(member, "person.listed", "household", reason))));
        trail.viewed(deeds);
        return person;
    }

    @Override
    public PersonPage search(PersonQuery query) {
        guard.require(Permission.PERSON_VIEW);
        PersonSearch search = new PersonSearch(query);
        if (search.isEmpty()) {
            return PersonPage.EMPTY;
        }
        PersonPage page = transactions.required(database -> {
            Map<String, Image> found = search.page(database, query.page(), query.size());
            return new PersonPage(toRows(database, found), search.count(database));
        });
        record(search.kind(), page);
        return page;
    }

    @Override
    public Optional<PersonRow> search(IndividualNumber number, String reason) {
        guard.require(Permission.PERSON_VIEW);
        guard.require(Permission.NUMBER_VIEW);
        requireReason(reason);
        Optional<PersonRow> row = transactions.required(database -> {
            Optional<AddresseeNumber> holder = numbers.find(database, number);
            List<String> keys = holder.map(AddresseeNumber::value).stream().toList();
            return toRows(database, AddresseeTable.load(database, keys)).stream()
                    .findFirst();
        });
        trail.viewed(new Deed("number.search", row.isPresent() ? "" : "unknown", row.map(PersonRow::number), reason));
        return row;
    }

    @Override
    public Optional<IndividualNumber> individualNumber(AddresseeNumber number, String reason) {
        guard.require(Permission.NUMBER_VIEW);
        requireReason(reason);
        trail.viewed(Deed.about(number, "number.view", "", reason));
        return transactions.required(database -> numbers.numberOf(database, number));
    }

    private static void requireReason(String reason) {
        if (reason.isBlank()) {
            throw new IllegalArgumentException("個人番号を扱う理由を入力してください。");
        }
    }

    private void record(String kind, PersonPage page) {
        List<Deed> deeds = new ArrayList<>();
        deeds.add(Deed.of("person.search", kind, page.total() + "件"));
        page.rows().forEach(row -> deeds.add(Deed.about(row.number(), "person.listed", kind, "")));
        trail.viewed(deeds);
    }

    private List<PersonRow> toRows(Connection database, Map<String, Image> found) throws SQLException {
        Collection<String> keys = found.keySet();
        Map<String, Facts<Place>> places = FactTable.ADDRESS.load(database, keys);
        List<PersonRow> rows = new ArrayList<>();
        for (Map.Entry<String, Image> one : found.entrySet()) {
            Image image = one.getValue();
            Optional<Address> address = image.isProtected()
                    ? Optional.of(new Address.Withheld())
                    : Optional.ofNullable(places.get(one.getKey()))
                            .flatMap(known -> known.inSeries(Place.Kind.REGISTERED.code()))
                            .map(fact -> fact.content().known());
            rows.add(new PersonRow(
                    AddresseeNumber.of(one.getKey()),
                    image.names().name(),
                    image.names().kana(),
                    image.names().alias(),
                    image.birth(),
                    image.sex(),
                    image.kind(),
                    image.state(),
                    address,
                    image.isProtected()));
        }
        return rows;
    }
}
