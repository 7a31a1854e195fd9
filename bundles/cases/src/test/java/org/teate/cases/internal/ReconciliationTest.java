// SPDX-FileCopyrightText: Teate contributors
// SPDX-License-Identifier: Apache-2.0
package org.teate.cases.internal;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.Rule;
import org.junit.Test;
import org.teate.access.Deed;
import org.teate.access.OpenItem;
import org.teate.access.Role;
import org.teate.access.SystemAccount;
import org.teate.access.WorkItem;
import org.teate.access.Worklist;
import org.teate.cases.ApprovalOutcome;
import org.teate.cases.DraftOutcome;
import org.teate.cases.EndReason;
import org.teate.cases.LedgerComparison;
import org.teate.cases.LedgerComparison.Standing;
import org.teate.cases.Proposal;
import org.teate.exchange.Taken;
import org.teate.kernel.AddresseeNumber;
import org.teate.kernel.LedgerNumber;
import org.teate.kernel.Yen;
import org.teate.ports.FeedRecord;
import org.teate.ports.OutOfService;
import org.teate.ports.welfare.Applicant;
import org.teate.ports.welfare.LedgerEntry;
import org.teate.ports.welfare.WelfareLedger;

public class ReconciliationTest {

    private static final List<String> ITEMS = List.of(
            "ledgerNumber",
            "addresseeNumber",
            "recipientName",
            "statusCode",
            "firstMonth",
            "lastMonth",
            "reasonCode",
            "monthly",
            "children",
            "paidUpTo",
            "lastDecision");

    @Rule
    public final Ledger ledger = new Ledger();

    private final Welfare welfare = new Welfare();
    private final Work work = new Work();

    @Test
    public void aLedgerBookedAsWeHoldItAgrees() {
        LedgerNumber number = ledger.open(1);
        welfare.books(entry(number, 1, Yen.of(10_000), ""));

        assertEquals(List.of(Standing.AGREES), standings(ask(1)));
    }

    @Test
    public void anotherAmountIsShownWithBothSides() {
        LedgerNumber number = ledger.open(1);
        welfare.books(entry(number, 1, Yen.of(15_000), ""));

        LedgerComparison comparison = ask(1).get(0);

        assertEquals(Standing.DIFFERS, comparison.standing());
        assertEquals(List.of(new LedgerComparison.Difference("月額", "10,000円", "15,000円")), comparison.differences());
    }

    @Test
    public void whatTheWelfareSystemHasNotBeenToldYetIsNoFault() {
        LedgerNumber number = ledger.open(1);
        end(number);
        welfare.books(entry(number, 1, Yen.of(10_000), ""));

        assertEquals(List.of(Standing.NOT_TOLD_YET), standings(ask(1)));
    }

    @Test
    public void whatTheWelfareSystemWasToldAndHasNotBookedIsAFault() {
        LedgerNumber number = ledger.open(1);
        end(number);
        ledger.post.messages.clear();
        welfare.books(entry(number, 1, Yen.of(10_000), ""));

        assertEquals(List.of(Standing.DIFFERS), standings(ask(1)));
    }

    @Test
    public void aDifferenceAfterTheLastDecisionWasBookedIsAFault() {
        LedgerNumber number = ledger.open(1);
        end(number);
        welfare.books(entry(number, 1, Yen.of(10_000), number + "-1"));

        assertEquals(List.of(Standing.DIFFERS), standings(ask(1)));
    }

    @Test
    public void ledgersThatOnlyOneSideKnowsAreListed() {
        ledger.open(1);
        welfare.books(entry(LedgerNumber.ofSerial(2), 1, Yen.ZERO, ""));

        assertEquals(List.of(Standing.ONLY_THERE, Standing.ONLY_HERE), standings(ask(1)));
    }

    @Test
    public void anOutageIsTheCallersToKnowAndTheLookIsOnTheTrail() {
        ledger.open(1);
        welfare.isDown = true;

        assertThrows(OutOfService.class, () -> ask(1));
        AddresseeNumber recipient = AddresseeNumber.of(Ledger.recipient(1));
        assertTrue(ledger.staff.deeds.contains(Deed.about(recipient, "welfare.ask", recipient.value(), "")));
    }

    @Test
    public void theNightlyLedgerIsHeldAgainstOurs() {
        LedgerNumber agreeing = ledger.open(1);
        LedgerNumber differing = ledger.open(2);
        LedgerNumber missing = ledger.open(3);
        NightlyLedger nightly = nightly();

        assertEquals(
                List.of(Taken.APPLIED, Taken.APPLIED),
                take(
                        nightly,
                        sent(agreeing, 1).with("monthly", "10000"),
                        sent(differing, 2).with("monthly", "0")));
        finish(nightly);

        LineReconciliation reconciliation = reconciliation();
        assertEquals(
                Map.of(Standing.AGREES, 1L, Standing.DIFFERS, 1L, Standing.ONLY_HERE, 1L), reconciliation.counts());
        assertEquals(
                List.of(differing, missing),
                reconciliation.differences(Optional.empty(), 100).stream()
                        .map(LedgerComparison::ledger)
                        .toList());
        assertEquals(2, work.items.size());
        assertTrue(work.items.get(0).text().contains("月額（当方 10,000円、福祉システム 0円）"));
    }

    @Test
    public void aMissingLedgerThatIsNamedTheNextNightIsNoLongerMissing() {
        LedgerNumber number = ledger.open(1);
        NightlyLedger nightly = nightly();
        finish(nightly);
        assertEquals(Map.of(Standing.ONLY_HERE, 1L), reconciliation().counts());

        take(nightly, sent(number, 1));
        finish(nightly);

        assertEquals(Map.of(Standing.AGREES, 1L), reconciliation().counts());
    }

    @Test
    public void aLedgerThatWeDoNotKnowIsRefused() {
        Taken answer = take(nightly(), sent(LedgerNumber.ofSerial(9), 9)).get(0);

        assertEquals("E402", ((Taken.Refused) answer).code());
    }

    @Test
    public void theSameLedgerTwiceInAFileIsRefusedTheSecondTime() {
        LedgerNumber number = ledger.open(1);
        NightlyLedger nightly = nightly();

        List<Taken> answers = take(nightly, sent(number, 1), sent(number, 1).with("monthly", "0"));
        List<Taken> nextChunk = take(nightly, sent(number, 1));
        finish(nightly);

        assertEquals(Taken.APPLIED, answers.get(0));
        assertEquals("E503", ((Taken.Refused) answers.get(1)).code());
        assertEquals("E503", ((Taken.Refused) nextChunk.get(0)).code());
        assertEquals(Map.of(Standing.AGREES, 1L), reconciliation().counts());
        assertEquals("the next night it is named anew", List.of(Taken.APPLIED), take(nightly, sent(number, 1)));
    }

    @Test
    public void theSameDifferenceIsTheSameWorkOnEveryServer() {
        LedgerNumber number = ledger.open(1);

        take(nightly(), sent(number, 1).with("monthly", "0"));

        assertEquals(
                "welfare:" + number + ":b1a905ccfc7a60ce26d1a47e64b294fe29263c3c083f68f2c2ca3ae3487026f2",
                work.items.get(0).key());
    }

    private List<LedgerComparison> ask(long serial) {
        return reconciliation().ask(AddresseeNumber.of(Ledger.recipient(serial)));
    }

    private LineReconciliation reconciliation() {
        return new LineReconciliation(
                ledger.jpa,
                ledger.jpa.dataSource(),
                welfare,
                ledger.register,
                ledger.post,
                ledger.staff,
                ledger.staff,
                ledger.clock);
    }

    private NightlyLedger nightly() {
        return new NightlyLedger(ledger.desk, ledger.post, work, ledger.clock);
    }

    private List<Taken> take(NightlyLedger nightly, Sent... records) {
        return ledger.staff.actingAs(
                SystemAccount.IMPORTER,
                () -> ledger.jpa.txExpr(em ->
                        nightly.take(Arrays.stream(records).map(Sent::record).toList())));
    }

    private void finish(NightlyLedger nightly) {
        ledger.staff.actingAs(
                SystemAccount.IMPORTER,
                () -> ledger.jpa.txExpr(em -> {
                    nightly.finish();
                    return nightly;
                }));
    }

    private void end(LedgerNumber number) {
        ledger.staff.enter("clerk", Role.CLERK);
        DraftOutcome draft =
                ledger.decisions.draft(new Proposal.End(number, EndReason.MOVED_OUT, LocalDate.of(2026, 11, 20), ""));
        ledger.staff.enter("approver", Role.APPROVER);
        assertTrue(
                ledger.decisions.approve(((DraftOutcome.Drafted) draft).number()) instanceof ApprovalOutcome.Decided);
    }

    private static List<Standing> standings(List<LedgerComparison> comparisons) {
        return comparisons.stream().map(LedgerComparison::standing).toList();
    }

    private static LedgerEntry entry(LedgerNumber number, long serial, Yen monthly, String lastDecision) {
        return new LedgerEntry(
                number,
                AddresseeNumber.of(Ledger.recipient(serial)),
                "30",
                YearMonth.of(2025, 5),
                Optional.empty(),
                "",
                monthly,
                1,
                Optional.empty(),
                lastDecision);
    }

    private static Sent sent(LedgerNumber number, long serial) {
        return new Sent(new HashMap<>(Map.of(
                "ledgerNumber", number.value(),
                "addresseeNumber", Ledger.recipient(serial),
                "statusCode", "30",
                "firstMonth", "202505",
                "monthly", "10000",
                "children", "1")));
    }

    private record Sent(Map<String, String> values) {

        Sent with(String item, String value) {
            values.put(item, value);
            return this;
        }

        FeedRecord record() {
            Map<String, Integer> positions = new HashMap<>();
            IntStream.range(0, ITEMS.size()).forEach(i -> positions.put(ITEMS.get(i), i));
            return new FeedRecord(
                    1,
                    positions,
                    ITEMS.stream().map(item -> values.getOrDefault(item, "")).toList());
        }
    }

    /** The welfare system, in memory. */
    private static final class Welfare implements WelfareLedger {

        private final List<LedgerEntry> entries = new ArrayList<>();
        private boolean isDown;

        void books(LedgerEntry entry) {
            entries.add(entry);
        }

        @Override
        public List<LedgerEntry> ledgersOf(AddresseeNumber recipient) {
            if (isDown) {
                throw new OutOfService("The welfare system is down");
            }
            return entries.stream()
                    .filter(entry -> entry.recipient().equals(recipient))
                    .toList();
        }

        @Override
        public Optional<Applicant> applicant(AddresseeNumber person) {
            return Optional.empty();
        }

        @Override
        public List<LedgerEntry> after(Optional<LedgerNumber> after, int limit) {
            return entries;
        }
    }

    /** What waits for a clerk, in memory. */
    private static final class Work implements Worklist {

        private final List<WorkItem> items = new ArrayList<>();

        @Override
        public void add(List<WorkItem> many) {
            items.addAll(many);
        }

        @Override
        public List<OpenItem> open(Optional<String> kind, long after, int limit) {
            return List.of();
        }

        @Override
        public Map<String, Long> counts() {
            return Map.of();
        }

        @Override
        public boolean close(long number, String note) {
            return false;
        }
    }
}
