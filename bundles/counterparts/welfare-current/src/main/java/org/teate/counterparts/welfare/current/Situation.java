// SPDX-FileCopyrightText: Teate contributors
// SPDX-License-Identifier: Apache-2.0
package org.teate.counterparts.welfare.current;

/** What stands in the way of paying a ledger, by its place among three hundred; most have nothing. */
enum Situation {
    NORMAL,
    /** The annual status report is missing, so payment is withheld (現況届未提出). */
    REPORT_MISSING(23, "01"),
    /** The last transfer came back; the account is defective (振込不能). */
    TRANSFER_FAILED(41, "06"),
    /** The account was closed after the last payment, and nobody has noticed. */
    ACCOUNT_CLOSED(57, "00"),
    /** Never had an account; was paid at the counter so far. */
    NO_ACCOUNT(71, "00"),
    /** The account turned out to be somebody else's (口座不備). */
    ACCOUNT_DEFECTIVE(87, "02"),
    /** A transfer came back once and was paid again to a new account. */
    PAID_AGAIN(97, "00"),
    /** School lunches are deducted (申出徴収). */
    DEDUCTED(17, "00"),
    /** Has changed the account at some time. */
    ACCOUNT_CHANGED(11, "00");

    private static final int PLACES = 300;

    private final int place;
    private final String hold;

    Situation() {
        this(-1, "00");
    }

    Situation(int place, String hold) {
        this.place = place;
        this.hold = hold;
    }

    static Situation of(int ledgerSerial) {
        for (Situation situation : values()) {
            if (situation.place == ledgerSerial % PLACES) {
                return situation;
            }
        }
        return NORMAL;
    }

    /** CL-HOLD. */
    String hold() {
        return hold;
    }
}
