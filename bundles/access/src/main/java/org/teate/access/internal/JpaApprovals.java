// SPDX-FileCopyrightText: Teate contributors
// SPDX-License-Identifier: Apache-2.0
package org.teate.access.internal;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import javax.persistence.LockModeType;
import org.apache.aries.jpa.template.JpaTemplate;
import org.apache.aries.jpa.template.TransactionType;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.teate.access.Actor;
import org.teate.access.Approval;
import org.teate.access.Approval.State;
import org.teate.access.Approvals;
import org.teate.access.Deed;
import org.teate.access.Draft;
import org.teate.access.Guard;
import org.teate.access.Verdict;

/** Drafts and their approval, in the database. */
@Component
public final class JpaApprovals implements Approvals {

    private static final int LONGEST_REASON = 300;

    private final JpaTemplate jpa;
    private final Clock clock;
    private final Guard guard;
    private final AuditTable audit;

    @Activate
    public JpaApprovals(
            @Reference(target = "(osgi.unit.name=access)") JpaTemplate jpa,
            @Reference Clock clock,
            @Reference Guard guard,
            @Reference AuditTable audit) {
        this.jpa = jpa;
        this.clock = clock;
        this.guard = guard;
        this.audit = audit;
    }

    @Override
    public long draft(Draft draft) {
        Actor actor = guard.require(draft.toDraft());
        return jpa.txExpr(TransactionType.Required, em -> {
            ApprovalEntity entity = new ApprovalEntity(draft, actor.login(), clock.instant());
            em.persist(entity);
            em.flush();
            audit.enter(actor, List.of(deed("approval.draft", draft, "")));
            return entity.number();
        });
    }

    @Override
    public Verdict approve(long number) {
        return decide(number, State.APPROVED, "approval.approve", "");
    }

    @Override
    public Verdict sendBack(long number, String reason) {
        if (reason.isBlank() || reason.length() > LONGEST_REASON) {
            throw new IllegalArgumentException("差戻しの理由を" + LONGEST_REASON + "文字以内で入力してください。");
        }
        return decide(number, State.SENT_BACK, "approval.send-back", reason);
    }

    @Override
    public Optional<Approval> find(long number) {
        guard.actor();
        return lookUp(number);
    }

    /** Every colleague may know that something waits: a draft's title names nobody. */
    @Override
    public List<Approval> waiting() {
        guard.actor();
        return jpa.txExpr(TransactionType.Required, em -> em
                .createQuery(
                        "select a from ApprovalEntity a where a.state = :state order by a.draftNumber",
                        ApprovalEntity.class)
                .setParameter("state", State.WAITING)
                .getResultList()
                .stream()
                .map(ApprovalEntity::toApproval)
                .toList());
    }

    private Verdict decide(long number, State decision, String action, String reason) {
        guard.actor();
        Approval before = lookUp(number).orElseThrow(() -> new IllegalArgumentException("There is no draft " + number));
        Actor actor = guard.require(before.draft().toApprove());
        if (actor.login().equals(before.draftedBy())) {
            audit.enterRefused(actor, deed(action, before.draft(), ""));
            return new Verdict.OwnDraft();
        }
        return jpa.txExpr(TransactionType.Required, em -> {
            ApprovalEntity entity = em.find(ApprovalEntity.class, number, LockModeType.PESSIMISTIC_WRITE);
            if (!entity.waits()) {
                return new Verdict.AlreadyDecided(entity.toApproval());
            }
            entity.decide(decision, actor.login(), reason, clock.instant());
            audit.enter(actor, List.of(deed(action, before.draft(), reason)));
            return new Verdict.Decided(entity.toApproval());
        });
    }

    private Optional<Approval> lookUp(long number) {
        return jpa.txExpr(TransactionType.Required, em -> Optional.ofNullable(em.find(ApprovalEntity.class, number))
                .map(ApprovalEntity::toApproval));
    }

    private static Deed deed(String action, Draft draft, String reason) {
        return Deed.of(action, draft.object(), reason.isEmpty() ? draft.kind() : reason);
    }
}
