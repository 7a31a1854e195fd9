// SPDX-FileCopyrightText: Teate contributors
// SPDX-License-Identifier: Apache-2.0
package org.teate.web;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.servlet.Servlet;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.http.whiteboard.propertytypes.HttpWhiteboardServletName;
import org.osgi.service.http.whiteboard.propertytypes.HttpWhiteboardServletPattern;
import org.teate.access.Approval;
import org.teate.access.Approvals;
import org.teate.access.Forbidden;
import org.teate.access.Guard;
import org.teate.addressing.Identities;
import org.teate.cases.ApprovalOutcome;
import org.teate.cases.CaseFile;
import org.teate.cases.CaseRegister;
import org.teate.cases.DecisionDraft;
import org.teate.cases.Decisions;
import org.teate.cases.Proposal;
import org.teate.kernel.Wareki;

/** The drafts that wait for a second person（決裁）. Payments are decided on the page of their run. */
@Component(service = Servlet.class)
@HttpWhiteboardServletName("approvals")
@HttpWhiteboardServletPattern({"/approvals", "/approvals/*"})
public final class ApprovalsPage extends Page {

    private static final long serialVersionUID = 1L;

    private final transient Approvals approvals;
    private final transient Decisions decisions;
    private final transient CaseRegister cases;
    private final transient Identities identities;
    private final transient Guard guard;

    @Activate
    public ApprovalsPage(
            @Reference Pages pages,
            @Reference Approvals approvals,
            @Reference Decisions decisions,
            @Reference CaseRegister cases,
            @Reference Identities identities,
            @Reference Guard guard) {
        super(pages);
        this.approvals = approvals;
        this.decisions = decisions;
        this.cases = cases;
        this.identities = identities;
        this.guard = guard;
    }

    @Override
    void show(String path, HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (!path.isEmpty() && !path.equals("/")) {
            draft(number(path.substring(1)), request, response);
            return;
        }
        if (!WaitingDraft.concerns(guard.actor())) {
            throw new Forbidden("決裁の画面を見る権限がありません。");
        }
        pages().send(
                        request,
                        response,
                        "approvals",
                        Map.of("drafts", WaitingDraft.of(approvals.waiting(), guard.actor())));
    }

    @Override
    Answer act(String path, HttpServletRequest request) {
        String[] parts = path.split("/");
        if (parts.length != 3) {
            throw new NotFound();
        }
        long number = decisions
                .find(number(parts[1]))
                .orElseThrow(NotFound::new)
                .approval()
                .number();
        ApprovalOutcome outcome =
                switch (parts[2]) {
                    case "approve" -> decisions.approve(number);
                    case "send-back" -> decisions.sendBack(number, Form.reason(request, "reason", "差戻しの理由"));
                    default -> throw new NotFound();
                };
        return said(outcome, request) ? goTo("/approvals") : goTo("/approvals/" + number);
    }

    /** Says what came of it; whether the draft is decided. */
    private static boolean said(ApprovalOutcome outcome, HttpServletRequest request) {
        if (outcome instanceof ApprovalOutcome.Decided decided) {
            Notice.success(request, "決裁しました。処分番号は " + decided.decision().number() + " です。");
            return true;
        } else if (outcome instanceof ApprovalOutcome.SentBack) {
            Notice.success(request, "起案者に差し戻しました。");
            return true;
        } else if (outcome instanceof ApprovalOutcome.OwnDraft) {
            Notice.error(request, "自分が起案したものは決裁できません。別の職員が決裁します。");
        } else if (outcome instanceof ApprovalOutcome.Overtaken overtaken) {
            Notice.error(request, overtaken.obstacle().sentence() + "差し戻してください。");
        } else {
            Notice.error(request, "この起案は、すでに決裁または差戻しが済んでいます。");
        }
        return false;
    }

    private void draft(long number, HttpServletRequest request, HttpServletResponse response) throws IOException {
        DecisionDraft draft = decisions.find(number).orElseThrow(NotFound::new);
        CaseFile file = cases.find(draft.proposal().ledger()).orElseThrow(NotFound::new);
        Map<String, Object> model = new HashMap<>();
        model.put("approval", draft.approval());
        model.put("kind", draft.proposal().kind());
        model.put("facts", facts(draft.proposal()));
        model.put("waits", draft.approval().state() == Approval.State.WAITING);
        model.put("obstacle", WaitingDraft.obstacle(draft.approval(), guard.actor()));
        model.put("entitlement", file.entitlement());
        model.put("names", identities.of(List.of(file.entitlement().recipient())));
        pages().send(request, response, "draft", model);
    }

    private static List<Fact> facts(Proposal proposal) {
        List<Fact> facts = new ArrayList<>();
        if (proposal instanceof Proposal.End end) {
            facts.add(new Fact("消滅事由", end.reason().label()));
            facts.add(new Fact("事由発生日", Wareki.of(end.eventOn())));
            facts.add(new Fact("最終支給月", Wareki.of(end.lastMonth()) + "分"));
            end.ending().sentences().forEach(sentence -> facts.add(new Fact("理由", sentence)));
        } else if (proposal instanceof Proposal.Withhold withhold) {
            facts.add(new Fact("保留区分", withhold.hold().label()));
            facts.add(new Fact("開始月分", Wareki.of(withhold.from()) + "分"));
        }
        facts.add(new Fact("備考", proposal.note().isEmpty() ? "なし" : proposal.note()));
        return facts;
    }

    private static long number(String text) {
        if (!text.matches("[0-9]{1,18}")) {
            throw new NotFound();
        }
        return Long.parseLong(text);
    }

    /** One line of what is proposed. */
    public record Fact(String label, String text) {}
}
