// SPDX-FileCopyrightText: Teate contributors
// SPDX-License-Identifier: Apache-2.0
package org.teate.exchange.internal;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
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
import org.teate.exchange.Discard;
import org.teate.exchange.Queue;
import org.teate.exchange.Queues;
import org.teate.exchange.WaitingMessage;
import org.teate.exchange.WaitingMessage.ProposedDiscard;
import org.teate.kernel.AddresseeNumber;
import org.teate.ports.Message;

/** The outbox as a person sees it, in SQL. */
@Component
public final class JdbcQueues implements Queues {

    private static final String DISCARD = "outbox.discard";
    private static final String TOLD_ALREADY = "通知済みのため";
    private static final int LONGEST_REASON = 300;

    private final Transactions transactions;
    private final JdbcOutbox outbox;
    private final Guard guard;
    private final Approvals approvals;
    private final AuditTrail audit;
    private final Clock clock;
    private final OutboxTable table = new OutboxTable();
    private final WaitingTable waiting = new WaitingTable();

    @Activate
    public JdbcQueues(
            @Reference Transactions transactions,
            @Reference JdbcOutbox outbox,
            @Reference Guard guard,
            @Reference Approvals approvals,
            @Reference AuditTrail audit,
            @Reference Clock clock) {
        this.transactions = transactions;
        this.outbox = outbox;
        this.guard = guard;
        this.approvals = approvals;
        this.audit = audit;
        this.clock = clock;
    }

    @Override
    public List<Queue> queues() {
        guard.require(Permission.EXCHANGE_VIEW);
        return transactions.required(table::queues);
    }

    @Override
    public List<WaitingMessage> messages(String system, boolean refused, long after, int limit) {
        guard.require(Permission.EXCHANGE_VIEW);
        return transactions.required(database -> waiting.of(database, system, refused, after, limit)).stream()
                .map(this::withDiscard)
                .toList();
    }

    @Override
    public Optional<WaitingMessage> find(String key) {
        guard.require(Permission.EXCHANGE_VIEW);
        return transactions.required(database -> waiting.find(database, key)).map(this::withDiscard);
    }

    private WaitingMessage withDiscard(WaitingMessage message) {
        if (!message.refused() && message.attempts() == 0) {
            return message;
        }
        return proposal(message.number())
                .map(proposed -> WaitingTable.with(message, proposed))
                .orElse(message);
    }

    /** The proposal for a message on which nobody has decided yet. */
    private Optional<ProposedDiscard> proposal(long message) {
        return transactions.required(database -> waiting.proposals(database, message)).stream()
                .flatMap(proposed -> approvals.find(proposed.draft()).stream()
                        .filter(approval -> approval.state() == Approval.State.WAITING)
                        .map(approval ->
                                new ProposedDiscard(proposed.draft(), proposed.reason(), approval.draftedBy())))
                .findFirst();
    }

    @Override
    public Optional<Message> open(String key) {
        guard.require(Permission.EXCHANGE_VIEW);
        guard.require(Permission.PERSON_VIEW);
        Optional<Message> found = transactions.required(database -> waiting.message(database, key));
        found.ifPresent(message -> audit.viewed(deed("exchange.message.view", message.subject(), key, message.kind())));
        return found;
    }

    @Override
    public boolean retry(String key, String reason) {
        guard.require(Permission.EXCHANGE_IMPORT);
        checkReason(reason);
        return transactions.required(database -> {
            boolean released = table.release(database, key, clock.instant());
            if (released) {
                audit.changed(Deed.of("exchange.retry", key, reason));
                transactions.afterCommit(outbox::ring);
            }
            return released;
        });
    }

    private static void checkReason(String reason) {
        if (reason.isBlank() || reason.length() > LONGEST_REASON) {
            throw new IllegalArgumentException("理由を" + LONGEST_REASON + "文字以内で入力してください。");
        }
    }

    @Override
    public Discard proposeDiscard(String key, String reason) {
        guard.require(Permission.EXCHANGE_IMPORT);
        checkReason(reason);
        return transactions.required(database -> {
            Optional<WaitingMessage> message = waiting.find(database, key);
            if (message.isEmpty() || !message.get().refused() && message.get().attempts() == 0) {
                return new Discard.NotDiscarded("受け付けられなかった通知ではないため、取り消せません。");
            }
            if (proposal(message.get().number()).isPresent()) {
                return new Discard.NotDiscarded("この通知の取消は、既に起案されています。");
            }
            return propose(database, message.get(), reason);
        });
    }

    private Discard propose(Connection database, WaitingMessage message, String reason) throws SQLException {
        String title = "連携通知の取消 " + message.kind() + " " + message.key();
        long draft = approvals.draft(
                new Draft(DISCARD, message.key(), title, Permission.EXCHANGE_IMPORT, Permission.EXCHANGE_APPROVE));
        waiting.propose(database, draft, message.number(), reason);
        audit.changed(deed("exchange.discard.draft", message.subject(), message.key(), reason));
        return new Discard.Proposed(draft);
    }

    @Override
    public Discard approveDiscard(long draft) {
        guard.require(Permission.EXCHANGE_APPROVE);
        String key = proposed(draft);
        return transactions.required(database -> {
            Optional<WaitingMessage> message = waiting.find(database, key);
            Verdict verdict = message.isPresent() ? approvals.approve(draft) : approvals.sendBack(draft, TOLD_ALREADY);
            if (!(verdict instanceof Verdict.Decided)) {
                return undecided(verdict);
            }
            return message.isPresent()
                    ? discard(database, draft, message.get())
                    : new Discard.NotDiscarded("この通知は既に届いているため、取り消しません。起案は「" + TOLD_ALREADY + "」差し戻しました。");
        });
    }

    @Override
    public Discard sendBackDiscard(long draft, String reason) {
        guard.require(Permission.EXCHANGE_APPROVE);
        checkReason(reason);
        String key = proposed(draft);
        return transactions.required(database -> {
            Verdict verdict = approvals.sendBack(draft, reason);
            if (!(verdict instanceof Verdict.Decided)) {
                return undecided(verdict);
            }
            audit.changed(Deed.of("exchange.discard.sendback", key, reason));
            return new Discard.SentBack(key);
        });
    }

    @Override
    public Optional<Approval> proposal(String key) {
        guard.require(Permission.EXCHANGE_VIEW);
        return approvals.waiting().stream()
                .filter(each -> each.draft().kind().equals(DISCARD)
                        && each.draft().object().equals(key))
                .findFirst();
    }

    /** The key of the message that a draft proposes to discard. */
    private String proposed(long draft) {
        return approvals
                .find(draft)
                .map(Approval::draft)
                .filter(found -> found.kind().equals(DISCARD))
                .map(Draft::object)
                .orElseThrow(() -> new IllegalArgumentException("There is no proposal " + draft));
    }

    private static Discard undecided(Verdict verdict) {
        return new Discard.NotDiscarded(
                verdict instanceof Verdict.OwnDraft ? "起案した本人は決裁できません。" : "この取消は、既に決裁または差戻しされています。");
    }

    private Discard discard(Connection database, long draft, WaitingMessage message) throws SQLException {
        waiting.discard(database, message.number());
        String reason = waiting.reason(database, draft);
        audit.changed(deed("exchange.discard", message.subject(), message.key(), reason));
        transactions.afterCommit(outbox::ring);
        return new Discard.Discarded(message.key());
    }

    private static Deed deed(String action, String subject, String key, String reason) {
        return AddresseeNumber.isValid(subject)
                ? Deed.about(AddresseeNumber.of(subject), action, key, reason)
                : Deed.of(action, key, reason);
    }
}
