// SPDX-FileCopyrightText: Teate contributors
// SPDX-License-Identifier: Apache-2.0
package org.teate.access.internal;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.Rule;
import org.junit.Test;
import org.teate.access.Actor;
import org.teate.access.Approval;
import org.teate.access.Approval.State;
import org.teate.access.Draft;
import org.teate.access.Forbidden;
import org.teate.access.Permission;
import org.teate.access.Verdict;

public class JpaApprovalsTest {

    private static final Draft DRAFT =
            new Draft("payment.run", "2026-12", "令和8年12月定時払", Permission.PAYMENT_DRAFT, Permission.PAYMENT_APPROVE);
    private static final Actor CLERK = actor("clerk", Permission.PAYMENT_DRAFT);
    private static final Actor CHIEF = actor("chief", Permission.PAYMENT_APPROVE);
    private static final Actor BOTH = actor("both", Permission.PAYMENT_DRAFT, Permission.PAYMENT_APPROVE);

    @Rule
    public final Office office = new Office();

    @Test
    public void aDraftWaitsUntilASecondPersonApproves() {
        long number = draftedBy(CLERK);
        assertEquals(List.of(number), waiting());

        Approval approved = decided(office.as(CHIEF, () -> office.approvals.approve(number)));
        assertEquals(State.APPROVED, approved.state());
        assertEquals(DRAFT, approved.draft());
        assertEquals("clerk", approved.draftedBy());
        assertEquals(Optional.of("chief"), approved.decidedBy());
        assertEquals(Optional.of(office.clock.instant()), approved.decidedAt());
        assertEquals(List.of(), waiting());
    }

    @Test
    public void theDrafterNeverApprovesOrSendsBackTheOwnDraft() {
        long number = draftedBy(BOTH);

        assertEquals(new Verdict.OwnDraft(), office.as(BOTH, () -> office.approvals.approve(number)));
        assertEquals(new Verdict.OwnDraft(), office.as(BOTH, () -> office.approvals.sendBack(number, "数字の誤り")));
        assertEquals(List.of(number), waiting());
        assertTrue("the attempt stays", office.trail().get(0).refused());
    }

    @Test
    public void aDraftIsDecidedOnce() {
        long number = draftedBy(CLERK);
        Approval sentBack = decided(office.as(CHIEF, () -> office.approvals.sendBack(number, "数字の誤り")));

        assertEquals(State.SENT_BACK, sentBack.state());
        assertEquals("数字の誤り", sentBack.reason());
        assertEquals(new Verdict.AlreadyDecided(sentBack), office.as(BOTH, () -> office.approvals.approve(number)));
    }

    @Test
    public void onlyWhoMayApproveApproves() {
        long number = draftedBy(CLERK);

        Actor colleague = actor("colleague", Permission.PAYMENT_DRAFT);
        office.as(colleague, () -> assertThrows(Forbidden.class, () -> office.approvals.approve(number)));
        assertEquals(List.of(number), waiting());
    }

    @Test
    public void onlyWhoMayDraftDrafts() {
        office.as(CHIEF, () -> assertThrows(Forbidden.class, () -> office.approvals.draft(DRAFT)));
    }

    @Test
    public void anApprovalIsUndoneWithTheWorkThatItAllowed() {
        long number = draftedBy(CLERK);
        office.as(
                CHIEF,
                () -> assertThrows(
                        IllegalStateException.class,
                        () -> office.jpa.tx(em -> {
                            office.approvals.approve(number);
                            throw new IllegalStateException("the work failed");
                        })));

        assertEquals(List.of(number), waiting());
    }

    @Test
    public void everyStepIsOnTheTrail() {
        long number = draftedBy(CLERK);
        office.as(CHIEF, () -> office.approvals.approve(number));

        assertEquals(List.of("approval.approve", "approval.draft"), office.actions());
        assertEquals("2026-12", office.trail().get(0).deed().object());
    }

    @Test
    public void aDraftThatIsNotThereCannotBeDecided() {
        office.as(CHIEF, () -> assertThrows(IllegalArgumentException.class, () -> office.approvals.approve(4_711)));
    }

    private long draftedBy(Actor actor) {
        return office.as(actor, () -> office.approvals.draft(DRAFT));
    }

    private List<Long> waiting() {
        return office.as(CLERK, office.approvals::waiting).stream()
                .map(Approval::number)
                .toList();
    }

    private static Approval decided(Verdict verdict) {
        return ((Verdict.Decided) verdict).approval();
    }

    private static Actor actor(String login, Permission... permissions) {
        return new Actor(login, "", Set.of(permissions), "10.0.0.1");
    }
}
