// SPDX-FileCopyrightText: Teate contributors
// SPDX-License-Identifier: Apache-2.0
package org.teate.counterparts.residents;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import org.teate.counterparts.town.Address;
import org.teate.counterparts.town.Foreign;
import org.teate.counterparts.town.Gaiji;
import org.teate.counterparts.town.Layout;
import org.teate.counterparts.town.Person;
import org.teate.counterparts.town.Person.Registration;
import org.teate.counterparts.town.Text;

/** The fifty fields of a record of IF-10 and IF-11. Not thread-safe. */
final class RegisterRecord {

    private static final List<String> ITEMS = List.of(
            ("recordId version op addresseeNumber householdNumber residentKind residentState nameKanji nameKana "
                            + "aliasKanji aliasKana latinName nameKanaOfficial birthDate birthPrecision sex relation1 "
                            + "relation2 relation3 relation4 householderAddresseeNumber postalCode addressCode address "
                            + "buildingName previousPostalCode previousAddress previousBuildingName "
                            + "previousMunicipalityCode newPostalCode newAddress newBuildingName newMunicipalityCode "
                            + "newKind changeReason changeDate reportDate processedAt becameDate fixedDate lostDate "
                            + "nationality residenceStatus periodCode periodTo cardNumber supportMeasure supportFrom "
                            + "supportTo beforeImage")
                    .split(" "));

    private static final Set<String> COUNTED = Set.of("op", "residentKind", "residentState", "changeReason");

    static final Layout FULL = layout("IF-11", "F");
    static final Layout DAILY = layout("IF-10", "D");

    private static final int STATE_BEFORE_EVENT = 3;
    private static final int EVENT = 34;
    private static final int STATE_AFTER_EVENT = 38;
    private static final int BEFORE_IMAGE = 49;

    private final Gaiji gaiji = new Gaiji();

    private static Layout layout(String id, String mode) {
        return new Layout(id, "residents", mode, Gaiji.MS932, false, ITEMS, COUNTED, Set.of());
    }

    /**
     * What happened to a person.
     *
     * @param op I, U or D
     * @param reason 異動事由
     * @param on 異動日
     * @param reportedOn 届出日, empty in the full file
     */
    record Event(String recordId, String op, String reason, String on, String reportedOn, String processedAt) {}

    /**
     * The record of an event.
     *
     * @param before the person as last sent, {@link Person#NOBODY} if never
     */
    String[] of(Person before, Person person, Event event) {
        String[] fields = state(person);
        fields[0] = event.recordId();
        fields[2] = event.op();
        fields[EVENT] = event.reason();
        fields[EVENT + 1] = event.on();
        fields[EVENT + 2] = event.reportedOn();
        fields[EVENT + 3] = event.processedAt();
        fields[BEFORE_IMAGE] = before.isNobody() ? "" : image(state(before));
        return fields;
    }

    /** The record without its event. */
    private String[] state(Person person) {
        Registration registration = person.registration();
        Foreign foreign = person.foreign();
        String relation = person.residence().relation();
        String[] fields = {
            "",
            Integer.toString(registration.version()),
            "",
            person.number(),
            person.residence().household(),
            registration.kind(),
            registration.state(),
            gaiji.degrade(person.name().kanji()),
            person.name().kana(),
            foreign.aliasKanji(),
            foreign.aliasKana(),
            foreign.latinName(),
            Text.flag(registration.readingOfficial()),
            person.birthText(),
            Integer.toString(person.birthPrecision()),
            person.sex(),
            relation(relation, 0),
            relation(relation, 1),
            relation(relation, 2),
            relation(relation, 3),
            person.residence().householder(),
            "",
            "",
            "",
            "",
            "",
            "",
            "",
            "",
            "",
            "",
            "",
            "",
            registration.newKind(),
            "",
            "",
            "",
            "",
            Text.day(registration.became()),
            Text.day(registration.fixed()),
            registration.lost(),
            foreign.nationality(),
            foreign.status(),
            foreign.period(),
            foreign.periodTo(),
            foreign.card(),
            Text.flag(person.support().active()),
            person.support().from(),
            person.support().to(),
            ""
        };
        Address home = person.residence().address();
        put(fields, 21, home.postalCode(), home.townCode(), home.text(), home.building());
        put(fields, 25, moved(registration.previous()));
        put(fields, 29, moved(registration.next()));
        return fields;
    }

    private static String relation(String codes, int index) {
        return codes.length() >= 2 * index + 2 ? codes.substring(2 * index, 2 * index + 2) : "";
    }

    private static String[] moved(Address address) {
        return new String[] {address.postalCode(), address.text(), address.building(), address.municipality()};
    }

    private static void put(String[] fields, int from, String... values) {
        System.arraycopy(values, 0, fields, from, values.length);
    }

    private static String image(String[] fields) {
        String joined = String.join("\u001F", Arrays.asList(fields).subList(STATE_BEFORE_EVENT, EVENT))
                + "\u001F"
                + String.join("\u001F", Arrays.asList(fields).subList(STATE_AFTER_EVENT, BEFORE_IMAGE));
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(joined.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }
}
