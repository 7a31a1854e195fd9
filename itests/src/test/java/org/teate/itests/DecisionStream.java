// SPDX-FileCopyrightText: Teate contributors
// SPDX-License-Identifier: Apache-2.0
package org.teate.itests;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.teate.cases.ApprovalOutcome;
import org.teate.cases.Decisions;
import org.teate.cases.DraftOutcome;
import org.teate.cases.Hold;
import org.teate.cases.Proposal;
import org.teate.kernel.LedgerNumber;

/** An office that decides case after case, two persons each time: payment is held back, and released again. */
final class DecisionStream {

    /** About twenty decisions a second: more than a large city makes on its busiest day. */
    private static final long PACE = TimeUnit.MILLISECONDS.toNanos(50);

    private final Decisions decisions;
    private final Staff office;
    private final List<LedgerNumber> ledgers;
    private final List<String> decided = new ArrayList<>();
    private final Thread thread = new Thread(this::decide, "decisions");
    private volatile boolean ended;
    private volatile RuntimeException failure;

    private DecisionStream(Decisions decisions, Staff office, List<LedgerNumber> ledgers) {
        this.decisions = decisions;
        this.office = office;
        this.ledgers = ledgers;
    }

    static DecisionStream start(Decisions decisions, Staff office, List<LedgerNumber> ledgers) {
        DecisionStream stream = new DecisionStream(decisions, office, ledgers);
        stream.thread.start();
        return stream;
    }

    /** The numbers of what was decided, in the order of time; every case ends as it began. */
    List<String> stop() throws InterruptedException {
        ended = true;
        thread.join();
        if (failure != null) {
            throw failure;
        }
        return decided;
    }

    private void decide() {
        try {
            while (!ended) {
                for (LedgerNumber ledger : ledgers) {
                    decide(new Proposal.Withhold(ledger, Hold.INQUIRY, YearMonth.of(2026, 11), ""));
                }
                for (LedgerNumber ledger : ledgers) {
                    decide(new Proposal.Release(ledger, ""));
                }
            }
        } catch (RuntimeException e) {
            failure = e;
        }
    }

    private void decide(Proposal proposal) {
        DraftOutcome draft = office.as("clerk", () -> decisions.draft(proposal));
        long number = ((DraftOutcome.Drafted) draft).number();
        ApprovalOutcome outcome = office.as("approver", () -> decisions.approve(number));
        decided.add(((ApprovalOutcome.Decided) outcome).decision().number());
        LockSupport.parkNanos(PACE);
    }
}
