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
import org.teate.exchange.ImportedFile;
import org.teate.exchange.Imports;
import org.teate.exchange.Migration;
import org.teate.exchange.Migrations;
import org.teate.exchange.Queues;

/** How the exchange with each other system goes, at a glance（連携の監視）. */
@Component(service = Servlet.class)
@HttpWhiteboardServletName("exchange")
@HttpWhiteboardServletPattern({"/exchange", "/exchange/*"})
public final class ExchangePage extends Page {

    private static final long serialVersionUID = 1L;
    private static final int FILES = 100;
    private static final int LATEST_FILES = 8;

    private final transient Connectors connectors;
    private final transient Queues queues;
    private final transient Imports imports;
    private final transient Migrations migrations;
    private final transient Guard guard;

    @Activate
    public ExchangePage(
            @Reference Pages pages,
            @Reference Connectors connectors,
            @Reference Queues queues,
            @Reference Imports imports,
            @Reference Migrations migrations,
            @Reference Guard guard) {
        super(pages);
        this.connectors = connectors;
        this.queues = queues;
        this.imports = imports;
        this.migrations = migrations;
        this.guard = guard;
    }

    @Override
    void show(String path, HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (!path.isEmpty() && !path.equals("/")) {
            throw new NotFound();
        }
        boolean mayMigrate = guard.permits(Permission.MIGRATE);
        List<LinkedSystem> systems = LinkedSystem.of(connectors.list(), queues.queues(), pages().now());
        List<ImportedFile> files = imports.list(FILES);
        List<Migration> handedOver = mayMigrate ? migrations.list() : List.of();
        Alerts alerts = new Alerts(pages().now());
        systems.forEach(alerts::in);
        alerts.in(files);
        handedOver.stream().limit(1).forEach(alerts::in);
        Map<String, Object> model = new HashMap<>();
        model.put("systems", systems);
        model.put("alerts", alerts.found());
        model.put("files", files.stream().limit(LATEST_FILES).toList());
        model.put("importing", files.stream().anyMatch(file -> file.state() == ImportedFile.State.RUNNING));
        model.put("mayMigrate", mayMigrate);
        pages().send(request, response, "exchange", model);
    }
}
