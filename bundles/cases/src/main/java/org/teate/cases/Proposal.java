// SPDX-FileCopyrightText: Teate contributors
// SPDX-License-Identifier: Apache-2.0
package org.teate.cases;

import java.time.LocalDate;
import java.time.YearMonth;
import org.teate.kernel.LedgerNumber;
import org.teate.rules.LastMonth;
import org.teate.rules.MonthDecision;

/**
 * What a clerk proposes to decide on a case（起案の内容）.
 *
 * <p>A note is the drafter's remark for the approver and the record; at most 300 characters, may be empty.
 */
public sealed interface Proposal {

    /** The greatest length of a note. */
    int LONGEST_NOTE = 300;

    LedgerNumber ledger();

    String note();

    /** What kind of decision it becomes. */
    DecisionKind kind();

    private static void checked(String note) {
        if (note.length() > LONGEST_NOTE) {
            throw new IllegalArgumentException("A note has at most " + LONGEST_NOTE + " characters");
        }
    }

    /**
     * The entitlement ends（受給事由消滅）, with the month of the event（第8条第2項）.
     *
     * @param reason why
     * @param eventOn the day on which the ground disappeared or will disappear; of a move the planned day（転出予定日）
     */
    record End(LedgerNumber ledger, EndReason reason, LocalDate eventOn, String note) implements Proposal {

        /** @throws IllegalArgumentException if the note is too long */
        public End {
            checked(note);
        }

        @Override
        public DecisionKind kind() {
            return DecisionKind.ENDED;
        }

        /** The last month paid, with the reason why. */
        public MonthDecision ending() {
            return LastMonth.paid(reason.ground(), eventOn);
        }

        /** The last month paid. */
        public YearMonth lastMonth() {
            return ending().month();
        }
    }

    /**
     * Payment is withheld（差止, 第11条） or held back（保留）, see {@link Hold#isWithholding()}.
     *
     * @param hold why, not {@link Hold#NONE}
     * @param from the first benefit month held back
     */
    record Withhold(LedgerNumber ledger, Hold hold, YearMonth from, String note) implements Proposal {

        /** @throws IllegalArgumentException if there is no reason to hold or the note is too long */
        public Withhold {
            checked(note);
            if (hold == Hold.NONE) {
                throw new IllegalArgumentException("A hold needs a reason");
            }
        }

        @Override
        public DecisionKind kind() {
            return DecisionKind.WITHHELD;
        }
    }

    /** Payment goes on, and what was held back becomes payable（差止・保留の解除）. */
    record Release(LedgerNumber ledger, String note) implements Proposal {

        /** @throws IllegalArgumentException if the note is too long */
        public Release {
            checked(note);
        }

        @Override
        public DecisionKind kind() {
            return DecisionKind.RELEASED;
        }
    }
}
