// SPDX-FileCopyrightText: Teate contributors
// SPDX-License-Identifier: Apache-2.0
package org.teate.counterparts.town;

import java.time.LocalDate;

/**
 * Somebody whom the city knows (宛名).
 *
 * @param serial from 1, unique in the town
 * @param birthPrecision 0 exact, 2 only the year is known
 * @param sex 1 male, 2 female
 */
public record Person(
        int serial,
        Name name,
        LocalDate birth,
        int birthPrecision,
        String sex,
        Residence residence,
        Registration registration,
        Foreign foreign,
        Support support) {

    /** Stands where nobody stands, as the spouse of a single parent. */
    public static final Person NOBODY = new Person(
            0,
            new Name("", "", "", ""),
            LocalDate.EPOCH,
            0,
            "",
            new Residence("", "", "", Address.NONE),
            new Registration("3", "9", LocalDate.EPOCH, LocalDate.EPOCH, "", Address.NONE, Address.NONE, "", false, 1),
            Foreign.NOT,
            Support.NONE);

    /**
     * Where and with whom somebody lives.
     *
     * @param household fifteen digits
     * @param householder addressee number
     * @param relation to the householder, one to four codes of two digits
     */
    public record Residence(String household, String householder, String relation, Address address) {}

    /**
     * How somebody stands on the register.
     *
     * @param kind 1 Japanese, 2 foreign, 3 not registered
     * @param state 1 resident, 2 moved out, 3 dead, 6 moving out is planned
     * @param became 住民となった年月日
     * @param fixed 住所を定めた年月日
     * @param lost 住民でなくなった年月日, empty for a resident
     * @param newKind of {@code next}: 1 planned, 2 confirmed, empty without
     * @param readingOfficial whether the reading of the name is official
     */
    public record Registration(
            String kind,
            String state,
            LocalDate became,
            LocalDate fixed,
            String lost,
            Address previous,
            Address next,
            String newKind,
            boolean readingOfficial,
            int version) {}

    /** Measures for a victim of violence (支援措置); {@code from} and {@code to} are empty when not {@code active}. */
    public record Support(boolean active, String from, String to) {

        public static final Support NONE = new Support(false, "", "");

        /** Measures last a year and are renewed. */
        public static Support since(LocalDate day) {
            return new Support(true, Text.day(day), Text.day(day.plusYears(1).minusDays(1)));
        }
    }

    /** The addressee number (宛名番号), fifteen digits. */
    public String number() {
        return numberOf(serial);
    }

    static String numberOf(int serial) {
        return Text.digits(1_000_000L + serial, 15);
    }

    public boolean isNobody() {
        return serial == 0;
    }

    /** {@code yyyymmdd} with zeros for what is not known. */
    public String birthText() {
        return birthPrecision == 2 ? Text.day(birth).substring(0, 4) + "0000" : Text.day(birth);
    }

    public Person with(Name newName) {
        return new Person(serial, newName, birth, birthPrecision, sex, residence, registration, foreign, support);
    }

    public Person with(Residence newResidence) {
        return new Person(serial, name, birth, birthPrecision, sex, newResidence, registration, foreign, support);
    }

    public Person with(Registration newRegistration) {
        return new Person(serial, name, birth, birthPrecision, sex, residence, newRegistration, foreign, support);
    }

    public Person with(Support newSupport) {
        return new Person(serial, name, birth, birthPrecision, sex, residence, registration, foreign, newSupport);
    }
}
