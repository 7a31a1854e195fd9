// SPDX-FileCopyrightText: Teate contributors
// SPDX-License-Identifier: Apache-2.0
package org.teate.addressing.internal;

import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import org.teate.addressing.Address;
import org.teate.addressing.ChangeReason;
import org.teate.addressing.Person.Residence;
import org.teate.addressing.PersonName;
import org.teate.addressing.Protection;
import org.teate.addressing.ResidentChange;
import org.teate.addressing.ResidentKind;
import org.teate.addressing.ResidentState;
import org.teate.addressing.Sex;
import org.teate.exchange.Taken;
import org.teate.kernel.AddresseeNumber;

/**
 * Takes a person whom the existing ledger names.
 *
 * <p>Of people outside the city (住登外) the ledger knows best. Of a resident it had only copied what the register
 * says: once the register has spoken, the ledger adds no more than the true characters of the same name, which the
 * register cannot send.
 */
final class LedgerAddresseeStep implements ImportDesk.Step {

    private static final String SOURCE = "M01";
    private static final Set<ResidentState> GONE =
            Set.of(ResidentState.MOVED_OUT, ResidentState.DEAD, ResidentState.STRUCK_OFF, ResidentState.ABROAD);

    @Override
    public Taken take(Fields fields, Chunk chunk) throws SQLException {
        AddresseeNumber number = fields.addressee("addresseeNumber");
        ResidentChange change = new ResidentChange(
                fields.code(ChangeReason.class, "reasonCode"),
                fields.date("changeDate"),
                fields.optionalDate("reportDate"));
        Image image = image(fields, change);
        Place registered = registered(fields);
        Place previous = previous(fields);
        Place next = next(fields);
        if (fields.refused().isPresent()) {
            return fields.refused().get();
        }
        Optional<Image> held = chunk.image(number);
        if (held.isPresent() && held.get().origin().isRegister()) {
            return enrich(number, held.get(), image, change, chunk);
        }
        if (held.isPresent() && held.get().origin().version() > image.origin().version()) {
            return Taken.STALE;
        }
        Facts<Place> places = chunk.facts(FactTable.ADDRESS, number);
        boolean isNews = holdRegistered(registered, image, change.changedOn(), places);
        isNews |= !previous.isEmpty() && places.hold(previous, change.changedOn(), SOURCE);
        isNews |= !next.isEmpty() && places.hold(next, change.changedOn(), SOURCE);
        if (!held.equals(Optional.of(image))) {
            enter(number, image, change, chunk);
            isNews = true;
        }
        return isNews ? Taken.APPLIED : Taken.UNCHANGED;
    }

    private static Taken enrich(AddresseeNumber number, Image held, Image ledger, ResidentChange change, Chunk chunk) {
        boolean isSameName = held.nameAsSent().equals(ledger.nameAsSent());
        Image richer = held.namedInLedger((isSameName ? ledger : held).names().name());
        if (richer.equals(held)) {
            return ledger.origin().version() < held.origin().version() ? Taken.STALE : Taken.UNCHANGED;
        }
        chunk.put(number, richer);
        chunk.changed(number, ledger.origin().recordId(), "台帳の宛名");
        remember(number, ledger, change, chunk);
        return Taken.APPLIED;
    }

    private static void enter(AddresseeNumber number, Image image, ResidentChange change, Chunk chunk) {
        String recordId = image.origin().recordId();
        chunk.put(number, image);
        chunk.changed(number, recordId, "台帳の宛名");
        remember(number, image, change, chunk);
        if (OwnCharacters.isDamaged(image.names().name())) {
            chunk.leave(RegisterStep.damagedName(number, recordId));
        }
    }

    /** The register's full file does not say by which change it came about; the ledger does. */
    private static void remember(AddresseeNumber number, Image image, ResidentChange change, Chunk chunk) {
        if (change.reason() != ChangeReason.OTHER) {
            String recordId = image.origin().recordId();
            chunk.remember(new LifeEvent(
                    recordId, number, change, Optional.empty(), image.birth().day(), "", true));
        }
    }

    /** Of a resident who is gone only the last day of the address is known. */
    private static boolean holdRegistered(Place place, Image image, LocalDate changedOn, Facts<Place> places) {
        if (image.residence().lostOn().isEmpty()) {
            return places.hold(place, changedOn, SOURCE);
        }
        boolean isNews = places.end(place.series(), changedOn);
        LocalDate lastDay = changedOn.minusDays(1);
        boolean isKnown = places.inSeries(place.series())
                .filter(last -> last.content().equals(place))
                .isPresent();
        return isNews | !isKnown && places.state(place, lastDay, Optional.of(lastDay), SOURCE);
    }

    private static Image image(Fields fields, ResidentChange change) {
        ResidentKind kind = fields.code(ResidentKind.class, "residentKind");
        ResidentState state = fields.code(ResidentState.class, "residentState");
        PersonName names = new PersonName(
                fields.required("nameStd", 400),
                fields.required("nameKana", 200),
                false,
                fields.optional("aliasName", 200),
                fields.optional("aliasKana", 200),
                fields.optional("latinName", 200));
        boolean isGone = kind != ResidentKind.NOT_REGISTERED && GONE.contains(state);
        Residence residence = new Residence(
                Optional.empty(), Optional.empty(), isGone ? Optional.of(change.changedOn()) : Optional.empty());
        int version = fields.number("version", 99_999);
        String recordId = SOURCE + "-" + fields.raw("addresseeNumber") + "-" + version;
        return new Image(
                names,
                fields.required("nameCp932", 200),
                fields.birth("birthDate", "birthPrecision"),
                fields.code(Sex.class, "sexCode"),
                kind,
                state,
                residence,
                ForeignItems.read(fields, kind, "nationalityCode", "residenceStatusCode"),
                protection(fields),
                true,
                new Image.Origin(SOURCE, recordId, version, ""));
    }

    private static Optional<Protection> protection(Fields fields) {
        Protection protection = new Protection(
                fields.flag("supportMeasure"), fields.optionalDate("supportFrom"), fields.optionalDate("supportTo"));
        return Optional.of(protection).filter(Protection::isAnything);
    }

    private static Place registered(Fields fields) {
        Address.Known known = new Address.Known(
                fields.optionalDigits("postalCode", 7),
                fields.optionalDigits("municipalityCode", 6),
                fields.required("addressText", 300),
                fields.optional("buildingName", 300));
        return new Place(Place.Kind.REGISTERED, known, fields.optional("addressCode", 30), "");
    }

    private static Place previous(Fields fields) {
        Address.Known known = new Address.Known(
                "",
                fields.optionalDigits("previousMunicipalityCode", 6),
                fields.optional("previousAddressText", 300),
                fields.optional("previousBuildingName", 300));
        return new Place(Place.Kind.PREVIOUS, known, "", "");
    }

    private static Place next(Fields fields) {
        Address.Known known = new Address.Known(
                fields.optionalDigits("newPostalCode", 7),
                "",
                fields.optional("newAddressText", 300),
                fields.optional("newBuildingName", 300));
        String certainty = fields.raw("newKind");
        if (!Place.CERTAINTIES.contains(certainty)) {
            fields.refuseCode("newKind");
        }
        return new Place(Place.Kind.NEXT, known, "", certainty);
    }
}
