// SPDX-FileCopyrightText: Teate contributors
// SPDX-License-Identifier: Apache-2.0
package org.teate.payments;

import java.util.List;
import org.teate.ports.bank.Finding;

/** What came of an attempt to move a payment run. Everything but {@link Done} has changed nothing. */
public sealed interface RunOutcome {

    /** Done; the run as it stands now. */
    record Done(PaymentRun run) implements RunOutcome {}

    /** Another run is being calculated or is interrupted. */
    record Busy(PaymentRun other) implements RunOutcome {}

    /**
     * Nothing can be paid in that month, not any more, or not yet.
     *
     * @param reason a Japanese sentence
     */
    record NotPayable(String reason) implements RunOutcome {}

    /** The run stands elsewhere, for instance because somebody was faster. */
    record NotNow(PaymentRun run) implements RunOutcome {}

    /** The drafter may not decide on the own draft（起案者は決裁できない）. */
    record OwnDraft() implements RunOutcome {}

    /** Made again, the file would be the same to the byte; the one that waits for approval stays. */
    record Unchanged(PaymentRun run) implements RunOutcome {}

    /** Made again, the file would be another; the one that waits for approval stays until it is sent back. */
    record FileDiffers(PaymentRun run) implements RunOutcome {}

    /**
     * The checks before sending object to the file.
     *
     * @param findings every blocking finding, those of one payment with its serial
     */
    record Blocked(List<Finding> findings) implements RunOutcome {

        public Blocked {
            findings = List.copyOf(findings);
        }
    }
}
