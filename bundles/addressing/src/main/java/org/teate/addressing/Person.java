// SPDX-FileCopyrightText: Teate contributors
// SPDX-License-Identifier: Apache-2.0
package org.teate.addressing;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.teate.kernel.AddresseeNumber;
import org.teate.kernel.Cp932Form;

/**
 * One person as the city knows them now (宛名).
 *
 * @param number the addressee number
 * @param names the names
 * @param currentForm the name as today's systems write it, which know only CP932 and the city's own characters
 * @param birth the birth date
 * @param sex the sex
 * @param kind Japanese, foreign or not registered in the city
 * @param state whether still a resident
 * @param residence since when a resident, at this address, and until when
 * @param foreignStatus nationality and status of residence, of a foreigner
 * @param protection the support measures, if they are or were taken
 * @param withheld whether addresses and contacts are withheld from the one who looks
 * @param address where the person is registered, or was last (住民票の住所)
 * @param previousAddress where from (転入前住所)
 * @param newAddress where to (転出先)
 * @param mailing where letters go instead (送付先)
 * @param contacts how to reach the person, most wanted first; empty while withheld
 * @param householdNumber the household now, or the last one; empty if not known
 * @param household everybody in the household now, this person included, householder first
 * @param changes the latest life events, newest first, at most twenty
 * @param numberHeld whether an Individual Number is held
 */
public record Person(
        AddresseeNumber number,
        PersonName names,
        Cp932Form currentForm,
        BirthDate birth,
        Sex sex,
        ResidentKind kind,
        ResidentState state,
        Residence residence,
        Optional<ForeignStatus> foreignStatus,
        Optional<Protection> protection,
        boolean withheld,
        Optional<Address> address,
        Optional<Address> previousAddress,
        Optional<Address> newAddress,
        Optional<MailingAddress> mailing,
        List<ContactPoint> contacts,
        String householdNumber,
        List<HouseholdMember> household,
        List<ResidentChange> changes,
        boolean numberHeld) {

    public Person {
        contacts = List.copyOf(contacts);
        household = List.copyOf(household);
        changes = List.copyOf(changes);
    }

    /** Whether support measures (支援措置) hold. */
    public boolean underProtection() {
        return protection.filter(Protection::inForce).isPresent();
    }

    /** What a page shows in place of the Individual Number: asterisks, or 未登録 if none is held. */
    public String maskedNumber() {
        return numberHeld ? "************" : "未登録";
    }

    /**
     * The days that count for residence.
     *
     * @param becameOn 住民となった年月日
     * @param fixedOn 住所を定めた年月日
     * @param lostOn 住民でなくなった年月日
     */
    public record Residence(Optional<LocalDate> becameOn, Optional<LocalDate> fixedOn, Optional<LocalDate> lostOn) {}
}
