// SPDX-FileCopyrightText: Teate contributors
// SPDX-License-Identifier: Apache-2.0
package org.teate.web;

import java.io.IOException;
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
import org.teate.access.Actor;
import org.teate.access.Approvals;
import org.teate.access.Guard;
import org.teate.access.Permission;
import org.teate.access.Worklist;
import org.teate.cases.CaseRegister;
import org.teate.cases.CaseStatus;
import org.teate.exchange.Imports;
import org.teate.payments.PaymentRun;
import org.teate.payments.PaymentRuns;
import org.teate.payments.RunState;

/**
 * The first page: what is due next and what waits, as far as the one who looks may see it. Being behind every address
 * that no other page has, it also says that there is no such page.
 */
@Component(service = Servlet.class)
@HttpWhiteboardServletName("home")
@HttpWhiteboardServletPattern("/")
public final class HomePage extends Page {

    private static final long serialVersionUID = 1L;
    private static final int LATEST_FILES = 5;
    private static final int OLDEST_DRAFTS = 8;

    private final transient Guard guard;
    private final transient PaymentRuns runs;
    private final transient Approvals approvals;
    private final transient Worklist worklist;
    private final transient Imports imports;
    private final transient CaseRegister cases;

    @Activate
    public HomePage(
            @Reference Pages pages,
            @Reference Guard guard,
            @Reference PaymentRuns runs,
            @Reference Approvals approvals,
            @Reference Worklist worklist,
            @Reference Imports imports,
            @Reference CaseRegister cases) {
        super(pages);
        this.guard = guard;
        this.runs = runs;
        this.approvals = approvals;
        this.worklist = worklist;
        this.imports = imports;
        this.cases = cases;
    }

    @Override
    void show(String path, HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (!(request.getServletPath() + path).equals("/")) {
            throw new NotFound();
        }
        Actor actor = guard.actor();
        List<WaitingDraft> drafts = WaitingDraft.of(approvals.waiting(), actor);
        Map<String, Object> model = new HashMap<>();
        model.put("term", Term.from(pages().today(), 1).get(0));
        model.put("maySeePayments", actor.may(Permission.PAYMENT_VIEW));
        model.put("mayStart", actor.may(Permission.PAYMENT_DRAFT));
        model.put("runs", actor.may(Permission.PAYMENT_VIEW) ? unfinished() : List.of());
        model.put("maySeeDrafts", WaitingDraft.concerns(actor));
        model.put("drafts", drafts.stream().limit(OLDEST_DRAFTS).toList());
        model.put("draftCount", drafts.size());
        model.put("maySeeWork", actor.may(Permission.WORK_VIEW));
        model.put("work", actor.may(Permission.WORK_VIEW) ? WorkKind.of(worklist.counts()) : List.of());
        model.put("maySeeFiles", actor.may(Permission.EXCHANGE_VIEW));
        model.put("files", actor.may(Permission.EXCHANGE_VIEW) ? imports.list(LATEST_FILES) : List.of());
        model.put("maySeeCases", actor.may(Permission.CASE_VIEW));
        model.put("caseCounts", actor.may(Permission.CASE_VIEW) ? cases.counts() : Map.of());
        model.put("statuses", CaseStatus.values());
        pages().send(request, response, "home", model);
    }

    private List<PaymentRun> unfinished() {
        return runs.list().stream()
                .filter(run -> run.state() != RunState.FILE_APPROVED
                        && run.state() != RunState.CANCELLED
                        && run.state() != RunState.NOTHING_DUE)
                .toList();
    }
}
