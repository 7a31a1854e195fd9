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
import org.teate.exchange.Choice;
import org.teate.exchange.Connectors;
import org.teate.exchange.Health;
import org.teate.exchange.PluggedConnector;
import org.teate.exchange.Queues;
import org.teate.exchange.Swap;

/** The connectors of each system, and which one is in use（連携機能とその切替）. */
@Component(service = Servlet.class)
@HttpWhiteboardServletName("exchange-connectors")
@HttpWhiteboardServletPattern({ConnectorsPage.PATH, ConnectorsPage.PATH + "/*"})
public final class ConnectorsPage extends Page {

    static final String PATH = "/exchange/connectors";

    private static final long serialVersionUID = 1L;
    private static final int CHOICES = 20;

    private final transient Connectors connectors;
    private final transient Queues queues;
    private final transient Guard guard;

    @Activate
    public ConnectorsPage(
            @Reference Pages pages,
            @Reference Connectors connectors,
            @Reference Queues queues,
            @Reference Guard guard) {
        super(pages);
        this.connectors = connectors;
        this.queues = queues;
        this.guard = guard;
    }

    /** The page of one connector. */
    static String address(String connector) {
        return Pager.below(PATH, connector);
    }

    @Override
    void show(String path, HttpServletRequest request, HttpServletResponse response) throws IOException {
        List<LinkedSystem> systems = LinkedSystem.of(connectors.list(), queues.queues(), pages().now());
        Map<String, Object> model = new HashMap<>();
        model.put("maySwap", guard.permits(Permission.CONNECTOR_SWAP));
        model.put("mayMigrate", guard.permits(Permission.MIGRATE));
        if (path.isEmpty() || path.equals("/")) {
            List<LinkedSystem> plugged = systems.stream()
                    .filter(system -> !system.connectors().isEmpty())
                    .toList();
            Map<String, List<Choice>> choices = new HashMap<>();
            Map<String, Calls> calls = new HashMap<>();
            for (LinkedSystem system : plugged) {
                choices.put(system.name(), connectors.choices(system.name(), CHOICES));
                system.connectors().forEach(connector -> calls.put(connector.name(), Calls.of(connector)));
            }
            model.put("systems", plugged);
            model.put("choices", choices);
            model.put("calls", calls);
            pages().send(request, response, "connectors", model);
        } else {
            PluggedConnector connector = named(path.substring(1));
            model.put("connector", connector);
            model.put("prospect", connectors.prospect(connector.name()));
            model.put(
                    "system",
                    systems.stream()
                            .filter(system -> system.name().equals(connector.system()))
                            .findFirst()
                            .orElseThrow());
            pages().send(request, response, "connector", model);
        }
    }

    @Override
    Answer act(String path, HttpServletRequest request) {
        String[] parts = path.split("/");
        if (parts.length == 2 && parts[1].equals("rollback")) {
            String system = Form.text(request, "system");
            return said(connectors.rollback(system, reason(request)), request);
        }
        if (parts.length != 3) {
            throw new NotFound();
        }
        String connector = named(parts[1]).name();
        return switch (parts[2]) {
            case "check" -> check(connector, request);
            case "promote" -> said(connectors.promote(connector, reason(request)), request);
            default -> throw new NotFound();
        };
    }

    private PluggedConnector named(String name) {
        return connectors.list().stream()
                .filter(each -> each.name().equals(name))
                .findFirst()
                .orElseThrow(NotFound::new);
    }

    private Answer check(String connector, HttpServletRequest request) {
        Health health = connectors.check(connector);
        String text = "連携機能 " + connector + ": ";
        switch (health.state()) {
            case REACHED -> Notice.success(request, text + "連携先に届きました。");
            case NOT_REACHED -> Notice.error(request, text + "連携先に届きません。");
            case UNKNOWN -> Notice.error(request, text + health.text());
        }
        return goTo(address(connector));
    }

    private static Answer said(Swap swap, HttpServletRequest request) {
        if (swap instanceof Swap.Swapped swapped) {
            Notice.success(request, "連携機能 " + swapped.choice().connector() + " を使い始めました。");
        } else if (swap instanceof Swap.NotSwapped not) {
            Notice.error(request, not.reason());
        }
        return goTo(PATH);
    }

    private static String reason(HttpServletRequest request) {
        return Form.reason(request, "reason", "切替の理由");
    }
}
