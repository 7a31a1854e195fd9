// SPDX-FileCopyrightText: Teate contributors
// SPDX-License-Identifier: Apache-2.0
package org.teate.addressing.internal;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.StringJoiner;
import org.teate.addressing.Address;
import org.teate.addressing.BirthDate;
import org.teate.addressing.ChangeReason;
import org.teate.addressing.Person.Residence;
import org.teate.addressing.PersonName;
import org.teate.addressing.Protection;
import org.teate.addressing.Relation;
import org.teate.addressing.ResidentChange;
import org.teate.addressing.ResidentKind;
import org.teate.addressing.ResidentState;
import org.teate.addressing.Sex;
import org.teate.kernel.AddresseeNumber;

/**
 * One record of the resident register, IF-10 or IF-11.
 *
 * @param op I new, U changed, D struck off
 * @param image the person, name as sent
 * @param registered where the person lives
 * @param previous where from, empty place if not sent
 * @param next where to, empty place if not sent
 * @param beforeImage hash of what the register believes to have sent last
 */
record RegisterRecord(
        AddresseeNumber number,
        String op,
        Image image,
        Place registered,
        Place previous,
        Place next,
        Membership membership,
        ResidentChange change,
        Optional<LocalDateTime> processedAt,
        String beforeImage) {

    /** The items over which the register makes the hash of a person: fields 4 to 34 and 39 to 49. */
    private static final List<String> HASHED = List.of(
            ("addresseeNumber householdNumber residentKind residentState nameKanji nameKana aliasKanji aliasKana"
                            + " latinName nameKanaOfficial birthDate birthPrecision sex relation1 relation2 relation3"
                            + " relation4 householderAddresseeNumber postalCode addressCode address buildingName"
                            + " previousPostalCode previousAddress previousBuildingName previousMunicipalityCode"
                            + " newPostalCode newAddress newBuildingName newMunicipalityCode newKind becameDate"
                            + " fixedDate lostDate nationality residenceStatus periodCode periodTo cardNumber"
                            + " supportMeasure supportFrom supportTo")
                    .split(" "));

    private static final Set<String> OPERATIONS = Set.of("I", "U", "D");

    /** Reads a record straight through; whether it can be taken is asked of {@code fields} afterwards. */
    static RegisterRecord read(String source, Fields fields) {
        String recordId = fields.digits("recordId", 24, 24);
        if (!OPERATIONS.contains(fields.raw("op"))) {
            fields.refuseCode("op");
        }
        Image.Origin origin = new Image.Origin(source, recordId, fields.number("version", 99_999), hash(fields));
        return new RegisterRecord(
                fields.addressee("addresseeNumber"),
                fields.raw("op"),
                image(fields, origin),
                registered(fields),
                previous(fields),
                next(fields),
                membership(fields),
                change(fields),
                fields.optionalTime("processedAt"),
                fields.optional("beforeImage", 64));
    }

    /** Whether the person's address and household have ended. */
    boolean hasLeft() {
        return op.equals("D")
                || switch (image.state()) {
                    case MOVED_OUT, DEAD, STRUCK_OFF, ABROAD -> true;
                    case RESIDENT, LEAVING, OTHER -> false;
                };
    }

    LocalDate lostOn() {
        return image.residence().lostOn().orElse(change.changedOn());
    }

    LocalDate fixedOn() {
        return image.residence().fixedOn().orElse(change.changedOn());
    }

    LocalDate becameOn() {
        return image.residence().becameOn().orElse(change.changedOn());
    }

    private static Image image(Fields fields, Image.Origin origin) {
        String nameAsSent = fields.required("nameKanji", 100);
        PersonName names = new PersonName(
                nameAsSent,
                fields.required("nameKana", 100),
                fields.flag("nameKanaOfficial"),
                fields.optional("aliasKanji", 100),
                fields.optional("aliasKana", 100),
                fields.optional("latinName", 100));
        BirthDate birth = fields.birth("birthDate", "birthPrecision");
        Residence residence = new Residence(
                Optional.of(fields.date("becameDate")),
                Optional.of(fields.date("fixedDate")),
                fields.optionalDate("lostDate"));
        ResidentKind kind = fields.code(ResidentKind.class, "residentKind");
        return new Image(
                names,
                nameAsSent,
                birth,
                fields.code(Sex.class, "sex"),
                kind,
                fields.code(ResidentState.class, "residentState"),
                residence,
                ForeignItems.read(fields, kind, "nationality", "residenceStatus"),
                protection(fields),
                false,
                origin);
    }

    private static Optional<Protection> protection(Fields fields) {
        Protection protection = new Protection(
                fields.flag("supportMeasure"), fields.optionalDate("supportFrom"), fields.optionalDate("supportTo"));
        return Optional.of(protection).filter(Protection::isAnything);
    }

    private static Place registered(Fields fields) {
        String addressCode = fields.optional("addressCode", 30);
        String municipality = addressCode.length() >= 6 ? addressCode.substring(0, 6) : "";
        Address.Known known = new Address.Known(
                fields.optionalDigits("postalCode", 7),
                municipality,
                fields.required("address", 150),
                fields.optional("buildingName", 150));
        return new Place(Place.Kind.REGISTERED, known, addressCode, "");
    }

    private static Place previous(Fields fields) {
        Address.Known known = new Address.Known(
                fields.optionalDigits("previousPostalCode", 7),
                fields.optionalDigits("previousMunicipalityCode", 6),
                fields.optional("previousAddress", 150),
                fields.optional("previousBuildingName", 150));
        return new Place(Place.Kind.PREVIOUS, known, "", "");
    }

    private static Place next(Fields fields) {
        Address.Known known = new Address.Known(
                fields.optionalDigits("newPostalCode", 7),
                fields.optionalDigits("newMunicipalityCode", 6),
                fields.optional("newAddress", 150),
                fields.optional("newBuildingName", 150));
        String certainty = fields.raw("newKind");
        if (!Place.CERTAINTIES.contains(certainty)) {
            fields.refuseCode("newKind");
        }
        return new Place(Place.Kind.NEXT, known, "", certainty);
    }

    private static Membership membership(Fields fields) {
        String relation =
                fields.raw("relation1") + fields.raw("relation2") + fields.raw("relation3") + fields.raw("relation4");
        if (!Relation.isValid(relation)) {
            fields.refuseCode("relation1");
        }
        return new Membership(
                fields.digits("householdNumber", 1, 15), relation, fields.addressee("householderAddresseeNumber"));
    }

    private static ResidentChange change(Fields fields) {
        return new ResidentChange(
                fields.code(ChangeReason.class, "changeReason"),
                fields.date("changeDate"),
                fields.optionalDate("reportDate"));
    }

    private static String hash(Fields fields) {
        StringJoiner sent = new StringJoiner("\u001F");
        HASHED.forEach(item -> sent.add(fields.raw(item)));
        try {
            byte[] hash =
                    MessageDigest.getInstance("SHA-256").digest(sent.toString().getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }
}
