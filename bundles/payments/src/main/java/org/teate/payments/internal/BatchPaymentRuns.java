// SPDX-FileCopyrightText: Teate contributors
// SPDX-License-Identifier: Apache-2.0
package org.teate.payments.internal;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.teate.access.Approvals;
import org.teate.access.AuditTrail;
import org.teate.access.Deed;
import org.teate.access.Draft;
import org.teate.access.Guard;
import org.teate.access.Permission;
import org.teate.access.Verdict;
import org.teate.cases.CaseRegister;
import org.teate.exchange.Outbox;
import org.teate.kernel.MonthSpan;
import org.teate.kernel.Wareki;
import org.teate.payments.ClassTotal;
import org.teate.payments.Payment;
import org.teate.payments.PaymentQuery;
import org.teate.payments.PaymentRun;
import org.teate.payments.PaymentRun.Cancellation;
import org.teate.payments.PaymentRuns;
import org.teate.payments.RunOutcome;
import org.teate.payments.RunOutcome.Blocked;
import org.teate.payments.RunOutcome.Busy;
import org.teate.payments.RunOutcome.Done;
import org.teate.payments.RunOutcome.FileDiffers;
import org.teate.payments.RunOutcome.NotNow;
import org.teate.payments.RunOutcome.NotPayable;
import org.teate.payments.RunOutcome.OwnDraft;
import org.teate.payments.RunOutcome.Unchanged;
import org.teate.payments.RunState;
import org.teate.payments.Unpaid;
import org.teate.payments.UnpaidReason;
import org.teate.ports.Message;
import org.teate.ports.bank.Finding;
import org.teate.rules.Instalments;

/** The payment runs, kept in the database and calculated in the background. */
@Component
public final class BatchPaymentRuns implements PaymentRuns {

    private static final int LARGEST_PAGE = 1000;
    private static final int LONGEST_REASON = 300;

    private final Database database;
    private final CaseRegister cases;
    private final BankMaster master;
    private final RunCalculator calculator;
    private final RunFile file;
    private final Approvals approvals;
    private final Outbox outbox;
    private final Guard guard;
    private final AuditTrail trail;
    private final Clock clock;
    private final PaymentMonths paymentMonths;
    private final ShownRuns shownRuns;

    @Activate
    public BatchPaymentRuns(
            @Reference Database database,
            @Reference CaseRegister cases,
            @Reference BankMaster master,
            @Reference RunCalculator calculator,
            @Reference RunFile file,
            @Reference Approvals approvals,
            @Reference Outbox outbox,
            @Reference Guard guard,
            @Reference AuditTrail trail,
            @Reference Clock clock) {
        this.database = database;
        this.cases = cases;
        this.master = master;
        this.calculator = calculator;
        this.file = file;
        this.approvals = approvals;
        this.outbox = outbox;
        this.guard = guard;
        this.trail = trail;
        this.clock = clock;
        this.paymentMonths = new PaymentMonths(clock);
        this.shownRuns = new ShownRuns(calculator);
    }

    @Override
    public synchronized RunOutcome start(YearMonth paymentMonth) {
        String login = guard.require(Permission.PAYMENT_DRAFT).login();
        Optional<MonthSpan> months = Instalments.paidIn(paymentMonth);
        if (months.isEmpty()) {
            return new NotPayable(Wareki.of(paymentMonth) + "は支払期月ではありません。");
        }
        LocalDate payday = paymentMonths.payday(paymentMonth);
        Optional<String> lateness = paymentMonths.lateness(paymentMonth, payday);
        if (lateness.isPresent()) {
            return new NotPayable(lateness.get());
        }
        long total = cases.counts().values().stream().mapToLong(Long::longValue).sum();
        RunOutcome opened = database.tx(connection -> {
            Counter.lock(connection);
            Optional<RunTable.Row> unfinished = unfinished(connection);
            if (unfinished.isPresent()) {
                return new Busy(shown(connection, unfinished.get()));
            }
            Optional<YearMonth> earlier = paymentMonths.undecidedBefore(paymentMonth, RunTable.all(connection));
            if (earlier.isPresent()) {
                return new NotPayable(Wareki.of(earlier.get()) + "期の支払がまだ決裁されていません。先にその期を計算し、決裁してください。");
            }
            Optional<String> unknown = total == 0 ? Optional.empty() : TakenOver.obstacle(connection);
            if (unknown.isPresent()) {
                return new NotPayable(unknown.get());
            }
            long number = Counter.drawRun(connection);
            RunTable.Row run =
                    RunTable.Row.fresh(number, paymentMonth, months.get(), payday, total, login, clock.instant());
            RunTable.insert(connection, run);
            PaymentPeriods.note(connection, Set.of(Columns.month(paymentMonth)));
            trail.changed(Deed.of("payment.start", "run " + number, Wareki.of(paymentMonth) + "期"));
            return new Done(shown(connection, run));
        });
        return opened instanceof Done done ? calculated(done.run().number()) : opened;
    }

    @Override
    public synchronized RunOutcome resume(long run) {
        String login = guard.require(Permission.PAYMENT_DRAFT).login();
        RunTable.Row row = row(run);
        if (row.state() != RunState.CALCULATING || calculator.isBusy()) {
            return new NotNow(shown(row));
        }
        database.tx(connection -> {
            RunTable.noteDrafter(connection, run, login);
            RunTable.noteFailure(connection, run, Optional.empty());
            trail.changed(Deed.of("payment.resume", "run " + run, "台帳 " + row.lastLedger() + " の次から再開"));
            return run;
        });
        return calculated(run);
    }

    @Override
    public Optional<PaymentRun> find(long run) {
        guard.require(Permission.PAYMENT_VIEW);
        return database.tx(connection -> {
            Optional<RunTable.Row> row = RunTable.find(connection, run);
            return row.isPresent() ? Optional.of(shown(connection, row.get())) : Optional.empty();
        });
    }

    @Override
    public List<PaymentRun> list() {
        guard.require(Permission.PAYMENT_VIEW);
        return database.tx(shownRuns::all);
    }

    @Override
    public List<ClassTotal> totals(long run) {
        guard.require(Permission.PAYMENT_VIEW);
        row(run);
        return database.tx(connection -> RunTable.totals(connection, run)).stream()
                .sorted(Comparator.comparing(ClassTotal::employed)
                        .reversed()
                        .thenComparing(ClassTotal::ageClass)
                        .thenComparingInt(ClassTotal::rank))
                .toList();
    }

    @Override
    public List<Payment> payments(long run, PaymentQuery query) {
        guard.require(Permission.PAYMENT_VIEW);
        RunTable.Row row = row(run);
        BankMaster.Snapshot banks = master.snapshot();
        List<PaymentTable.Stored> payments = database.tx(connection ->
                new PaymentTable(RunTable.paymentStates(connection), banks).ofRun(connection, row, query));
        List<Payment> shown =
                payments.stream().map(PaymentTable.Stored::payment).toList();
        trail.viewed(About.payments(cases, run, shown));
        return shown;
    }

    @Override
    public List<Unpaid> unpaid(long run, Optional<UnpaidReason> reason, long after, int limit) {
        guard.require(Permission.PAYMENT_VIEW);
        requirePage(limit);
        row(run);
        List<Unpaid> entries = database.tx(connection -> PaymentTable.unpaid(connection, run, reason, after, limit));
        trail.viewed(About.unpaid(run, entries));
        return entries;
    }

    @Override
    public synchronized RunOutcome approve(long run) {
        String login = guard.require(Permission.PAYMENT_APPROVE).login();
        return database.tx(connection -> {
            RunTable.Row row = row(connection, run);
            if (row.state() != RunState.CALCULATED) {
                return new NotNow(shown(connection, row));
            }
            if (hasDrafted(connection, row, login)) {
                return new OwnDraft();
            }
            Verdict verdict = approvals.approve(row.runDraft().orElseThrow());
            return decided(
                    connection,
                    row,
                    verdict,
                    RunState.APPROVED,
                    "payment.approve",
                    row.sums().amount() + "の支払決裁");
        });
    }

    /** Excludes {@link #start} and {@link #resume}, so that no run begins to count on payments that are cancelled here. */
    @Override
    public synchronized RunOutcome sendBack(long run, String reason) {
        String login = guard.require(Permission.PAYMENT_APPROVE).login();
        if (reason.isBlank() || reason.length() > LONGEST_REASON) {
            throw new IllegalArgumentException("A reason of 1 to 300 characters is needed");
        }
        return database.tx(connection -> {
            Counter.lock(connection);
            RunTable.Row row = row(connection, run);
            return switch (shownRuns.state(row)) {
                case FILE_MADE -> decided(
                        connection,
                        row,
                        approvals.sendBack(row.fileDraft().orElseThrow(), reason),
                        RunState.APPROVED,
                        "payment.file.sendback",
                        reason);
                case CALCULATED, APPROVED, INTERRUPTED -> cancelled(
                        connection, row, new Cancellation(login, clock.instant(), reason));
                default -> new NotNow(shown(connection, row));
            };
        });
    }

    private RunOutcome cancelled(Connection connection, RunTable.Row row, Cancellation cancellation)
            throws SQLException {
        if (calculator.isBusy()) {
            return new Busy(shown(connection, unfinished(connection).orElse(row)));
        }
        if (hasDrafted(connection, row, cancellation.by())) {
            return new OwnDraft();
        }
        if (row.state() == RunState.CALCULATED) {
            Verdict verdict = approvals.sendBack(row.runDraft().orElseThrow(), cancellation.reason());
            if (!(verdict instanceof Verdict.Decided)) {
                return undecided(connection, row, verdict);
            }
        }
        RunTable.cancel(connection, row.number(), cancellation);
        release(connection, row);
        trail.changed(Deed.of("payment.cancel", "run " + row.number(), cancellation.reason()));
        return new Done(shown(connection, row(connection, row.number())));
    }

    @Override
    public synchronized RunOutcome makeFile(long run) {
        String login = guard.require(Permission.PAYMENT_DRAFT).login();
        RunTable.Row row = row(run);
        if (row.state() != RunState.APPROVED && row.state() != RunState.FILE_MADE) {
            return new NotNow(shown(row));
        }
        Optional<String> lateness = lateness(row);
        if (lateness.isPresent()) {
            return new NotPayable(lateness.get());
        }
        RunFile.Made made = file.make(row, login);
        if (made instanceof RunFile.Objected objected) {
            return new Blocked(objected.findings());
        }
        RunFile.Stored stored = (RunFile.Stored) made;
        String sha256 = stored.file().sha256();
        return database.tx(connection -> {
            RunTable.Row now = row(connection, run);
            if (now.state() == RunState.APPROVED) {
                file.enter(connection, stored);
                RunTable.move(
                        connection, run, RunState.FILE_MADE, Optional.of(approvals.draft(draft(row, stored.file()))));
                trail.changed(Deed.of(
                        "payment.file.make",
                        "run " + run,
                        "sha256 " + sha256 + "、警告 " + stored.warnings().size() + "件"));
                return new Done(shown(connection, row(connection, run)));
            }
            boolean same = TransferFileTable.ofRun(connection, run)
                    .filter(earlier -> earlier.sha256().equals(sha256))
                    .isPresent();
            if (!same) {
                file.discard(connection, stored);
            }
            return same ? new Unchanged(shown(connection, now)) : new FileDiffers(shown(connection, now));
        });
    }

    @Override
    public List<Finding> warnings(long run, int limit) {
        guard.require(Permission.PAYMENT_VIEW);
        requirePage(limit);
        boolean hasFile = shown(row(run)).file().isPresent();
        return hasFile ? database.tx(connection -> FindingTable.ofRun(connection, run, limit)) : List.of();
    }

    @Override
    public synchronized RunOutcome approveFile(long run) {
        guard.require(Permission.PAYMENT_APPROVE);
        return database.tx(connection -> {
            RunTable.Row row = row(connection, run);
            if (row.state() != RunState.FILE_MADE) {
                return new NotNow(shown(connection, row));
            }
            Optional<String> lateness = lateness(row);
            if (lateness.isPresent()) {
                return new NotPayable(lateness.get());
            }
            TransferFileTable.Row made =
                    TransferFileTable.ofRun(connection, run).orElseThrow();
            // what is approved must be what lies there
            file.bytes(made);
            Verdict verdict = approvals.approve(row.fileDraft().orElseThrow());
            RunOutcome outcome = decided(
                    connection,
                    row,
                    verdict,
                    RunState.FILE_APPROVED,
                    "payment.file.approve",
                    "sha256 " + made.sha256());
            if (outcome instanceof Done) {
                outbox.put(new Message(made.key(), "bank", "transfers", "transfer.file", made.key()));
                outbox.put(PaidFacts.of(connection, row));
            }
            return outcome;
        });
    }

    @Override
    public byte[] download(long run) {
        AccountRegister.requireDraftOrApprove(guard);
        TransferFileTable.Row made = database.tx(connection -> TransferFileTable.ofRun(connection, run))
                .orElseThrow(() -> new IllegalArgumentException("Run " + run + " has no file"));
        trail.viewed(Deed.of("payment.file.view", "run " + run, "sha256 " + made.sha256()));
        return file.bytes(made);
    }

    /** Has the calculation begin behind what is committed. */
    private RunOutcome calculated(long run) {
        boolean begun = calculator.begin(row(run));
        PaymentRun shown = shown(row(run));
        return begun ? new Done(shown) : new Busy(shown);
    }

    private RunOutcome decided(
            Connection connection, RunTable.Row row, Verdict verdict, RunState next, String action, String reason)
            throws SQLException {
        if (!(verdict instanceof Verdict.Decided)) {
            return undecided(connection, row, verdict);
        }
        RunTable.move(connection, row.number(), next, Optional.empty());
        trail.changed(Deed.of(action, "run " + row.number(), reason));
        return new Done(shown(connection, row(connection, row.number())));
    }

    private RunOutcome undecided(Connection connection, RunTable.Row row, Verdict verdict) throws SQLException {
        return verdict instanceof Verdict.OwnDraft ? new OwnDraft() : new NotNow(shown(connection, row));
    }

    /** Gives back what a cancelled run has taken: its months are due again, its deductions wait again. */
    private static void release(Connection connection, RunTable.Row run) throws SQLException {
        try (PreparedStatement deductions = connection.prepareStatement("UPDATE DEDUCTION SET STATUS_CODE = '20',"
                        + " PAYMENT_SERIAL = NULL WHERE PAYMENT_SERIAL BETWEEN ? AND ? AND STATUS_CODE = '40'");
                PreparedStatement gaps = connection.prepareStatement("INSERT INTO PAYMENT_GAP (LEDGER_NUMBER)"
                        + " SELECT P.LEDGER_NUMBER FROM PAYMENT P --DERBY-PROPERTIES constraint=PAYMENT_KEY\n"
                        + " WHERE P.BENEFIT_PERIOD = ? AND P.RUN_NUMBER = ? AND NOT EXISTS"
                        + " (SELECT 1 FROM PAYMENT_GAP G WHERE G.LEDGER_NUMBER = P.LEDGER_NUMBER)")) {
            deductions.setLong(1, run.firstSerial());
            deductions.setLong(2, run.lastSerial());
            deductions.executeUpdate();
            gaps.setString(1, Columns.month(run.paymentMonth()));
            gaps.setLong(2, run.number());
            gaps.executeUpdate();
        }
    }

    private Optional<String> lateness(RunTable.Row run) {
        return paymentMonths
                .lateness(run.paymentMonth(), run.payday())
                .map(sentence -> sentence + "この支払処理を取り消すと（差戻し）、同じ月分を次の支払期月に支払えます。");
    }

    private static Draft draft(RunTable.Row run, TransferFileTable.Row file) {
        String title = "振込データ承認 " + Wareki.of(run.paymentMonth()) + "期 第" + run.number() + "回（" + file.count() + "件、"
                + run.sums().amount() + "）";
        return new Draft(
                "payment.file",
                String.valueOf(run.number()),
                title,
                Permission.PAYMENT_DRAFT,
                Permission.PAYMENT_APPROVE);
    }

    /**
     * Whether somebody has started or resumed the run. One whose draft waits is left to {@code Approvals}, which refuses them
     * too and puts that on the trail.
     */
    private boolean hasDrafted(Connection connection, RunTable.Row run, String login) throws SQLException {
        boolean waits = run.state() == RunState.CALCULATED
                && run.runDraft()
                        .flatMap(approvals::find)
                        .filter(draft -> draft.draftedBy().equals(login))
                        .isPresent();
        return !waits && RunTable.drafters(connection, run.number()).contains(login);
    }

    private static Optional<RunTable.Row> unfinished(Connection connection) throws SQLException {
        return RunTable.all(connection).stream()
                .filter(run -> run.state() == RunState.CALCULATING)
                .findFirst();
    }

    private static void requirePage(int limit) {
        if (limit < 1 || limit > LARGEST_PAGE) {
            throw new IllegalArgumentException("A limit of 1 to 1,000 is expected");
        }
    }

    private RunTable.Row row(long run) {
        return database.tx(connection -> row(connection, run));
    }

    private static RunTable.Row row(Connection connection, long run) throws SQLException {
        return RunTable.find(connection, run).orElseThrow(() -> new IllegalArgumentException("No run " + run));
    }

    private PaymentRun shown(RunTable.Row run) {
        return database.tx(connection -> shown(connection, run));
    }

    private PaymentRun shown(Connection connection, RunTable.Row run) throws SQLException {
        return shownRuns.of(connection, run);
    }
}
