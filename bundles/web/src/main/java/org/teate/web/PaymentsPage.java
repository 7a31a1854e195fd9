// SPDX-FileCopyrightText: Teate contributors
// SPDX-License-Identifier: Apache-2.0
package org.teate.web;

import java.io.IOException;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import javax.servlet.Servlet;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.http.whiteboard.propertytypes.HttpWhiteboardServletName;
import org.osgi.service.http.whiteboard.propertytypes.HttpWhiteboardServletPattern;
import org.teate.access.Actor;
import org.teate.access.Approval;
import org.teate.access.Approvals;
import org.teate.access.Guard;
import org.teate.access.Permission;
import org.teate.access.Worklist;
import org.teate.addressing.Identities;
import org.teate.kernel.AddresseeNumber;
import org.teate.kernel.LedgerNumber;
import org.teate.kernel.Yen;
import org.teate.payments.Payment;
import org.teate.payments.PaymentDetail;
import org.teate.payments.PaymentQuery;
import org.teate.payments.PaymentRecords;
import org.teate.payments.PaymentRun;
import org.teate.payments.PaymentRuns;
import org.teate.payments.RunOutcome;
import org.teate.payments.RunState;
import org.teate.payments.TransferFile;
import org.teate.payments.Unpaid;
import org.teate.payments.UnpaidReason;

/** The payment runs（支払処理）: from the calculation to the bank's file, who is paid what and why, and who is not. */
@Component(service = Servlet.class)
@HttpWhiteboardServletName("payments")
@HttpWhiteboardServletPattern({"/payments", "/payments/*"})
public final class PaymentsPage extends Page {

    private static final long serialVersionUID = 1L;
    private static final int ROWS = 50;
    private static final int TERMS = 3;
    private static final int WARNINGS = 100;
    /** The work that is records of ledgers and payments. */
    private static final String LEDGER_SETS = "import\\.M(0[5-9]|1[0-2])";

    private final transient PaymentRuns runs;
    private final transient PaymentRecords records;
    private final transient Approvals approvals;
    private final transient Worklist worklist;
    private final transient Identities identities;
    private final transient Guard guard;

    @Activate
    public PaymentsPage(
            @Reference Pages pages,
            @Reference PaymentRuns runs,
            @Reference PaymentRecords records,
            @Reference Approvals approvals,
            @Reference Worklist worklist,
            @Reference Identities identities,
            @Reference Guard guard) {
        super(pages);
        this.runs = runs;
        this.records = records;
        this.approvals = approvals;
        this.worklist = worklist;
        this.identities = identities;
        this.guard = guard;
    }

    @Override
    void show(String path, HttpServletRequest request, HttpServletResponse response) throws IOException {
        String[] parts = path.split("/");
        if (parts.length < 2) {
            list(request, response);
            return;
        }
        PaymentRun run = runs.find(number(parts[1])).orElseThrow(NotFound::new);
        String what = parts.length == 2 ? "" : parts[2];
        switch (what) {
            case "" -> run(run, request, response);
            case "progress" -> progress(run, response);
            case "payments" -> payments(run, request, response);
            case "unpaid" -> unpaid(run, request, response);
            case "file" -> file(run, response);
            default -> payment(run, number(what), request, response);
        }
    }

    @Override
    Answer act(String path, HttpServletRequest request) {
        String[] parts = path.split("/");
        if (parts.length < 2) {
            YearMonth month = Form.month(request, "month", "支払期月").orElseThrow(() -> new Refusal("支払期月を選んでください。"));
            return answer(runs.start(month), "計算を始めました。", request);
        }
        if (parts.length != 3) {
            throw new NotFound();
        }
        long run = runs.find(number(parts[1])).orElseThrow(NotFound::new).number();
        return switch (parts[2]) {
            case "resume" -> answer(runs.resume(run), "中断したところから計算を再開しました。", request);
            case "approve" -> answer(runs.approve(run), "支払を決裁しました。次は振込データの作成です。", request);
            case "send-back" -> sentBack(runs.sendBack(run, Form.reason(request, "reason", "理由")), request);
            case "file" -> answer(runs.makeFile(run), "振込データを作成しました。別の職員が承認します。", request);
            case "approve-file" -> answer(runs.approveFile(run), "振込データを承認しました。銀行への送信を待っています。", request);
            default -> throw new NotFound();
        };
    }

    private Answer sentBack(RunOutcome outcome, HttpServletRequest request) {
        boolean cancelled =
                outcome instanceof RunOutcome.Done done && done.run().state() == RunState.CANCELLED;
        return answer(outcome, cancelled ? "支払処理を取り消しました。同じ月分は次の支払処理で計算し直します。" : "差し戻しました。", request);
    }

    private Answer answer(RunOutcome outcome, String success, HttpServletRequest request) {
        if (outcome instanceof RunOutcome.Done done) {
            Notice.success(request, success);
            return goTo("/payments/" + done.run().number());
        }
        if (outcome instanceof RunOutcome.Blocked blocked) {
            PaymentRun run =
                    runs.find(number(request.getPathInfo().split("/")[1])).orElseThrow(NotFound::new);
            return response ->
                    pages().send(request, response, "findings", Map.of("run", run, "findings", blocked.findings()));
        }
        if (outcome instanceof RunOutcome.Unchanged) {
            Notice.success(request, RunView.sentence(outcome));
        } else {
            Notice.error(request, RunView.sentence(outcome));
        }
        return goTo("/payments"
                + (request.getPathInfo() == null
                        ? ""
                        : "/" + request.getPathInfo().split("/")[1]));
    }

    private void list(HttpServletRequest request, HttpServletResponse response) throws IOException {
        List<PaymentRun> all = runs.list();
        pages().send(
                        request,
                        response,
                        "payments",
                        Map.of(
                                "runs", all,
                                "terms", Term.from(pages().today(), TERMS),
                                "mayStart", guard.permits(Permission.PAYMENT_DRAFT)));
    }

    private void run(PaymentRun run, HttpServletRequest request, HttpServletResponse response) throws IOException {
        Actor actor = guard.actor();
        Map<String, Object> model = new HashMap<>();
        model.put("view", RunView.of(run, runs.totals(run.number())));
        model.put("mayDraft", actor.may(Permission.PAYMENT_DRAFT));
        model.put(
                "mayCancel",
                actor.may(Permission.PAYMENT_APPROVE) && !run.drafters().contains(actor.login()));
        model.put("maySeeFile", actor.may(Permission.PAYMENT_DRAFT) || actor.may(Permission.PAYMENT_APPROVE));
        Optional<Approval> draft = run.draft().flatMap(approvals::find);
        model.put("draft", draft);
        model.put("obstacle", obstacle(run, draft, actor));
        model.put("warnings", run.file().isPresent() ? runs.warnings(run.number(), WARNINGS) : List.of());
        model.put("notTakenOver", notTakenOver(actor));
        pages().send(request, response, "run", model);
    }

    /** Why the actor cannot decide, empty if they can: whoever resumed a run has not drafted alone. */
    private static String obstacle(PaymentRun run, Optional<Approval> draft, Actor actor) {
        String obstacle = WaitingDraft.obstacle(draft, actor);
        boolean own = run.state() == RunState.CALCULATED && run.drafters().contains(actor.login());
        return obstacle.isEmpty() && own ? RunView.sentence(new RunOutcome.OwnDraft()) : obstacle;
    }

    /** The records of ledgers and payments that could not be taken over, by kind: for want of one somebody is paid wrongly. */
    private List<WorkKind> notTakenOver(Actor actor) {
        return actor.may(Permission.WORK_VIEW)
                ? WorkKind.of(worklist.counts()).stream()
                        .filter(each -> each.kind().matches(LEDGER_SETS))
                        .toList()
                : List.of();
    }

    /** What the page asks for again and again while the server calculates; when that is done, the page is shown anew. */
    private void progress(PaymentRun run, HttpServletResponse response) throws IOException {
        if (run.state() != RunState.CALCULATING) {
            response.setHeader("HX-Refresh", "true");
        }
        pages().sendPart(response, "progress", Map.of("view", RunView.of(run, List.of())));
    }

    private void payments(PaymentRun run, HttpServletRequest request, HttpServletResponse response) throws IOException {
        String bank = Form.text(request, "bank");
        PaymentQuery query = new PaymentQuery(
                ledger(Form.text(request, "ledger")),
                Optional.of(bank).filter(code -> !code.isEmpty()),
                Yen.of(Form.number(request, "atLeast", Long.MIN_VALUE)),
                Form.number(request, "after", 0),
                ROWS);
        List<Payment> rows = runs.payments(run.number(), query);
        Map<String, Object> model = new HashMap<>();
        for (String field : List.of("ledger", "bank", "atLeast")) {
            model.put(field, Form.text(request, field));
        }
        model.put("run", run);
        model.put("rows", rows);
        model.put("fromStart", query.after() == 0);
        model.put("next", next(request, rows.stream().map(Payment::serial).toList()));
        pages().send(request, response, "run-payments", model);
    }

    private void unpaid(PaymentRun run, HttpServletRequest request, HttpServletResponse response) throws IOException {
        String reason = Form.text(request, "reason");
        long after = Form.number(request, "after", 0);
        Optional<UnpaidReason> only = Arrays.stream(UnpaidReason.values())
                .filter(each -> each.name().equals(reason))
                .findFirst();
        List<Unpaid> rows = runs.unpaid(run.number(), only, after, ROWS);
        Map<String, Object> model = new HashMap<>();
        model.put("run", run);
        model.put("rows", rows);
        model.put("reason", reason);
        model.put("reasons", UnpaidReason.values());
        model.put("names", identities.of(rows.stream().map(Unpaid::recipient).toList()));
        model.put("fromStart", after == 0);
        model.put("next", next(request, rows.stream().map(Unpaid::number).toList()));
        pages().send(request, response, "run-unpaid", model);
    }

    private void payment(PaymentRun run, long serial, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        PaymentDetail detail = records.explain(serial)
                .filter(each -> each.payment().run().equals(Optional.of(run.number())))
                .orElseThrow(NotFound::new);
        Map<String, Object> model = new HashMap<>();
        model.put("run", run);
        model.put("payment", detail.payment());
        model.put("months", detail.months());
        model.put("reasons", guard.permits(Permission.CASE_VIEW) ? records.reasons(serial) : List.of());
        model.put("names", identities.of(children(detail)));
        pages().send(request, response, "payment", model);
    }

    private void file(PaymentRun run, HttpServletResponse response) throws IOException {
        TransferFile file = run.file().orElseThrow(NotFound::new);
        byte[] bytes = runs.download(run.number());
        response.setContentType("application/octet-stream");
        response.setHeader("Content-Disposition", "attachment; filename=\"" + file.name() + "\"");
        response.setContentLength(bytes.length);
        response.getOutputStream().write(bytes);
    }

    /** The address of the next rows, empty if these are the last. */
    private static String next(HttpServletRequest request, List<Long> keys) {
        return keys.size() < ROWS ? "" : Pager.address(request, "after", String.valueOf(keys.get(ROWS - 1)));
    }

    private static List<AddresseeNumber> children(PaymentDetail detail) {
        Stream<String> keys = detail.months().stream().map(each -> each.child()).distinct();
        return keys.filter(AddresseeNumber::isValid).map(AddresseeNumber::of).toList();
    }

    private static Optional<LedgerNumber> ledger(String text) {
        if (text.isEmpty()) {
            return Optional.empty();
        }
        if (!LedgerNumber.isValid(text)) {
            throw new Refusal("台帳番号は検査数字を含む10桁の数字で入力してください。");
        }
        return Optional.of(LedgerNumber.of(text));
    }

    private static long number(String text) {
        if (!text.matches("[0-9]{1,18}")) {
            throw new NotFound();
        }
        return Long.parseLong(text);
    }
}
