// SPDX-FileCopyrightText: Teate contributors
// SPDX-License-Identifier: Apache-2.0
package org.teate.web;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
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
import org.teate.exchange.Queues;
import org.teate.exchange.WaitingMessage;

/** The messages that wait to be told to other systems（送信待ちの通知）. */
@Component(service = Servlet.class)
@HttpWhiteboardServletName("exchange-queues")
@HttpWhiteboardServletPattern({QueuesPage.PATH, QueuesPage.PATH + "/*"})
public final class QueuesPage extends Page {

    static final String PATH = "/exchange/queues";

    private static final long serialVersionUID = 1L;
    private static final int ROWS = 50;

    private final transient Queues queues;
    private final transient Guard guard;

    @Activate
    public QueuesPage(@Reference Pages pages, @Reference Queues queues, @Reference Guard guard) {
        super(pages);
        this.queues = queues;
        this.guard = guard;
    }

    /** The page of what one system has not been told yet. */
    static String address(String system) {
        return Pager.below(PATH, system);
    }

    @Override
    void show(String path, HttpServletRequest request, HttpServletResponse response) throws IOException {
        List<LinkedSystem> systems = LinkedSystem.of(List.of(), queues.queues(), pages().now());
        Map<String, Object> model = new HashMap<>();
        model.put("mayMigrate", guard.permits(Permission.MIGRATE));
        if (path.isEmpty() || path.equals("/")) {
            model.put("systems", systems);
            pages().send(request, response, "queues", model);
        } else {
            String system = path.substring(1);
            model.put(
                    "system",
                    systems.stream()
                            .filter(each -> each.name().equals(system))
                            .findFirst()
                            .orElseGet(() -> LinkedSystem.ofNothing(system)));
            messages(system, request, model);
            pages().send(request, response, "queue", model);
        }
    }

    private void messages(String system, HttpServletRequest request, Map<String, Object> model) {
        boolean refused = Form.text(request, "refused").equals("1");
        long after = Form.number(request, "after", 0);
        List<WaitingMessage> rows = queues.messages(system, refused, after, ROWS);
        model.put("refused", refused);
        model.put("rows", rows(rows));
        model.put("now", pages().now());
        model.put("maySeePeople", guard.permits(Permission.PERSON_VIEW));
        model.put("fromStart", after == 0);
        model.put("start", refused ? "?refused=1" : address(system));
        model.put(
                "next",
                rows.size() < ROWS
                        ? ""
                        : Pager.address(
                                request,
                                "after",
                                String.valueOf(rows.get(ROWS - 1).number())));
    }

    /** Of one subject nothing is told before what is in its way. */
    private static List<Row> rows(List<WaitingMessage> messages) {
        Set<String> heldUp = new HashSet<>();
        List<Row> rows = new ArrayList<>();
        for (WaitingMessage message : messages) {
            rows.add(new Row(message, heldUp.contains(message.subject())));
            if (message.refused() || message.attempts() > 0) {
                heldUp.add(message.subject());
            }
        }
        return rows;
    }

    /** One message, and whether it waits for another one. */
    public record Row(WaitingMessage message, boolean heldBack) {}
}
