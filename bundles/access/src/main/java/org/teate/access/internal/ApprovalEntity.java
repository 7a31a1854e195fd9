// SPDX-FileCopyrightText: Teate contributors
// SPDX-License-Identifier: Apache-2.0
package org.teate.access.internal;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.Optional;
import javax.persistence.Column;
import javax.persistence.Entity;
import javax.persistence.EnumType;
import javax.persistence.Enumerated;
import javax.persistence.GeneratedValue;
import javax.persistence.GenerationType;
import javax.persistence.Id;
import javax.persistence.Table;
import javax.persistence.Version;
import org.teate.access.Approval;
import org.teate.access.Approval.State;
import org.teate.access.Draft;
import org.teate.access.Permission;
import org.teate.kernel.Utc;

/** A draft and what became of it. */
@Entity
@Table(name = "APPROVAL")
class ApprovalEntity {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    @Column(name = "DRAFT_NUMBER")
    private long draftNumber;

    @Column(name = "KIND")
    private String kind;

    @Column(name = "OBJECT_KEY")
    private String objectKey;

    @Column(name = "TITLE")
    private String title;

    @Enumerated(EnumType.STRING)
    @Column(name = "TO_DRAFT")
    private Permission toDraft;

    @Enumerated(EnumType.STRING)
    @Column(name = "TO_APPROVE")
    private Permission toApprove;

    @Column(name = "DRAFTED_BY")
    private String draftedBy;

    @Column(name = "DRAFTED_AT")
    private Timestamp draftedAt;

    @Enumerated(EnumType.STRING)
    @Column(name = "STATE")
    private State state;

    /** Null while it waits. */
    @Column(name = "DECIDED_BY")
    private String decidedBy;

    /** Null while it waits. */
    @Column(name = "DECIDED_AT")
    private Timestamp decidedAt;

    @Column(name = "REASON")
    private String reason;

    @Version
    @Column(name = "LOCK_VERSION")
    private int lockVersion;

    /** For JPA. */
    protected ApprovalEntity() {}

    ApprovalEntity(Draft draft, String drafter, Instant now) {
        kind = draft.kind();
        objectKey = draft.object();
        title = draft.title();
        toDraft = draft.toDraft();
        toApprove = draft.toApprove();
        draftedBy = drafter;
        draftedAt = Utc.timestamp(now);
        state = State.WAITING;
        reason = "";
    }

    long number() {
        return draftNumber;
    }

    boolean waits() {
        return state == State.WAITING;
    }

    void decide(State decision, String decider, String why, Instant now) {
        state = decision;
        decidedBy = decider;
        decidedAt = Utc.timestamp(now);
        reason = why;
    }

    Approval toApproval() {
        return new Approval(
                draftNumber,
                new Draft(kind, objectKey, title, toDraft, toApprove),
                draftedBy,
                Utc.instant(draftedAt),
                state,
                Optional.ofNullable(decidedBy),
                Optional.ofNullable(decidedAt).map(Utc::instant),
                reason);
    }
}
