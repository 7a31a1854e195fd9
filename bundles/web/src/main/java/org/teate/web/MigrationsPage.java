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
import org.teate.exchange.Connectors;
import org.teate.exchange.Migration;
import org.teate.exchange.MigrationOutcome;
import org.teate.exchange.MigrationReport;
import org.teate.exchange.Migrations;
import org.teate.exchange.PluggedConnector;

/** Handing everything over to the next system, set by set（移行）. */
@Component(service = Servlet.class)
@HttpWhiteboardServletName("exchange-migrations")
@HttpWhiteboardServletPattern({MigrationsPage.PATH, MigrationsPage.PATH + "/*"})
public final class MigrationsPage extends Page {

    static final String PATH = "/exchange/migrations";

    private static final long serialVersionUID = 1L;
    private static final int ROWS = 200;

    private final transient Migrations migrations;
    private final transient Connectors connectors;
    private final transient Guard guard;

    @Activate
    public MigrationsPage(
            @Reference Pages pages,
            @Reference Migrations migrations,
            @Reference Connectors connectors,
            @Reference Guard guard) {
        super(pages);
        this.migrations = migrations;
        this.connectors = connectors;
        this.guard = guard;
    }

    /** The page of one migration. */
    static String address(String number) {
        return Pager.below(PATH, number);
    }

    @Override
    void show(String path, HttpServletRequest request, HttpServletResponse response) throws IOException {
        String[] parts = path.split("/");
        if (parts.length < 2) {
            list(request, response);
            return;
        }
        Migration migration = migrations.find(parts[1]).orElseThrow(NotFound::new);
        switch (parts.length == 2 ? "" : parts[2]) {
            case "" -> migration(migration, request, response);
            case "progress" -> progress(migration, response);
            case "report" -> report(migrations.report(migration.number()), request, response);
            case "report.csv" -> MigrationCsv.of(migrations.report(migration.number()))
                    .send(response, "migration-" + migration.number() + ".csv");
            default -> throw new NotFound();
        }
    }

    @Override
    Answer act(String path, HttpServletRequest request) {
        String[] parts = path.split("/");
        if (parts.length < 2) {
            return start(request);
        }
        if (parts.length != 3) {
            throw new NotFound();
        }
        String number = migrations.find(parts[1]).orElseThrow(NotFound::new).number();
        return switch (parts[2]) {
            case "approve" -> said(migrations.approve(number), "決裁しました。本番移行を始めました。", address(number), request);
            case "send-back" -> said(
                    migrations.sendBack(number, Form.reason(request, "reason", "差戻しの理由")),
                    "差し戻しました。",
                    address(number),
                    request);
            case "resume" -> said(migrations.resume(number), "中断したところから再開しました。", address(number), request);
            case "reconcile" -> said(migrations.reconcile(number), "突合を始めました。", address(number), request);
            case "interrupt" -> interrupt(number, request);
            default -> throw new NotFound();
        };
    }

    private Answer start(HttpServletRequest request) {
        String connector = Form.required(request, "connector", "移行先の連携機能");
        return switch (Form.text(request, "kind")) {
            case "rehearsal" -> said(migrations.rehearse(connector), "リハーサルを始めました。", PATH, request);
            case "cut-over" -> said(migrations.cutOver(connector), "本番移行を起案しました。別の職員が決裁すると始まります。", PATH, request);
            default -> throw new Refusal("リハーサルか本番移行かを選んでください。");
        };
    }

    private Answer interrupt(String number, HttpServletRequest request) {
        if (migrations.interrupt()) {
            Notice.success(request, "送信中の部分が終わったところで中断します。");
        } else {
            Notice.error(request, "いまは何も動いていません。");
        }
        return goTo(address(number));
    }

    /** Says what came of it, on the migration's own page or, if there is none, on the one where it was asked for. */
    private Answer said(MigrationOutcome outcome, String success, String otherwise, HttpServletRequest request) {
        if (outcome instanceof MigrationOutcome.Done done) {
            Notice.success(request, success);
            return goTo(address(done.migration().number()));
        }
        if (outcome instanceof MigrationOutcome.Blocked blocked) {
            return response -> pages().send(request, response, "migration-blocked", Map.of("flaws", blocked.flaws()));
        }
        Notice.error(request, MigrationView.sentence(outcome));
        return goTo(otherwise);
    }

    private void list(HttpServletRequest request, HttpServletResponse response) throws IOException {
        List<String> receivers = connectors.list().stream()
                .filter(connector ->
                        connector.ports().stream().anyMatch(port -> port.name().equals("SetReceiver")))
                .map(PluggedConnector::name)
                .toList();
        pages().send(
                        request,
                        response,
                        "migrations",
                        Map.of("migrations", migrations.list(), "receivers", receivers, "mayMigrate", true));
    }

    private void migration(Migration migration, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        Map<String, Object> model = new HashMap<>();
        model.put("view", new MigrationView(migration));
        model.put("own", migration.startedBy().equals(guard.actor().login()));
        pages().send(request, response, "migration", model);
    }

    /** What the page asks for again and again while the server is at it; when that is done, the page is shown anew. */
    private void progress(Migration migration, HttpServletResponse response) throws IOException {
        MigrationView view = new MigrationView(migration);
        if (!view.underWay()) {
            response.setHeader("HX-Refresh", "true");
        }
        pages().sendPart(response, "migration-sets", Map.of("view", view));
    }

    private void report(MigrationReport report, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        pages().send(request, response, "migration-report", Map.of("report", report, "rows", ROWS));
    }
}
