// SPDX-FileCopyrightText: Teate contributors
// SPDX-License-Identifier: Apache-2.0
package org.teate.cases.internal;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.teate.access.Approval;
import org.teate.access.Approvals;
import org.teate.access.Draft;
import org.teate.access.Guard;
import org.teate.access.Verdict;

/** Drafts and approvals in memory. */
final class Drafts implements Approvals {

    private final Guard guard;
    private final Clock clock;
    private final SortedMap<Long, Approval> drafts = new TreeMap<>();

    Drafts(Guard guard, Clock clock) {
        this.guard = guard;
        this.clock = clock;
    }

    @Override
    public long draft(Draft draft) {
        String login = guard.require(draft.toDraft()).login();
        long number = drafts.size() + 1L;
        drafts.put(
                number,
                new Approval(
                        number,
                        draft,
                        login,
                        clock.instant(),
                        Approval.State.WAITING,
                        Optional.empty(),
                        Optional.empty(),
                        ""));
        return number;
    }

    @Override
    public Verdict approve(long number) {
        return decide(number, Approval.State.APPROVED, "");
    }

    @Override
    public Verdict sendBack(long number, String reason) {
        return decide(number, Approval.State.SENT_BACK, reason);
    }

    @Override
    public Optional<Approval> find(long number) {
        return Optional.ofNullable(drafts.get(number));
    }

    @Override
    public List<Approval> waiting() {
        return drafts.values().stream()
                .filter(approval -> approval.state() == Approval.State.WAITING)
                .toList();
    }

    private Verdict decide(long number, Approval.State state, String reason) {
        Approval before = drafts.get(number);
        String login = guard.require(before.draft().toApprove()).login();
        if (before.draftedBy().equals(login)) {
            return new Verdict.OwnDraft();
        }
        if (before.state() != Approval.State.WAITING) {
            return new Verdict.AlreadyDecided(before);
        }
        Approval after = new Approval(
                number,
                before.draft(),
                before.draftedBy(),
                before.draftedAt(),
                state,
                Optional.of(login),
                Optional.of(clock.instant()),
                reason);
        drafts.put(number, after);
        return new Verdict.Decided(after);
    }
}
