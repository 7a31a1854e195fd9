// SPDX-FileCopyrightText: Teate contributors
// SPDX-License-Identifier: Apache-2.0
package org.teate.exchange.internal;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.Before;
import org.junit.Test;
import org.teate.access.Actor;
import org.teate.access.Approval;
import org.teate.access.Deed;
import org.teate.access.Forbidden;
import org.teate.access.Permission;
import org.teate.exchange.Discard;
import org.teate.exchange.WaitingMessage;
import org.teate.ports.Message;
import org.teate.ports.Teller;

public class QueuesTest {

    private static final String A = "000000000000001";
    private static final String B = "000000000000002";

    private final DerbyTransactions transactions = new DerbyTransactions();
    private final Office office = new Office();
    private final Desk desk = new Desk(office);
    private final Hands hands = new Hands();
    private final JdbcOutbox outbox = new JdbcOutbox(transactions, office, hands);
    private final JdbcQueues queues = new JdbcQueues(transactions, outbox, office, desk, office, hands);
    private final Books welfare = new Books();
    private final Socket<Teller> teller =
            new Socket<>(new ConnectorName("welfare-current"), welfare, Instant.EPOCH, Runnable::run);
    private final Rounds rounds = new Rounds(transactions, () -> List.of(teller), name -> false, office, office, hands);

    private final Actor operator = office.actor;
    private final Actor both = actor("both", EnumSet.allOf(Permission.class));
    private final Actor chief = actor("chief", Set.of(Permission.EXCHANGE_VIEW, Permission.EXCHANGE_APPROVE));

    private static Actor actor(String login, Set<Permission> permissions) {
        return new Actor(login, "職員", permissions, "test");
    }

    /** a1 is refused and holds back a2; b1 has been told. */
    @Before
    public void refuseOne() {
        welfare.before = message -> {
            if (message.key().equals("a1")) {
                throw new IllegalArgumentException("台帳がありません");
            }
        };
        put("a1", A);
        put("b1", B);
        put("a2", A);
        rounds.make();
    }

    private void put(String key, String subject) {
        transactions.required(db -> {
            outbox.put(new Message(key, "welfare", subject, "entitlement.revised", "{\"monthly\":15000}"));
            return key;
        });
    }

    @Test
    public void theMessagesThatWaitAreListedWithTheirTrouble() {
        List<WaitingMessage> waiting = queues.messages("welfare", false, 0, 10);

        assertEquals(
                List.of("a1", "a2"), waiting.stream().map(WaitingMessage::key).toList());
        WaitingMessage refused = waiting.get(0);
        assertTrue(refused.refused());
        assertEquals("entitlement.revised", refused.kind());
        assertEquals(A, refused.subject());
        assertEquals(1, refused.attempts());
        assertEquals("台帳がありません", refused.lastError());
        assertEquals(hands.instant(), refused.putAt());
        assertEquals(List.of(refused), queues.messages("welfare", true, 0, 10));
        assertEquals(List.of(waiting.get(1)), queues.messages("welfare", false, refused.number(), 10));
        assertEquals(List.of(), queues.messages("bank", false, 0, 10));
    }

    @Test
    public void aMessageIsFoundByItsKeyAsLongAsItWaits() {
        assertEquals(
                queues.messages("welfare", true, 0, 1).get(0), queues.find("a1").orElseThrow());
        assertTrue("it was told", queues.find("b1").isEmpty());
    }

    @Test
    public void aMessagesContentIsForThoseWhoMaySeePersonsAndIsAudited() {
        assertThrows(Forbidden.class, () -> queues.open("a1"));

        office.actor = both;

        assertEquals("{\"monthly\":15000}", queues.open("a1").orElseThrow().body());
        assertEquals("exchange.message.view", office.deeds.get(0).action());
        assertTrue(office.deeds.get(0).subject().isPresent());
        assertTrue(queues.open("none").isEmpty());
    }

    @Test
    public void aMessageIsDiscardedByTwoPersonsAndHoldsBackNothingMore() {
        Discard proposed = queues.proposeDiscard("a1", "窓口で取り下げられた");
        long draft = ((Discard.Proposed) proposed).draft();
        rounds.make();

        assertEquals("it waits until it is approved", List.of("b1"), welfare.arrivals);
        WaitingMessage message = queues.messages("welfare", true, 0, 10).get(0);
        assertEquals(draft, message.discard().orElseThrow().draft());
        assertEquals("窓口で取り下げられた", message.discard().get().reason());
        assertEquals("operator", message.discard().get().by());

        office.actor = chief;
        assertEquals(new Discard.Discarded("a1"), queues.approveDiscard(draft));
        rounds.make();

        assertEquals(List.of("b1", "a2"), welfare.arrivals);
        assertEquals(Map.of(), outbox.waiting());
        assertEquals("exchange.discard", office.deeds.get(1).action());
        assertEquals("窓口で取り下げられた", office.deeds.get(1).reason());
    }

    @Test
    public void nobodyDiscardsAlone() {
        office.actor = both;
        long draft = ((Discard.Proposed) queues.proposeDiscard("a1", "不要")).draft();

        assertTrue(queues.approveDiscard(draft) instanceof Discard.NotDiscarded);
        assertEquals(2L, outbox.waiting().get("welfare").longValue());

        office.actor = operator;
        assertThrows(Forbidden.class, () -> queues.approveDiscard(draft));
    }

    @Test
    public void onlyWhatWasNotTakenCanBeDiscarded() {
        assertTrue(queues.proposeDiscard("a2", "不要") instanceof Discard.NotDiscarded);
        assertTrue(queues.proposeDiscard("b1", "不要") instanceof Discard.NotDiscarded);
        assertTrue(queues.proposeDiscard("none", "不要") instanceof Discard.NotDiscarded);
        assertTrue(queues.proposeDiscard("a1", "不要") instanceof Discard.Proposed);
        assertTrue("once", queues.proposeDiscard("a1", "不要") instanceof Discard.NotDiscarded);
    }

    @Test
    public void aProposalThatWasSentBackCanBeMadeAgain() {
        long draft = ((Discard.Proposed) queues.proposeDiscard("a1", "不要")).draft();
        assertThrows(Forbidden.class, () -> queues.sendBackDiscard(draft, "理由が足りない"));
        office.actor = chief;
        assertEquals(draft, queues.proposal("a1").orElseThrow().number());
        assertEquals(new Discard.SentBack("a1"), queues.sendBackDiscard(draft, "理由が足りない"));
        assertEquals(Optional.empty(), queues.proposal("a1"));
        Deed deed = office.deeds.get(office.deeds.size() - 1);
        assertEquals(Deed.of("exchange.discard.sendback", "a1", "理由が足りない"), deed);

        assertTrue(queues.messages("welfare", true, 0, 10).get(0).discard().isEmpty());
        assertTrue(queues.approveDiscard(draft) instanceof Discard.NotDiscarded);

        office.actor = operator;
        assertTrue(queues.proposeDiscard("a1", "転出により不要") instanceof Discard.Proposed);
    }

    @Test
    public void whatWasToldMeanwhileIsNotDiscardedAndItsDraftWaitsNoMore() {
        long draft = ((Discard.Proposed) queues.proposeDiscard("a1", "不要")).draft();
        tellAll();

        office.actor = chief;
        assertEquals(
                "この通知は既に届いているため、取り消しません。起案は「通知済みのため」差し戻しました。",
                ((Discard.NotDiscarded) queues.approveDiscard(draft)).reason());

        Approval decided = desk.find(draft).orElseThrow();
        assertEquals(Approval.State.SENT_BACK, decided.state());
        assertEquals("通知済みのため", decided.reason());
        assertEquals(List.of(), desk.waiting());
        assertEquals(List.of("b1", "a1", "a2"), welfare.arrivals);
        assertEquals("この取消は、既に決裁または差戻しされています。", ((Discard.NotDiscarded) queues.approveDiscard(draft)).reason());
    }

    @Test
    public void theDrafterDoesNotEndTheDraftOfWhatWasTold() {
        office.actor = both;
        long draft = ((Discard.Proposed) queues.proposeDiscard("a1", "不要")).draft();
        tellAll();

        assertEquals("起案した本人は決裁できません。", ((Discard.NotDiscarded) queues.approveDiscard(draft)).reason());
        assertEquals(1, desk.waiting().size());
    }

    private void tellAll() {
        welfare.before = message -> {};
        assertTrue(queues.retry("a1", "台帳を登録した"));
        rounds.make();
    }

    @Test
    public void aPoisonedMessageCanBeRetriedAtOnceOrDiscarded() {
        welfare.before = message -> {
            throw new IllegalStateException("a bug");
        };
        put("c1", "000000000000003");
        hands.turn(Duration.ofSeconds(1));
        rounds.make();

        assertEquals(
                "連携機能に誤りがありました。ログを確認してください。", queues.find("c1").orElseThrow().lastError());
        assertFalse(queues.retry("a2", "待っているだけ"));
        welfare.before = message -> {};
        assertTrue(queues.retry("c1", "直した"));
        rounds.make();

        assertTrue(welfare.arrivals.contains("c1"));
    }

    @Test
    public void aReasonIsNeeded() {
        assertThrows(IllegalArgumentException.class, () -> queues.proposeDiscard("a1", " "));
        assertThrows(IllegalArgumentException.class, () -> queues.retry("a1", ""));
    }
}
