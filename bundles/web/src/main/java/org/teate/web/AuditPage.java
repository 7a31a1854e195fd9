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
import org.teate.access.AuditEntry;
import org.teate.access.AuditQuery;
import org.teate.access.AuditTrail;
import org.teate.access.Guard;
import org.teate.access.Permission;
import org.teate.kernel.AddresseeNumber;

/** Who saw and changed what, when, of whom and why（証跡）. */
@Component(service = Servlet.class)
@HttpWhiteboardServletName("audit")
@HttpWhiteboardServletPattern("/audit")
public final class AuditPage extends Page {

    private static final long serialVersionUID = 1L;
    private static final int ROWS = 100;

    private final transient AuditTrail trail;
    private final transient Guard guard;

    @Activate
    public AuditPage(@Reference Pages pages, @Reference AuditTrail trail, @Reference Guard guard) {
        super(pages);
        this.trail = trail;
        this.guard = guard;
    }

    @Override
    void show(String path, HttpServletRequest request, HttpServletResponse response) throws IOException {
        List<AuditEntry> entries = trail.search(new AuditQuery(
                Optional.of(Form.text(request, "login")).filter(text -> !text.isEmpty()),
                subject(Form.text(request, "subject")),
                Form.date(request, "from", "開始日"),
                Form.date(request, "to", "終了日"),
                Optional.of(Form.number(request, "before", 0)).filter(number -> number > 0),
                ROWS));
        Map<String, Object> model = new HashMap<>();
        for (String field : List.of("login", "subject", "from", "to")) {
            model.put(field, Form.text(request, field));
        }
        model.put("rows", entries.stream().map(AuditPage::row).toList());
        model.put("fromStart", Form.text(request, "before").isEmpty());
        model.put("start", Pager.address(request, "before", ""));
        model.put("next", next(request, entries));
        model.put("maySeePeople", guard.permits(Permission.PERSON_VIEW));
        pages().send(request, response, "audit", model);
    }

    /** The address of the older entries, empty if these are the oldest. */
    private static String next(HttpServletRequest request, List<AuditEntry> entries) {
        return entries.size() < ROWS
                ? ""
                : Pager.address(
                        request, "before", String.valueOf(entries.get(ROWS - 1).number()));
    }

    private static Optional<AddresseeNumber> subject(String text) {
        if (text.isEmpty()) {
            return Optional.empty();
        }
        if (!AddresseeNumber.isValid(text)) {
            throw new Refusal("宛名番号は15桁以内の数字で入力してください。");
        }
        return Optional.of(AddresseeNumber.of(text));
    }

    private static Row row(AuditEntry entry) {
        return new Row(entry, DeedLabels.of(entry.deed().action()));
    }

    /** One entry and what its action is called. */
    public record Row(AuditEntry entry, String label) {}
}
