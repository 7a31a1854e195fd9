// SPDX-FileCopyrightText: Teate contributors
// SPDX-License-Identifier: Apache-2.0
package org.teate.addressing.internal;

import java.util.Optional;
import org.teate.addressing.BirthDate;
import org.teate.addressing.ForeignStatus;
import org.teate.addressing.Person.Residence;
import org.teate.addressing.PersonName;
import org.teate.addressing.Protection;
import org.teate.addressing.ResidentKind;
import org.teate.addressing.ResidentState;
import org.teate.addressing.Sex;

/**
 * What we hold of one person now: one row of {@code ADDRESSEE}.
 *
 * @param nameAsSent the name in the characters that the register can send
 * @param inLedger whether the existing ledger names the person
 * @param origin where this comes from
 */
record Image(
        PersonName names,
        String nameAsSent,
        BirthDate birth,
        Sex sex,
        ResidentKind kind,
        ResidentState state,
        Residence residence,
        Optional<ForeignStatus> foreignStatus,
        Optional<Protection> protection,
        boolean inLedger,
        Origin origin) {

    boolean isProtected() {
        return protection.filter(Protection::inForce).isPresent();
    }

    Image namedInLedger(String trueName) {
        PersonName known = new PersonName(
                trueName, names.kana(), names.kanaOfficial(), names.alias(), names.aliasKana(), names.latin());
        return new Image(
                known, nameAsSent, birth, sex, kind, state, residence, foreignStatus, protection, true, origin);
    }

    /**
     * Where an image comes from.
     *
     * @param source the interface
     * @param recordId the record
     * @param version the register's version of the person
     * @param sentHash hash of what the register sent, empty if another source did
     */
    record Origin(String source, String recordId, int version, String sentHash) {

        /** Whether the register itself said so, and not the ledger that had copied it. */
        boolean isRegister() {
            return !sentHash.isEmpty();
        }
    }
}
