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
import org.teate.access.Guard;
import org.teate.access.Permission;
import org.teate.addressing.Coded;
import org.teate.addressing.Identities;
import org.teate.addressing.Identity;
import org.teate.cases.CaseChild;
import org.teate.cases.CaseFile;
import org.teate.cases.CaseQuery;
import org.teate.cases.CaseRegister;
import org.teate.cases.CaseStatus;
import org.teate.cases.Decisions;
import org.teate.cases.DraftOutcome;
import org.teate.cases.EndReason;
import org.teate.cases.Entitlement;
import org.teate.cases.Hold;
import org.teate.cases.Proposal;
import org.teate.kernel.AddresseeNumber;
import org.teate.kernel.LedgerNumber;
import org.teate.kernel.MonthSpan;
import org.teate.payments.Accounts;
import org.teate.payments.PaymentRecords;

/** The register of recipients: the list, and one case with what is due, why, and what was paid. */
@Component(service = Servlet.class)
@HttpWhiteboardServletName("cases")
@HttpWhiteboardServletPattern({"/cases", "/cases/*"})
public final class CasesPage extends Page {

    private static final long serialVersionUID = 1L;
    private static final int ROWS = 50;
    private static final int LONGEST_SPAN = 36;

    private final transient CaseRegister cases;
    private final transient Decisions decisions;
    private final transient PaymentRecords payments;
    private final transient Accounts accounts;
    private final transient Identities identities;
    private final transient Guard guard;

    @Activate
    public CasesPage(
            @Reference Pages pages,
            @Reference CaseRegister cases,
            @Reference Decisions decisions,
            @Reference PaymentRecords payments,
            @Reference Accounts accounts,
            @Reference Identities identities,
            @Reference Guard guard) {
        super(pages);
        this.cases = cases;
        this.decisions = decisions;
        this.payments = payments;
        this.accounts = accounts;
        this.identities = identities;
        this.guard = guard;
    }

    @Override
    void show(String path, HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (path.isEmpty() || path.equals("/")) {
            list(request, response);
        } else {
            open(ledger(path.substring(1)), "", request, response);
        }
    }

    @Override
    Answer act(String path, HttpServletRequest request) {
        String[] parts = path.split("/");
        if (parts.length == 4 && parts[2].equals("account")) {
            return wholeNumber(ledger(parts[1]), parts[3], request);
        }
        if (parts.length != 3) {
            throw new NotFound();
        }
        LedgerNumber ledger = ledger(parts[1]);
        DraftOutcome outcome = decisions.draft(proposal(ledger, parts[2], request));
        if (outcome instanceof DraftOutcome.Refused refused) {
            Notice.error(request, refused.obstacle().sentence());
        } else {
            Notice.success(request, "起案しました。別の職員の決裁で効力が生じます。");
        }
        return goTo("/cases/" + ledger);
    }

    /** The whole number of an account is shown for a reason, on the page that answers the form. */
    private Answer wholeNumber(LedgerNumber ledger, String sequence, HttpServletRequest request) {
        String reason = Form.reason(request, "reason", "閲覧の理由");
        if (!sequence.matches("[0-9]{1,4}")) {
            throw new NotFound();
        }
        String number =
                accounts.wholeNumber(ledger, Integer.parseInt(sequence), reason).orElseThrow(NotFound::new);
        return response -> open(ledger, number, request, response);
    }

    private static Proposal proposal(LedgerNumber ledger, String kind, HttpServletRequest request) {
        String note = Form.note(request, "note", "備考");
        return switch (kind) {
            case "end" -> new Proposal.End(
                    ledger,
                    coded(EndReason.values(), Form.required(request, "reason", "消滅事由")),
                    Form.date(request, "eventOn", "事由発生日").orElseThrow(() -> new Refusal("事由発生日を入力してください。")),
                    note);
            case "hold" -> new Proposal.Withhold(
                    ledger,
                    coded(Hold.values(), Form.required(request, "reason", "保留区分")),
                    Form.month(request, "from", "開始月分").orElseThrow(() -> new Refusal("開始月分を入力してください。")),
                    note);
            case "release" -> new Proposal.Release(ledger, note);
            default -> throw new NotFound();
        };
    }

    private void list(HttpServletRequest request, HttpServletResponse response) throws IOException {
        String typed = Form.text(request, "ledger");
        if (LedgerNumber.isValid(typed)) {
            open(LedgerNumber.of(typed), "", request, response);
            return;
        }
        if (!typed.isEmpty()) {
            throw new Refusal("台帳番号は検査数字を含む10桁の数字で入力してください。");
        }
        String status = Form.text(request, "status");
        List<Entitlement> rows = cases.list(new CaseQuery(
                Optional.empty(),
                Arrays.stream(CaseStatus.values())
                        .filter(each -> each.code().equals(status))
                        .findFirst(),
                Optional.empty(),
                Optional.of(Form.text(request, "after"))
                        .filter(LedgerNumber::isValid)
                        .map(LedgerNumber::of),
                ROWS));
        Map<String, Object> model = new HashMap<>();
        model.put("rows", rows);
        model.put("status", status);
        model.put("statuses", CaseStatus.values());
        model.put("counts", cases.counts());
        model.put(
                "names", identities.of(rows.stream().map(Entitlement::recipient).toList()));
        model.put(
                "last",
                rows.size() < ROWS ? "" : rows.get(rows.size() - 1).ledger().value());
        pages().send(request, response, "cases", model);
    }

    private void open(LedgerNumber ledger, String wholeNumber, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        CaseFile file = cases.find(ledger).orElseThrow(NotFound::new);
        MonthSpan span = span(request);
        Map<AddresseeNumber, Identity> names = identities.of(peopleOf(file));
        Map<String, Object> model = new HashMap<>();
        model.put("file", file);
        model.put("span", span);
        model.put("amounts", Amounts.of(file, span, names));
        model.put("names", names);
        model.put("payments", payments.of(ledger));
        model.put("maySeePayments", guard.permits(Permission.PAYMENT_VIEW));
        model.put("accounts", accounts.history(ledger));
        model.put("wholeNumber", wholeNumber);
        model.put("mayDraft", guard.permits(Permission.CASE_DRAFT));
        model.put(
                "maySeeAccounts", guard.permits(Permission.PAYMENT_DRAFT) || guard.permits(Permission.PAYMENT_APPROVE));
        model.put("endReasons", EndReason.values());
        model.put("holds", Hold.values());
        pages().send(request, response, "case", model);
    }

    private static List<AddresseeNumber> peopleOf(CaseFile file) {
        Stream<AddresseeNumber> spouse = file.spouse().flatMap(each -> each.number()).stream();
        return Stream.of(
                        Stream.of(file.entitlement().recipient()),
                        spouse,
                        file.children().stream().map(CaseChild::number))
                .flatMap(each -> each)
                .toList();
    }

    /** The months asked for; else the last two and this one. */
    private MonthSpan span(HttpServletRequest request) {
        YearMonth now = YearMonth.from(pages().today());
        YearMonth first = Form.month(request, "from", "開始月").orElse(now.minusMonths(2));
        YearMonth last = Form.month(request, "to", "終了月").orElse(now);
        if (last.isBefore(first) || last.isAfter(first.plusMonths(LONGEST_SPAN - 1L))) {
            throw new Refusal("期間は、開始月から終了月まで" + LONGEST_SPAN + "か月以内で指定してください。");
        }
        return MonthSpan.of(first, last);
    }

    private static LedgerNumber ledger(String text) {
        if (!LedgerNumber.isValid(text)) {
            throw new NotFound();
        }
        return LedgerNumber.of(text);
    }

    private static <T extends Coded> T coded(T[] values, String code) {
        return Arrays.stream(values)
                .filter(each -> each.code().equals(code))
                .findFirst()
                .orElseThrow(NotFound::new);
    }
}
