// SPDX-FileCopyrightText: Teate contributors
// SPDX-License-Identifier: Apache-2.0
package org.teate.cases.internal;

import java.sql.Date;
import javax.persistence.Column;
import javax.persistence.Entity;
import javax.persistence.Id;
import javax.persistence.Table;
import org.teate.cases.DecisionKind;
import org.teate.cases.EndReason;
import org.teate.cases.Hold;
import org.teate.cases.Proposal;
import org.teate.kernel.LedgerNumber;

/** What a draft proposes, as it lies in the database. Which columns are null depends on the kind. */
@Entity
@Table(name = "DECISION_DRAFT")
class DecisionDraftEntity {

    @Id
    @Column(name = "DRAFT_NUMBER")
    private long draftNumber;

    @Column(name = "LEDGER_NUMBER", updatable = false)
    private String ledgerNumber;

    @Column(name = "KIND", updatable = false)
    private String kind;

    @Column(name = "REASON_CODE", updatable = false)
    private String reasonCode;

    @Column(name = "EVENT_ON", updatable = false)
    private Date eventOn;

    @Column(name = "FROM_MONTH", updatable = false)
    private String fromMonth;

    @Column(name = "NOTE", updatable = false)
    private String note;

    /** For JPA. */
    protected DecisionDraftEntity() {}

    DecisionDraftEntity(long draftNumber, Proposal proposal) {
        this.draftNumber = draftNumber;
        ledgerNumber = proposal.ledger().value();
        kind = proposal.kind().code();
        note = proposal.note();
        if (proposal instanceof Proposal.End end) {
            reasonCode = end.reason().code();
            eventOn = Date.valueOf(end.eventOn());
        } else if (proposal instanceof Proposal.Withhold withhold) {
            reasonCode = withhold.hold().code();
            fromMonth = Yyyymm.text(withhold.from());
        }
    }

    Proposal toProposal() {
        LedgerNumber ledger = LedgerNumber.of(ledgerNumber);
        return switch (LedgerRows.code(DecisionKind.class, kind)) {
            case ENDED -> new Proposal.End(
                    ledger, LedgerRows.code(EndReason.class, reasonCode), eventOn.toLocalDate(), note);
            case WITHHELD -> new Proposal.Withhold(
                    ledger, LedgerRows.code(Hold.class, reasonCode), Yyyymm.of(fromMonth), note);
            case RELEASED -> new Proposal.Release(ledger, note);
            case CERTIFIED, REVISED -> throw new IllegalStateException("No draft is of kind " + kind);
        };
    }
}
