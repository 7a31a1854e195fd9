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
import org.teate.access.Guard;
import org.teate.access.Permission;
import org.teate.exchange.Connectors;
import org.teate.exchange.PluggedConnector;
import org.teate.exchange.Trial;
import org.teate.exchange.TrialOutcome;
import org.teate.exchange.Trials;

/** A candidate is asked beside the connector in use, and how their answers differ（並行稼働）. */
@Component(service = Servlet.class)
@HttpWhiteboardServletName("exchange-trials")
@HttpWhiteboardServletPattern({TrialsPage.PATH, TrialsPage.PATH + "/*"})
public final class TrialsPage extends Page {

    static final String PATH = "/exchange/trials";

    private static final long serialVersionUID = 1L;
    private static final int TRIALS = 100;

    private final transient Trials trials;
    private final transient Connectors connectors;
    private final transient Guard guard;

    @Activate
    public TrialsPage(
            @Reference Pages pages,
            @Reference Trials trials,
            @Reference Connectors connectors,
            @Reference Guard guard) {
        super(pages);
        this.trials = trials;
        this.connectors = connectors;
        this.guard = guard;
    }

    @Override
    void show(String path, HttpServletRequest request, HttpServletResponse response) throws IOException {
        String[] parts = path.split("/");
        if (parts.length < 2) {
            list(request, response);
            return;
        }
        Trial trial = numbered(parts[1]);
        switch (parts.length == 2 ? "" : parts[2]) {
            case "" -> pages().send(request, response, "trial", model(trial));
            case "findings" -> findings(trial, response);
            case "samples.csv" -> export(trial, response);
            default -> samples(trial, parts[2], request, response);
        }
    }

    @Override
    Answer act(String path, HttpServletRequest request) {
        String[] parts = path.split("/");
        if (parts.length < 2) {
            String candidate = Form.required(request, "candidate", "候補の連携機能");
            return said(
                    trials.start(candidate, Form.reason(request, "reason", "並行稼働の理由")), "並行稼働を始めました。", PATH, request);
        }
        if (parts.length != 3 || !parts[2].equals("stop")) {
            throw new NotFound();
        }
        Trial trial = numbered(parts[1]);
        return said(trials.stop(trial.candidate()), "並行稼働を終えました。", address(trial), request);
    }

    private static Answer said(TrialOutcome outcome, String success, String otherwise, HttpServletRequest request) {
        if (outcome instanceof TrialOutcome.Done done) {
            Notice.success(request, success);
            return goTo(address(done.trial()));
        }
        Notice.error(request, ((TrialOutcome.NotDone) outcome).reason());
        return goTo(otherwise);
    }

    private Trial numbered(String number) {
        return trials.list(TRIALS).stream()
                .filter(trial -> String.valueOf(trial.number()).equals(number))
                .findFirst()
                .orElseThrow(NotFound::new);
    }

    private static String address(Trial trial) {
        return PATH + "/" + trial.number();
    }

    private void list(HttpServletRequest request, HttpServletResponse response) throws IOException {
        List<String> candidates = connectors.list().stream()
                .filter(connector -> connector.state() == PluggedConnector.State.STANDBY)
                .map(PluggedConnector::name)
                .toList();
        Map<String, Object> model = new HashMap<>();
        model.put("trials", trials.list(TRIALS));
        model.put("candidates", candidates);
        model.put("maySwap", guard.permits(Permission.CONNECTOR_SWAP));
        model.put("mayMigrate", guard.permits(Permission.MIGRATE));
        pages().send(request, response, "trials", model);
    }

    private Map<String, Object> model(Trial trial) {
        Map<String, Object> model = new HashMap<>();
        model.put("trial", trial);
        model.put("maySwap", guard.permits(Permission.CONNECTOR_SWAP));
        model.put("maySeePeople", guard.permits(Permission.PERSON_VIEW));
        return model;
    }

    /** What the page asks for again and again while the trial runs; when it is stopped, the page is shown anew. */
    private void findings(Trial trial, HttpServletResponse response) throws IOException {
        if (trial.stoppedAt().isPresent()) {
            response.setHeader("HX-Refresh", "true");
        }
        pages().sendPart(response, "trial-findings", model(trial));
    }

    private void samples(Trial trial, String number, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        Trial.Group group = trial.groups().stream()
                .filter(each -> String.valueOf(each.number()).equals(number))
                .findFirst()
                .orElseThrow(NotFound::new);
        pages().send(
                        request,
                        response,
                        "trial-samples",
                        Map.of(
                                "trial",
                                trial,
                                "group",
                                group,
                                "samples",
                                trials.samples(trial.number(), group.number())));
    }

    private void export(Trial trial, HttpServletResponse response) throws IOException {
        guard.require(Permission.PERSON_VIEW);
        response.setContentType("text/csv; charset=UTF-8");
        response.setHeader("Content-Disposition", "attachment; filename=\"trial-" + trial.number() + ".csv\"");
        trials.export(trial.number(), response.getOutputStream());
    }
}
