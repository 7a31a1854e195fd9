// SPDX-FileCopyrightText: Teate contributors
// SPDX-License-Identifier: Apache-2.0
package org.teate.cases.internal;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.Before;
import org.junit.Rule;
import org.junit.Test;
import org.teate.access.Deed;
import org.teate.access.Forbidden;
import org.teate.access.Role;
import org.teate.cases.ApprovalOutcome;
import org.teate.cases.CaseFile;
import org.teate.cases.CaseStatus;
import org.teate.cases.Decision;
import org.teate.cases.DraftOutcome;
import org.teate.cases.EndReason;
import org.teate.cases.Entitlement;
import org.teate.cases.Hold;
import org.teate.cases.Obstacle;
import org.teate.cases.Proposal;
import org.teate.exchange.Taken;
import org.teate.kernel.AddresseeNumber;
import org.teate.kernel.LedgerNumber;
import org.teate.kernel.Yen;
import org.teate.ports.Message;

public class DecisionsTest {

    @Rule
    public final Ledger ledger = new Ledger();

    private LedgerNumber number;

    @Before
    public void thereIsACase() {
        number = ledger.open(1);
        ledger.take(ledger.history, SentRecord.certification(number.value()));
        ledger.staff.deeds.clear();
    }

    @Test
    public void anEndIsDraftedByOneAndApprovedByAnother() {
        Decision decision = decided(moveOut());

        assertEquals("0000000011-2", decision.number());
        assertEquals(Optional.of("clerk"), decision.draftedBy());
        assertEquals(Optional.of("approver"), decision.approvedBy());
        assertEquals(YearMonth.of(2026, 12), decision.startMonth());
        assertEquals(Optional.of(Yen.of(10_000)), decision.before().monthly());
        assertEquals(OptionalInt.of(1), decision.before().children());
        assertEquals(Optional.of(Yen.ZERO), decision.after().monthly());
        Entitlement entitlement = file().entitlement();
        assertEquals(CaseStatus.ENDED, entitlement.status());
        assertEquals(Optional.of(YearMonth.of(2026, 11)), entitlement.lastMonth());
        assertEquals(Optional.of(EndReason.MOVED_OUT), entitlement.endReason());
        assertEquals(List.of(decision.number(), "0000000011-1"), numbers(file().decisions()));
    }

    @Test
    public void anEndIsToldAndRecorded() {
        decided(moveOut());

        assertEquals(
                List.of(new Message(
                        "0000000011-2",
                        "welfare",
                        "000000000000010",
                        "entitlement.ended",
                        "{\"decisionNumber\":\"0000000011-2\",\"ledgerNumber\":\"0000000011\","
                                + "\"addresseeNumber\":\"000000000000010\",\"reasonCode\":\"S01\","
                                + "\"eventOn\":\"20261120\",\"decidedOn\":\"20261210\",\"startMonth\":\"202612\"}")),
                ledger.post.messages);
        assertEquals(
                List.of("case.draft", "case.end"),
                ledger.staff.deeds.stream().map(Deed::action).toList());
        assertEquals(
                Optional.of(AddresseeNumber.of("000000000000010")),
                ledger.staff.deeds.get(1).subject());
    }

    @Test
    public void whatWasKnownBeforeTheDecisionCanStillBeSeen() {
        Instant before = ledger.clock.instant();
        ledger.clock.pass(Duration.ofHours(1));
        decided(moveOut());

        CaseFile then = ledger.register.findAsKnownAt(number, before).orElseThrow();

        assertEquals(CaseStatus.RECEIVING, then.entitlement().status());
        assertEquals(1, then.decisions().size());
    }

    @Test
    public void whoDraftedMayNotApprove() {
        ledger.staff.enter("both", Role.CLERK);
        long draft = drafted(moveOut());
        ledger.staff.enter("both", Role.APPROVER);

        assertEquals(new ApprovalOutcome.OwnDraft(), ledger.decisions.approve(draft));
        assertEquals(CaseStatus.RECEIVING, file().entitlement().status());
        assertEquals(List.of(), ledger.post.messages);
    }

    @Test
    public void aClerkMayNotApproveAndAnApproverMayNotDraft() {
        long draft = drafted(moveOut());

        assertThrows(Forbidden.class, () -> ledger.decisions.approve(draft));
        ledger.staff.enter("approver", Role.APPROVER);
        assertThrows(Forbidden.class, () -> ledger.decisions.draft(moveOut()));
    }

    @Test
    public void approvingTwiceDecidesOnce() {
        long draft = drafted(moveOut());
        ledger.staff.enter("approver", Role.APPROVER);
        ledger.decisions.approve(draft);

        assertTrue(ledger.decisions.approve(draft) instanceof ApprovalOutcome.AlreadyDecided);
        assertEquals(1, ledger.post.messages.size());
        assertEquals(2, TestDatabase.rows("DECISION"));
    }

    @Test
    public void aDecisionThatCannotBeToldIsNotTaken() {
        long draft = drafted(moveOut());
        ledger.staff.enter("approver", Role.APPROVER);
        ledger.post.isFull = true;

        assertThrows(IllegalStateException.class, () -> ledger.decisions.approve(draft));

        assertEquals(CaseStatus.RECEIVING, file().entitlement().status());
        assertEquals(1, TestDatabase.rows("ENTITLEMENT"));
        assertEquals(1, TestDatabase.rows("DECISION"));
    }

    @Test
    public void aDraftThatWasSentBackDecidesNothingAndMakesRoomForAnother() {
        long draft = drafted(moveOut());
        assertEquals(new DraftOutcome.Refused(Obstacle.DRAFT_WAITING), ledger.decisions.draft(moveOut()));
        ledger.staff.enter("approver", Role.APPROVER);

        assertTrue(ledger.decisions.sendBack(draft, "転出日を確認") instanceof ApprovalOutcome.SentBack);

        assertTrue(ledger.decisions.approve(draft) instanceof ApprovalOutcome.AlreadyDecided);
        ledger.staff.enter("clerk", Role.CLERK);
        drafted(moveOut());
    }

    @Test
    public void withholdingForAMissingReportIsAStatusAndItsReleaseTheOldOne() {
        decided(new Proposal.Withhold(number, Hold.STATUS_REPORT_MISSING, YearMonth.of(2026, 8), ""));
        Entitlement held = file().entitlement();
        assertEquals(CaseStatus.WITHHELD, held.status());
        assertTrue(held.isHeld(YearMonth.of(2026, 8)));
        assertTrue(!held.isHeld(YearMonth.of(2026, 7)));

        Decision release = decided(new Proposal.Release(number, "現況届を受理"));

        assertEquals(YearMonth.of(2026, 8), release.startMonth());
        assertEquals(CaseStatus.RECEIVING, file().entitlement().status());
        assertEquals(Hold.NONE, file().entitlement().hold());
        assertEquals(
                List.of("entitlement.held", "entitlement.released"),
                ledger.post.messages.stream().map(Message::kind).toList());
    }

    @Test
    public void aHoldForAnAccountLeavesTheStatusAsItIs() {
        decided(new Proposal.Withhold(number, Hold.ACCOUNT, YearMonth.of(2026, 10), ""));

        assertEquals(CaseStatus.RECEIVING, file().entitlement().status());
        assertEquals(Hold.ACCOUNT, file().entitlement().hold());
    }

    @Test
    public void whatTheCaseDoesNotAllowIsNotDrafted() {
        assertObstacle(Obstacle.NO_SUCH_CASE, new Proposal.Release(LedgerNumber.ofSerial(99), ""));
        assertObstacle(Obstacle.NOT_HELD, new Proposal.Release(number, ""));
        assertObstacle(
                Obstacle.BEFORE_THE_FIRST_MONTH,
                new Proposal.End(number, EndReason.CARE_LOST, LocalDate.of(2025, 4, 30), ""));
        assertObstacle(
                Obstacle.OUTSIDE_THE_ENTITLEMENT,
                new Proposal.Withhold(number, Hold.INQUIRY, YearMonth.of(2025, 4), ""));
        decided(moveOut());
        ledger.staff.enter("clerk", Role.CLERK);
        assertObstacle(Obstacle.ENDED, moveOut());
    }

    @Test
    public void aCaseThatChangedMeanwhileIsNotDecidedOn() {
        long draft = drafted(moveOut());
        ledger.take(
                ledger.pages,
                SentRecord.page(number.value(), Ledger.recipient(1))
                        .with("statusCode", "50")
                        .with("endedOn", "20261001")
                        .with("benefitEndMonth", "202610")
                        .with("reasonCode", "S01"));
        ledger.staff.enter("approver", Role.APPROVER);

        assertEquals(new ApprovalOutcome.Overtaken(Obstacle.ENDED), ledger.decisions.approve(draft));
    }

    @Test
    public void theOldSystemsPageDoesNotUndoADecision() {
        decided(moveOut());

        assertEquals(
                List.of(Taken.STALE), ledger.take(ledger.pages, SentRecord.page(number.value(), Ledger.recipient(1))));
        assertEquals(CaseStatus.ENDED, file().entitlement().status());
    }

    @Test
    public void aDraftIsShownWithWhatItProposes() {
        long draft = drafted(moveOut());

        assertEquals(moveOut(), ledger.decisions.find(draft).orElseThrow().proposal());
        assertEquals(
                "clerk", ledger.decisions.find(draft).orElseThrow().approval().draftedBy());
        assertEquals(Optional.empty(), ledger.decisions.find(99));
        assertThrows(IllegalArgumentException.class, () -> approveAs("approver", 99));
    }

    private Proposal.End moveOut() {
        return new Proposal.End(number, EndReason.MOVED_OUT, LocalDate.of(2026, 11, 20), "転出届による");
    }

    private long drafted(Proposal proposal) {
        return ((DraftOutcome.Drafted) ledger.decisions.draft(proposal)).number();
    }

    private Decision decided(Proposal proposal) {
        ledger.staff.enter("clerk", Role.CLERK);
        return ((ApprovalOutcome.Decided) approveAs("approver", drafted(proposal))).decision();
    }

    private ApprovalOutcome approveAs(String login, long draft) {
        ledger.staff.enter(login, Role.APPROVER);
        return ledger.decisions.approve(draft);
    }

    private void assertObstacle(Obstacle obstacle, Proposal proposal) {
        assertEquals(new DraftOutcome.Refused(obstacle), ledger.decisions.draft(proposal));
    }

    private CaseFile file() {
        return ledger.register.find(number).orElseThrow();
    }

    private static List<String> numbers(List<Decision> decisions) {
        return decisions.stream().map(Decision::number).toList();
    }
}
