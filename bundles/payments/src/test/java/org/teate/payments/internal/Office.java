// SPDX-FileCopyrightText: Teate contributors
// SPDX-License-Identifier: Apache-2.0
package org.teate.payments.internal;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.AbstractExecutorService;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.teate.access.Actor;
import org.teate.access.Approval;
import org.teate.access.Approvals;
import org.teate.access.AuditEntry;
import org.teate.access.AuditQuery;
import org.teate.access.AuditTrail;
import org.teate.access.Deed;
import org.teate.access.Draft;
import org.teate.access.Forbidden;
import org.teate.access.Guard;
import org.teate.access.Permission;
import org.teate.access.Role;
import org.teate.access.SystemAccount;
import org.teate.access.Verdict;
import org.teate.cases.CaseFacts;
import org.teate.cases.CaseFile;
import org.teate.cases.CaseQuery;
import org.teate.cases.CaseRegister;
import org.teate.cases.CaseStatus;
import org.teate.cases.Caseload;
import org.teate.cases.EmploymentClass;
import org.teate.cases.Entitlement;
import org.teate.cases.Hold;
import org.teate.cases.PaymentMethod;
import org.teate.exchange.Outbox;
import org.teate.kernel.AddresseeNumber;
import org.teate.kernel.LedgerNumber;
import org.teate.ports.Message;
import org.teate.ports.bank.BankTransfers;
import org.teate.ports.bank.Encoded;
import org.teate.ports.bank.Finding;
import org.teate.ports.bank.Transfer;
import org.teate.ports.bank.TransferOrder;
import org.teate.rules.Child;
import org.teate.rules.Circumstance;
import org.teate.rules.Claimant;
import org.teate.rules.ClaimantKind;
import org.teate.rules.Facts;
import org.teate.rules.Period;
import org.teate.rules.Spell;

/** Everything around payments, in memory: who acts, what is recorded, the ledgers and the bank. */
final class Office {

    static final Actor CLERK = actor("clerk", Role.CLERK);
    static final Actor OTHER_CLERK = actor("clerk2", Role.CLERK);
    static final Actor APPROVER = actor("approver", Role.APPROVER);
    static final Actor OPERATOR = actor("operator", Role.OPERATOR);
    static final Actor CLERK_AND_APPROVER = actor("both", Role.CLERK, Role.APPROVER);

    final People guard = new People();
    final Trail trail = new Trail();
    final Drafts drafts = new Drafts();
    final Letters outbox = new Letters();
    final Ledgers ledgers = new Ledgers();
    final Bank bank = new Bank();
    final Clock clock = Clock.fixed(Instant.parse("2026-11-24T00:00:00Z"), ZoneId.of("Asia/Tokyo"));

    final LocalDatabase tables;
    /** Where the office keeps its files. */
    final Path home;

    final Database database;
    final BankMaster master;
    final AccountCipher cipher;
    final TransferFileStore files;
    private final int chunk;

    Office(LocalDatabase tables, Path home, int chunk) {
        this.tables = tables;
        this.home = home;
        this.chunk = chunk;
        database = tables.database();
        master = new BankMaster(database, guard);
        cipher = new AccountCipher(new AccountKey(home, database));
        files = new TransferFileStore(home.resolve("transfers"), database);
        tables.execute("INSERT INTO TAKEN_OVER VALUES ('202410', TRUE)");
        // the shipped master would cost each test seconds
        tables.execute("INSERT INTO BANK (BANK_CODE, KANA, BANK_NAME) VALUES ('0146', 'ﾎﾂｺｸ', '北國')");
        tables.execute("INSERT INTO BRANCH (BANK_CODE, BRANCH_CODE, KANA, BRANCH_NAME)"
                + " VALUES ('0146', '101', 'ﾎﾝﾃﾝ', '本店営業部')");
    }

    /** The runs of a server that has just started and works on the caller's thread. */
    BatchPaymentRuns server() {
        return server(new CallersThread());
    }

    BatchPaymentRuns server(ExecutorService threads) {
        return server(calculator(threads));
    }

    RunCalculator calculator(ExecutorService threads) {
        return new RunCalculator(database, ledgers, master, guard, trail, drafts, clock, threads, chunk);
    }

    BatchPaymentRuns server(RunCalculator calculator) {
        RunFile file = new RunFile(database, master, cipher, bank, files, clock);
        return new BatchPaymentRuns(database, ledgers, master, calculator, file, drafts, outbox, guard, trail, clock);
    }

    /** Enters somebody with one child and one account in use, entitled since October 2024 and paid up to September 2026. */
    LedgerNumber recipient(int serial) {
        YearMonth start = YearMonth.of(2024, 10);
        LedgerNumber ledger = LedgerNumber.ofSerial(serial);
        Entitlement entitlement = new Entitlement(
                ledger,
                "K" + serial,
                AddresseeNumber.of(String.valueOf(serial)),
                ClaimantKind.INDIVIDUAL,
                CaseStatus.RECEIVING,
                PaymentMethod.TRANSFER,
                start,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Hold.NONE,
                Optional.empty());
        Child child = Child.of("100", LocalDate.parse("2020-05-05"), Spell.from(Circumstance.IN_CARE, start));
        ledgers.put(new CaseFacts(
                entitlement,
                EmploymentClass.NOT_EMPLOYEE,
                Facts.of(Claimant.individual(), Period.from(start), List.of(child))));
        account(ledger, 1, "0146", "101", "ﾔﾏﾀﾞ ﾀﾛｳ", "1");
        database.tx(connection -> {
            PaymentPeriods.note(connection, Set.of("202610"));
            return ledger;
        });
        tables.execute("INSERT INTO PAYMENT (SERIAL_NUMBER, LEDGER_NUMBER, BENEFIT_PERIOD, SEQ, FROM_MONTH, TO_MONTH,"
                + " PAYMENT_METHOD, ACCOUNT_SEQ, NEWNESS, PLANNED_AMOUNT, ADJUSTMENT_AMOUNT, DEDUCTED_AMOUNT,"
                + " PAID_AMOUNT, PLANNED_DATE, STATUS_CODE, BREAKDOWN) VALUES (" + (9_000_000 + serial) + ", '" + ledger
                + "', '202610', 1, '202410', '202609', '1', 1, '0', 0, 0, 0, 0, '2026-10-15', '40', '')");
        return ledger;
    }

    /** Enters an account in use. */
    void account(LedgerNumber ledger, int sequence, String bankCode, String branchCode, String kana, String status) {
        java.sql.Date day = java.sql.Date.valueOf("2024-10-01");
        OpenAccount account = new OpenAccount(
                ledger.value(),
                sequence,
                bankCode,
                branchCode,
                "1",
                String.format("9%06d", sequence),
                "",
                "",
                kana,
                "口座　名義",
                day,
                null,
                "1",
                status,
                null);
        database.tx(connection -> {
            AccountTable.insert(connection, List.of(account.sealed(cipher)));
            return account;
        });
    }

    private static Actor actor(String login, Role... roles) {
        List<Permission> permissions = new ArrayList<>();
        for (Role role : roles) {
            permissions.addAll(role.permissions());
        }
        return new Actor(login, login, java.util.Set.copyOf(permissions), "test");
    }

    /** Who acts on which thread. */
    static final class People implements Guard {

        private final ThreadLocal<Actor> acting = new ThreadLocal<>();

        void signIn(Actor actor) {
            acting.set(actor);
        }

        @Override
        public Actor actor() {
            return Optional.ofNullable(acting.get()).orElseThrow(() -> new Forbidden("サインインしていません。"));
        }

        @Override
        public Actor require(Permission permission) {
            if (!actor().may(permission)) {
                throw new Forbidden("権限がありません。");
            }
            return actor();
        }

        @Override
        public boolean permits(Permission permission) {
            return acting.get() != null && acting.get().may(permission);
        }

        @Override
        public <T> T actingAs(SystemAccount account, Supplier<T> work) {
            Actor before = acting.get();
            acting.set(new Actor(account.login(), account.login(), account.permissions(), "server"));
            try {
                return work.get();
            } finally {
                acting.set(before);
            }
        }

        @Override
        public Runnable carrying(Runnable work) {
            Actor carried = actor();
            return () -> {
                Actor before = acting.get();
                acting.set(carried);
                try {
                    work.run();
                } finally {
                    acting.set(before);
                }
            };
        }
    }

    /** What was recorded, in order. */
    static final class Trail implements AuditTrail {

        final List<Deed> changes = new ArrayList<>();
        final List<Deed> views = new ArrayList<>();

        @Override
        public synchronized void viewed(Deed deed) {
            views.add(deed);
        }

        @Override
        public synchronized void viewed(List<Deed> many) {
            many.forEach(this::viewed);
        }

        @Override
        public synchronized void changed(Deed deed) {
            changes.add(deed);
        }

        @Override
        public synchronized void changed(List<Deed> deeds) {
            changes.addAll(deeds);
        }

        @Override
        public List<AuditEntry> search(AuditQuery query) {
            throw new UnsupportedOperationException();
        }
    }

    /** Drafts that a second person must decide. */
    final class Drafts implements Approvals {

        private final Map<Long, Approval> all = new TreeMap<>();

        @Override
        public long draft(Draft draft) {
            String login = guard.require(draft.toDraft()).login();
            long number = all.size() + 1L;
            all.put(
                    number,
                    new Approval(
                            number,
                            draft,
                            login,
                            clock.instant(),
                            Approval.State.WAITING,
                            Optional.empty(),
                            Optional.empty(),
                            ""));
            return number;
        }

        @Override
        public Verdict approve(long number) {
            return decide(number, Approval.State.APPROVED, "");
        }

        @Override
        public Verdict sendBack(long number, String reason) {
            return decide(number, Approval.State.SENT_BACK, reason);
        }

        private Verdict decide(long number, Approval.State state, String reason) {
            Approval approval = all.get(number);
            String login = guard.require(approval.draft().toApprove()).login();
            if (approval.state() != Approval.State.WAITING) {
                return new Verdict.AlreadyDecided(approval);
            }
            if (approval.draftedBy().equals(login)) {
                return new Verdict.OwnDraft();
            }
            Approval decided = new Approval(
                    number,
                    approval.draft(),
                    approval.draftedBy(),
                    approval.draftedAt(),
                    state,
                    Optional.of(login),
                    Optional.of(clock.instant()),
                    reason);
            all.put(number, decided);
            return new Verdict.Decided(decided);
        }

        @Override
        public Optional<Approval> find(long number) {
            return Optional.ofNullable(all.get(number));
        }

        @Override
        public List<Approval> waiting() {
            return all.values().stream()
                    .filter(approval -> approval.state() == Approval.State.WAITING)
                    .toList();
        }
    }

    /** Messages to other systems. */
    static final class Letters implements Outbox {

        final List<Message> messages = new ArrayList<>();

        @Override
        public void put(Message message) {
            messages.add(message);
        }

        @Override
        public void put(List<Message> more) {
            messages.addAll(more);
        }

        @Override
        public Map<String, Long> waiting() {
            return Map.of();
        }

        @Override
        public boolean wasUntold(String key, Instant at) {
            return messages.stream().anyMatch(message -> message.key().equals(key));
        }
    }

    /** The ledgers, and after how many pages reading them fails. */
    static final class Ledgers implements Caseload, CaseRegister {

        final TreeMap<LedgerNumber, CaseFacts> all = new TreeMap<>();
        final List<Instant> lookedBackTo = new ArrayList<>();
        private int pagesLeft = Integer.MAX_VALUE;
        private Runnable atEachPage = () -> {};

        void put(CaseFacts facts) {
            all.put(facts.entitlement().ledger(), facts);
        }

        /** Has something happen while a page is read. */
        void atEachPage(Runnable work) {
            atEachPage = work;
        }

        void failAfter(int pages) {
            pagesLeft = pages;
        }

        @Override
        public List<CaseFacts> after(Optional<LedgerNumber> key, int limit) {
            atEachPage.run();
            if (pagesLeft-- == 0) {
                throw new IllegalStateException("The machine stops here");
            }
            return key.map(number -> all.tailMap(number, false)).orElse(all).values().stream()
                    .limit(limit)
                    .toList();
        }

        @Override
        public Map<LedgerNumber, AddresseeNumber> recipients(Collection<LedgerNumber> ledgers) {
            return all.entrySet().stream()
                    .filter(each -> ledgers.contains(each.getKey()))
                    .collect(Collectors.toMap(
                            Map.Entry::getKey,
                            each -> each.getValue().entitlement().recipient()));
        }

        @Override
        public Map<CaseStatus, Long> counts() {
            return Map.of(CaseStatus.RECEIVING, (long) all.size());
        }

        @Override
        public Optional<CaseFile> find(LedgerNumber ledger) {
            return Optional.empty();
        }

        @Override
        public Optional<CaseFile> findAsKnownAt(LedgerNumber ledger, Instant at) {
            lookedBackTo.add(at);
            return Optional.empty();
        }

        @Override
        public List<Entitlement> ofRecipient(AddresseeNumber recipient) {
            return List.of();
        }

        @Override
        public List<Entitlement> ofChild(AddresseeNumber child) {
            return List.of();
        }

        @Override
        public List<Entitlement> list(CaseQuery query) {
            return List.of();
        }
    }

    /** A bank with a file format of its own: one line a transfer. */
    static final class Bank implements BankTransfers {

        final List<Finding> findings = new ArrayList<>();

        @Override
        public Encoded encode(TransferOrder order) {
            List<Finding> all = new ArrayList<>(findings);
            long sum = order.transfers().stream()
                    .mapToLong(transfer -> transfer.amount().amount())
                    .sum();
            if (sum != order.total().amount() || order.transfers().size() != order.count()) {
                all.add(new Finding("V301", 0, "合計金額", "合計が一致しません。", true));
            }
            boolean blocked = all.stream().anyMatch(Finding::blocking);
            return new Encoded(all, blocked ? Optional.empty() : Optional.of(lines(order)));
        }

        private static byte[] lines(TransferOrder order) {
            StringBuilder text = new StringBuilder();
            for (Transfer transfer : order.transfers()) {
                text.append(order.batch()).append(',').append(transfer.serial()).append(',');
                text.append(transfer.bankCode()).append(transfer.bankKana()).append(transfer.branchCode());
                text.append(transfer.branchKana())
                        .append(',')
                        .append(transfer.accountNumber())
                        .append(',');
                text.append(transfer.holderKana())
                        .append(',')
                        .append(transfer.newness())
                        .append(',');
                text.append(transfer.amount().amount()).append('\n');
            }
            return text.toString().getBytes(StandardCharsets.UTF_8);
        }
    }

    /** Does everything at once on the thread that asks. */
    private static final class CallersThread extends AbstractExecutorService {

        @Override
        public void execute(Runnable command) {
            command.run();
        }

        @Override
        public void shutdown() {}

        @Override
        public List<Runnable> shutdownNow() {
            return List.of();
        }

        @Override
        public boolean isShutdown() {
            return false;
        }

        @Override
        public boolean isTerminated() {
            return false;
        }

        @Override
        public boolean awaitTermination(long timeout, TimeUnit unit) {
            return true;
        }
    }

    /** A day of the tests. */
    static LocalDate day(String text) {
        return LocalDate.parse(text);
    }

    static YearMonth month(String text) {
        return YearMonth.parse(text);
    }
}
