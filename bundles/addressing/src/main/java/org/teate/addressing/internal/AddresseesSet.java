// SPDX-FileCopyrightText: Teate contributors
// SPDX-License-Identifier: Apache-2.0
package org.teate.addressing.internal;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.teate.access.Guard;
import org.teate.addressing.Address;
import org.teate.addressing.BirthDate;
import org.teate.addressing.ChangeReason;
import org.teate.addressing.ForeignStatus;
import org.teate.addressing.PersonName;
import org.teate.addressing.Protection;
import org.teate.addressing.ResidentKind;
import org.teate.exchange.MigrationLayout;
import org.teate.exchange.MigrationSet;

/** Hands over the people whom the ledger names, and their households, with their true characters（M01 宛名）. */
@Component(service = MigrationSet.class)
public final class AddresseesSet extends PersonSet {

    private static final MigrationLayout LAYOUT = MigrationLayout.of(
                    "M01",
                    Stage.PERSONS,
                    "addresseeNumber residentKind residentState nameKana nameStd nameCp932 degradeFlag aliasName"
                            + " aliasKana latinName birthDate birthPrecision sexCode postalCode addressText addressCode"
                            + " municipalityCode buildingName reasonCode changeDate reportDate nationalityCode"
                            + " residenceStatusCode periodCode periodTo cardNumber previousAddressText"
                            + " previousBuildingName previousMunicipalityCode newPostalCode newAddressText"
                            + " newBuildingName newKind supportMeasure supportFrom supportTo version",
                    "addresseeNumber")
            .counting("residentKind")
            .spelled("nameCp932", "nameStd");

    private static final String CHANGES =
            "SELECT ADDRESSEE_NUMBER, REASON_CODE, CHANGED_ON, REPORTED_ON, RECORDED_AT, PROCESSED_AT"
                    + " FROM RESIDENT_CHANGE --DERBY-PROPERTIES index=RESIDENT_CHANGE_BY_PERSON\n"
                    + " WHERE ADDRESSEE_NUMBER IN";

    private static final Place NOWHERE = new Place(Place.Kind.REGISTERED, new Address.Known("", "", "", ""), "", "");
    private static final ForeignStatus NOT_FOREIGN = new ForeignStatus("", "", "", Optional.empty(), "");
    private static final Protection NOT_PROTECTED = new Protection(false, Optional.empty(), Optional.empty());

    @Activate
    public AddresseesSet(@Reference Transactions transactions, @Reference Guard guard) {
        super(LAYOUT, transactions, guard);
    }

    /** The last change of a person, as far as it was ever told. */
    private record Change(
            String reason,
            LocalDate on,
            Optional<LocalDate> reported,
            Timestamp recorded,
            Optional<Timestamp> processed) {

        private static final Comparator<Change> ORDER = Comparator.comparing(Change::recorded)
                .thenComparing(change -> change.processed().orElse(new Timestamp(0)))
                .thenComparing(Change::on);
    }

    @Override
    List<List<String>> read(Connection database, String owner, int limit) throws SQLException {
        Map<String, Image> people = people(database, owner, limit);
        Map<String, Facts<Place>> places = FactTable.ADDRESS.load(database, people.keySet());
        Map<String, Change> changes = changes(database, people.keySet());
        List<List<String>> rows = new ArrayList<>(people.size());
        people.forEach((number, image) -> rows.add(row(
                number, image, places.getOrDefault(number, new Facts<>()), Optional.ofNullable(changes.get(number)))));
        return rows;
    }

    private static Map<String, Change> changes(Connection database, Collection<String> people) throws SQLException {
        Map<String, Change> changes = new HashMap<>();
        KeyedQuery.forEach(
                database,
                CHANGES,
                people,
                row -> changes.merge(
                        row.getString(1),
                        new Change(
                                row.getString(2),
                                row.getDate(3).toLocalDate(),
                                Columns.day(row, "REPORTED_ON"),
                                row.getTimestamp(5),
                                Optional.ofNullable(row.getTimestamp(6))),
                        (one, other) -> Change.ORDER.compare(one, other) < 0 ? other : one));
        return changes;
    }

    private static List<String> row(String number, Image image, Facts<Place> places, Optional<Change> change) {
        List<String> row = new ArrayList<>(LAYOUT.items().size());
        row.addAll(List.of(number, image.kind().code(), image.state().code()));
        addNames(row, image);
        row.addAll(List.of(
                birth(image.birth()),
                image.birth().precision().code(),
                image.sex().code()));
        Optional<Fact<Place>> home = places.inSeries(Place.Kind.REGISTERED.code());
        addHome(row, home.map(Fact::content).orElse(NOWHERE));
        addChange(row, image, home, change);
        addForeignStatus(row, image.foreignStatus().orElse(NOT_FOREIGN));
        addOtherPlaces(row, places);
        Protection protection = image.protection().orElse(NOT_PROTECTED);
        row.addAll(List.of(flag(protection.inForce()), text(protection.from()), text(protection.to())));
        row.add(String.valueOf(image.origin().version()));
        return row;
    }

    private static void addNames(List<String> row, Image image) {
        PersonName names = image.names();
        row.addAll(List.of(
                names.kana(),
                names.name(),
                image.nameAsSent(),
                flag(!names.name().equals(image.nameAsSent())),
                names.alias(),
                names.aliasKana(),
                names.latin()));
    }

    private static void addHome(List<String> row, Place home) {
        row.addAll(List.of(
                home.known().postalCode(),
                home.known().text(),
                home.addressCode(),
                home.known().municipalityCode(),
                home.known().building()));
    }

    private static void addChange(List<String> row, Image image, Optional<Fact<Place>> home, Optional<Change> change) {
        boolean told = image.kind() != ResidentKind.NOT_REGISTERED && change.isPresent();
        Optional<LocalDate> since = image.residence().lostOn().or(() -> home.map(Fact::from));
        row.addAll(List.of(
                told ? change.get().reason() : ChangeReason.OTHER.code(),
                told ? text(change.get().on()) : text(since),
                told ? text(change.get().reported()) : ""));
    }

    private static void addForeignStatus(List<String> row, ForeignStatus foreign) {
        row.addAll(List.of(
                foreign.nationality(),
                foreign.residenceStatus(),
                foreign.period(),
                text(foreign.periodTo()),
                foreign.cardNumber()));
    }

    private static void addOtherPlaces(List<String> row, Facts<Place> places) {
        Place previous = open(places, Place.Kind.PREVIOUS);
        Place next = open(places, Place.Kind.NEXT);
        row.addAll(List.of(
                previous.known().text(),
                previous.known().building(),
                previous.known().municipalityCode(),
                next.known().postalCode(),
                next.known().text(),
                next.known().building(),
                next.certainty()));
    }

    private static Place open(Facts<Place> places, Place.Kind kind) {
        return places.open(kind.code()).map(Fact::content).orElse(NOWHERE);
    }

    private static String birth(BirthDate birth) {
        String day = text(birth.day());
        return switch (birth.precision()) {
            case DAY -> day;
            case MONTH -> day.substring(0, 6) + "00";
            case YEAR -> day.substring(0, 4) + "0000";
        };
    }
}
