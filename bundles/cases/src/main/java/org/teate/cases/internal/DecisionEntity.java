// SPDX-FileCopyrightText: Teate contributors
// SPDX-License-Identifier: Apache-2.0
package org.teate.cases.internal;

import java.io.Serializable;
import java.sql.Date;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import javax.persistence.Column;
import javax.persistence.Entity;
import javax.persistence.EntityManager;
import javax.persistence.Id;
import javax.persistence.IdClass;
import javax.persistence.Table;
import org.teate.cases.Decision;
import org.teate.cases.DecisionKind;
import org.teate.cases.EndReason;
import org.teate.cases.Hold;
import org.teate.cases.RevisionKind;
import org.teate.kernel.LedgerNumber;
import org.teate.kernel.Utc;
import org.teate.kernel.Yen;

/** A decision as it lies in the database, never to be changed. Columns that a decision may lack are null. */
@Entity
@Table(name = "DECISION")
@IdClass(DecisionEntity.Key.class)
class DecisionEntity {

    @Id
    @Column(name = "LEDGER_NUMBER")
    private String ledgerNumber;

    @Id
    @Column(name = "SEQUENCE_NUMBER")
    private int sequenceNumber;

    @Column(name = "KIND", updatable = false)
    private String kind;

    @Column(name = "REVISION_KIND", updatable = false)
    private String revisionKind;

    @Column(name = "EVENT_ON", updatable = false)
    private Date eventOn;

    @Column(name = "CLAIMED_ON", updatable = false)
    private Date claimedOn;

    @Column(name = "DECIDED_ON", updatable = false)
    private Date decidedOn;

    @Column(name = "START_MONTH", updatable = false)
    private String startMonth;

    @Column(name = "BEFORE_AMOUNT", updatable = false)
    private Long beforeAmount;

    @Column(name = "AFTER_AMOUNT", updatable = false)
    private Long afterAmount;

    @Column(name = "BEFORE_CHILDREN", updatable = false)
    private Integer beforeChildren;

    @Column(name = "AFTER_CHILDREN", updatable = false)
    private Integer afterChildren;

    @Column(name = "REASON_CODE", updatable = false)
    private String reasonCode;

    @Column(name = "NOTE", updatable = false)
    private String note;

    @Column(name = "DRAFTED_BY", updatable = false)
    private String draftedBy;

    @Column(name = "APPROVED_BY", updatable = false)
    private String approvedBy;

    @Column(name = "RECORDED_AT", updatable = false)
    private Timestamp recordedAt;

    /** For JPA. */
    protected DecisionEntity() {}

    DecisionEntity(Decision decision, Instant now) {
        ledgerNumber = decision.ledger().value();
        sequenceNumber = decision.sequence();
        kind = decision.kind().code();
        revisionKind = decision.revisionKind().map(RevisionKind::code).orElse(null);
        eventOn = Date.valueOf(decision.eventOn());
        claimedOn = decision.claimedOn().map(Date::valueOf).orElse(null);
        decidedOn = Date.valueOf(decision.decidedOn());
        startMonth = Yyyymm.text(decision.startMonth());
        beforeAmount = decision.before().monthly().map(Yen::amount).orElse(null);
        afterAmount = decision.after().monthly().map(Yen::amount).orElse(null);
        beforeChildren = boxed(decision.before().children());
        afterChildren = boxed(decision.after().children());
        reasonCode = decision.endReason()
                .map(EndReason::code)
                .or(() -> decision.hold().map(Hold::code))
                .orElse(null);
        note = decision.note();
        draftedBy = decision.draftedBy().orElse(null);
        approvedBy = decision.approvedBy().orElse(null);
        recordedAt = Utc.timestamp(now);
    }

    /** The decisions on a ledger that were known, newest first. */
    static List<Decision> of(EntityManager em, LedgerNumber ledger, KnownAt known) {
        return em
                .createQuery(
                        "select d from DecisionEntity d where d.ledgerNumber = :ledger order by d.sequenceNumber desc",
                        DecisionEntity.class)
                .setParameter("ledger", ledger.value())
                .getResultList()
                .stream()
                .filter(entity -> known.includes(entity.recordedAt))
                .map(DecisionEntity::toDecision)
                .toList();
    }

    /** The sequence of the next decision on a ledger. */
    static int nextSequence(EntityManager em, LedgerNumber ledger) {
        Integer last = em.createQuery(
                        "select max(d.sequenceNumber) from DecisionEntity d where d.ledgerNumber = :ledger",
                        Integer.class)
                .setParameter("ledger", ledger.value())
                .getSingleResult();
        return last == null ? 1 : last + 1;
    }

    Decision toDecision() {
        DecisionKind decided = LedgerRows.code(DecisionKind.class, kind);
        return new Decision(
                LedgerNumber.of(ledgerNumber),
                sequenceNumber,
                decided,
                LedgerRows.optionalCode(RevisionKind.class, revisionKind),
                eventOn.toLocalDate(),
                Optional.ofNullable(claimedOn).map(Date::toLocalDate),
                decidedOn.toLocalDate(),
                Yyyymm.of(startMonth),
                sum(beforeAmount, beforeChildren),
                sum(afterAmount, afterChildren),
                LedgerRows.optionalCode(EndReason.class, decided == DecisionKind.ENDED ? reasonCode : null),
                LedgerRows.optionalCode(Hold.class, decided == DecisionKind.ENDED ? null : reasonCode),
                note == null ? "" : note,
                Optional.ofNullable(draftedBy),
                Optional.ofNullable(approvedBy));
    }

    private static Integer boxed(OptionalInt number) {
        return number.isPresent() ? number.getAsInt() : null;
    }

    private static Decision.Sum sum(Long amount, Integer children) {
        return new Decision.Sum(
                Optional.ofNullable(amount).map(Yen::of),
                children == null ? OptionalInt.empty() : OptionalInt.of(children));
    }

    /** Ledger and sequence; public because OpenJPA makes it. */
    public static final class Key implements Serializable {

        private static final long serialVersionUID = 1L;

        public String ledgerNumber;
        public int sequenceNumber;

        @Override
        public boolean equals(Object other) {
            return other instanceof Key key
                    && key.ledgerNumber.equals(ledgerNumber)
                    && key.sequenceNumber == sequenceNumber;
        }

        @Override
        public int hashCode() {
            return Objects.hash(ledgerNumber, sequenceNumber);
        }
    }
}
