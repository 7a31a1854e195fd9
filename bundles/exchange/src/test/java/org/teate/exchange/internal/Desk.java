// SPDX-FileCopyrightText: Teate contributors
// SPDX-License-Identifier: Apache-2.0
package org.teate.exchange.internal;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.teate.access.Approval;
import org.teate.access.Approvals;
import org.teate.access.Draft;
import org.teate.access.Guard;
import org.teate.access.Verdict;

/** Drafts and approvals of an office, in memory. */
final class Desk implements Approvals {

    private final Guard guard;
    private final Map<Long, Approval> drafts = new TreeMap<>();

    Desk(Guard guard) {
        this.guard = guard;
    }

    @Override
    public long draft(Draft draft) {
        String login = guard.require(draft.toDraft()).login();
        long number = drafts.size() + 1;
        drafts.put(
                number,
                new Approval(
                        number,
                        draft,
                        login,
                        Instant.EPOCH,
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

    private Verdict decide(long number, Approval.State state, String reason) {
        Approval draft = drafts.get(number);
        String login = guard.require(draft.draft().toApprove()).login();
        if (login.equals(draft.draftedBy())) {
            return new Verdict.OwnDraft();
        }
        if (draft.state() != Approval.State.WAITING) {
            return new Verdict.AlreadyDecided(draft);
        }
        Approval decided = new Approval(
                number,
                draft.draft(),
                draft.draftedBy(),
                draft.draftedAt(),
                state,
                Optional.of(login),
                Optional.of(Instant.EPOCH),
                reason);
        drafts.put(number, decided);
        return new Verdict.Decided(decided);
    }

    @Override
    public Optional<Approval> find(long number) {
        return Optional.ofNullable(drafts.get(number));
    }

    @Override
    public List<Approval> waiting() {
        return drafts.values().stream()
                .filter(draft -> draft.state() == Approval.State.WAITING)
                .toList();
    }
}
