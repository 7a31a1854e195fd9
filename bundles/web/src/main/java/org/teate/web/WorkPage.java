// SPDX-FileCopyrightText: Teate contributors
// SPDX-License-Identifier: Apache-2.0
package org.teate.web;

import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.servlet.Servlet;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.http.whiteboard.propertytypes.HttpWhiteboardServletName;
import org.osgi.service.http.whiteboard.propertytypes.HttpWhiteboardServletPattern;
import org.teate.access.Guard;
import org.teate.access.OpenItem;
import org.teate.access.Permission;
import org.teate.access.Worklist;
import org.teate.addressing.Identities;
import org.teate.addressing.Identity;
import org.teate.kernel.AddresseeNumber;

/** What waits for a person（処理待ち）, by kind, and closing it with a note of what was done. */
@Component(service = Servlet.class)
@HttpWhiteboardServletName("work")
@HttpWhiteboardServletPattern({"/work", "/work/*"})
public final class WorkPage extends Page {

    private static final long serialVersionUID = 1L;
    private static final int ROWS = 50;

    private final transient Worklist worklist;
    private final transient Identities identities;
    private final transient Guard guard;

    @Activate
    public WorkPage(
            @Reference Pages pages,
            @Reference Worklist worklist,
            @Reference Identities identities,
            @Reference Guard guard) {
        super(pages);
        this.worklist = worklist;
        this.identities = identities;
        this.guard = guard;
    }

    @Override
    void show(String path, HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (!path.isEmpty() && !path.equals("/")) {
            throw new NotFound();
        }
        Map<String, Long> counts = worklist.counts();
        String kind = Form.text(request, "kind");
        List<OpenItem> items = worklist.open(
                Optional.of(kind).filter(each -> !each.isEmpty()), Form.number(request, "after", 0), ROWS);
        Map<String, Object> model = new HashMap<>();
        model.put("kinds", WorkKind.of(counts));
        model.put("total", counts.values().stream().mapToLong(Long::longValue).sum());
        model.put("kind", kind);
        model.put("rows", items.stream().map(WorkPage::row).toList());
        model.put("names", names(items));
        model.put("maySeePeople", guard.permits(Permission.PERSON_VIEW));
        model.put("mayClose", guard.permits(Permission.WORK_DO));
        model.put(
                "next",
                items.size() < ROWS
                        ? ""
                        : Pager.address(
                                request,
                                "after",
                                String.valueOf(items.get(ROWS - 1).number())));
        pages().send(request, response, "work", model);
    }

    @Override
    Answer act(String path, HttpServletRequest request) {
        if (!path.matches("/[0-9]{1,18}")) {
            throw new NotFound();
        }
        if (worklist.close(Long.parseLong(path.substring(1)), Form.reason(request, "note", "処理の内容"))) {
            Notice.success(request, "処理済みにしました。");
        } else {
            Notice.error(request, "すでに処理済みです。");
        }
        return goTo(Pager.address("/work", "kind", Form.text(request, "kind")));
    }

    private Map<AddresseeNumber, Identity> names(List<OpenItem> items) {
        return guard.permits(Permission.PERSON_VIEW)
                ? identities.of(items.stream()
                        .flatMap(each -> each.item().subject().stream())
                        .toList())
                : Map.of();
    }

    private static Row row(OpenItem open) {
        return new Row(open, WorkKind.label(open.item().kind()));
    }

    /** One item and the name of its kind. */
    public record Row(OpenItem open, String label) {}
}
