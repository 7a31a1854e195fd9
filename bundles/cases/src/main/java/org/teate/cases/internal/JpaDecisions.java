// SPDX-FileCopyrightText: Teate contributors
// SPDX-License-Identifier: Apache-2.0
package org.teate.cases.internal;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import javax.persistence.EntityManager;
import javax.sql.DataSource;
import org.apache.aries.jpa.template.JpaTemplate;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.teate.access.Approval;
import org.teate.access.Approvals;
import org.teate.access.AuditTrail;
import org.teate.access.Deed;
import org.teate.access.Draft;
import org.teate.access.Guard;
import org.teate.access.Permission;
import org.teate.access.Verdict;
import org.teate.cases.ApprovalOutcome;
import org.teate.cases.Decision;
import org.teate.cases.DecisionDraft;
import org.teate.cases.Decisions;
import org.teate.cases.DraftOutcome;
import org.teate.cases.Entitlement;
import org.teate.cases.Obstacle;
import org.teate.cases.Proposal;
import org.teate.exchange.Outbox;
import org.teate.kernel.LedgerNumber;

/** Decisions as entities; the facts that they supersede by SQL in the same transaction. */
@Component
public final class JpaDecisions implements Decisions {

    private final JpaTemplate jpa;
    private final DataSource database;
    private final Guard guard;
    private final Approvals approvals;
    private final AuditTrail audit;
    private final Outbox outbox;
    private final Clock clock;

    @Activate
    public JpaDecisions(
            @Reference(target = "(osgi.unit.name=cases)") JpaTemplate jpa,
            @Reference(target = "(osgi.jndi.service.name=teate)") DataSource database,
            @Reference Guard guard,
            @Reference Approvals approvals,
            @Reference AuditTrail audit,
            @Reference Outbox outbox,
            @Reference Clock clock) {
        this.jpa = jpa;
        this.database = database;
        this.guard = guard;
        this.approvals = approvals;
        this.audit = audit;
        this.outbox = outbox;
        this.clock = clock;
    }

    @Override
    public DraftOutcome draft(Proposal proposal) {
        guard.require(Permission.CASE_DRAFT);
        return jpa.txExpr(em -> {
            Optional<Entitlement> entitlement = current(proposal.ledger());
            Optional<Obstacle> obstacle = obstacle(entitlement, proposal).or(() -> draftOf(proposal.ledger()));
            return obstacle.isPresent()
                    ? new DraftOutcome.Refused(obstacle.get())
                    : enter(em, entitlement.orElseThrow(), proposal);
        });
    }

    @Override
    public ApprovalOutcome approve(long number) {
        guard.require(Permission.CASE_APPROVE);
        return jpa.txExpr(em -> {
            DecisionDraft draft = existing(em, number);
            if (draft.approval().state() != Approval.State.WAITING) {
                return new ApprovalOutcome.AlreadyDecided(draft.approval());
            }
            Optional<Entitlement> entitlement = current(draft.proposal().ledger());
            Optional<Obstacle> obstacle = obstacle(entitlement, draft.proposal());
            if (obstacle.isPresent()) {
                return new ApprovalOutcome.Overtaken(obstacle.get());
            }
            Verdict verdict = approvals.approve(number);
            return verdict instanceof Verdict.Decided decided
                    ? carryOut(em, entitlement.orElseThrow(), draft.proposal(), decided.approval())
                    : undecided(verdict);
        });
    }

    @Override
    public ApprovalOutcome sendBack(long number, String reason) {
        guard.require(Permission.CASE_APPROVE);
        if (reason.isBlank() || reason.length() > Proposal.LONGEST_NOTE) {
            throw new IllegalArgumentException("A reason of 1 to " + Proposal.LONGEST_NOTE + " characters is needed");
        }
        return jpa.txExpr(em -> {
            Proposal proposal = existing(em, number).proposal();
            Verdict verdict = approvals.sendBack(number, reason);
            if (verdict instanceof Verdict.Decided decided) {
                current(proposal.ledger())
                        .ifPresent(entitlement -> audit.changed(Deed.about(
                                entitlement.recipient(),
                                "case.sendback",
                                proposal.ledger().value(),
                                reason)));
                return new ApprovalOutcome.SentBack(decided.approval());
            }
            return undecided(verdict);
        });
    }

    @Override
    public Optional<DecisionDraft> find(long number) {
        guard.require(Permission.CASE_VIEW);
        return jpa.txExpr(em -> read(em, number));
    }

    private DraftOutcome enter(EntityManager em, Entitlement entitlement, Proposal proposal) {
        String ledger = proposal.ledger().value();
        String title = proposal.kind().label() + "　台帳" + ledger;
        long number = approvals.draft(new Draft(
                Telling.of(proposal).action(), ledger, title, Permission.CASE_DRAFT, Permission.CASE_APPROVE));
        em.persist(new DecisionDraftEntity(number, proposal));
        audit.changed(Deed.about(entitlement.recipient(), "case.draft", ledger, proposal.note()));
        return new DraftOutcome.Drafted(number);
    }

    private ApprovalOutcome carryOut(EntityManager em, Entitlement entitlement, Proposal proposal, Approval approval) {
        Instant now = clock.instant();
        int sequence = DecisionEntity.nextSequence(em, proposal.ledger());
        Decision decision = Database.connected(database, connection -> {
            Decision made = decision(connection, sequence, entitlement, proposal, approval);
            EntitlementTable.supersede(connection, DecisionRules.next(entitlement, proposal), made, now);
            return made;
        });
        em.persist(new DecisionEntity(decision, now));
        Telling telling = Telling.of(proposal);
        audit.changed(Deed.about(entitlement.recipient(), telling.action(), decision.number(), decision.note()));
        outbox.put(telling.message(decision, entitlement.recipient()));
        return new ApprovalOutcome.Decided(decision);
    }

    private Decision decision(
            Connection connection, int sequence, Entitlement entitlement, Proposal proposal, Approval approval)
            throws SQLException {
        LocalDate today = LocalDate.now(clock);
        Effect effect = Effect.of(connection, entitlement, proposal, today);
        return new Decision(
                proposal.ledger(),
                sequence,
                proposal.kind(),
                Optional.empty(),
                effect.eventOn(),
                Optional.empty(),
                today,
                effect.startMonth(),
                effect.before(),
                effect.after(),
                effect.endReason(),
                effect.hold(),
                proposal.note(),
                Optional.of(approval.draftedBy()),
                approval.decidedBy());
    }

    private Optional<Entitlement> current(LedgerNumber ledger) {
        return Database.connected(database, connection -> EntitlementTable.current(connection, ledger));
    }

    private Optional<Obstacle> draftOf(LedgerNumber ledger) {
        return approvals.waiting().stream()
                .map(Approval::draft)
                .filter(draft ->
                        Telling.isAction(draft.kind()) && draft.object().equals(ledger.value()))
                .map(draft -> Obstacle.DRAFT_WAITING)
                .findFirst();
    }

    private DecisionDraft existing(EntityManager em, long number) {
        return read(em, number)
                .orElseThrow(() -> new IllegalArgumentException("There is no draft of a decision " + number));
    }

    private Optional<DecisionDraft> read(EntityManager em, long number) {
        return Optional.ofNullable(em.find(DecisionDraftEntity.class, number))
                .flatMap(entity ->
                        approvals.find(number).map(approval -> new DecisionDraft(approval, entity.toProposal())));
    }

    private static Optional<Obstacle> obstacle(Optional<Entitlement> entitlement, Proposal proposal) {
        return entitlement.isEmpty()
                ? Optional.of(Obstacle.NO_SUCH_CASE)
                : DecisionRules.obstacle(entitlement.get(), proposal);
    }

    private static ApprovalOutcome undecided(Verdict verdict) {
        return verdict instanceof Verdict.AlreadyDecided earlier
                ? new ApprovalOutcome.AlreadyDecided(earlier.approval())
                : new ApprovalOutcome.OwnDraft();
    }
}
