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
import org.teate.addressing.Identities;
import org.teate.cases.LedgerComparison;
import org.teate.cases.LedgerComparison.Standing;
import org.teate.cases.Reconciliation;
import org.teate.kernel.AddresseeNumber;
import org.teate.kernel.LedgerNumber;

/** What the welfare system has booked beside our ledger: every difference of last night, and one recipient now. */
@Component(service = Servlet.class)
@HttpWhiteboardServletName("welfare")
@HttpWhiteboardServletPattern({"/welfare", "/welfare/*"})
public final class WelfarePage extends Page {

    private static final long serialVersionUID = 1L;
    private static final int ROWS = 50;

    private final transient Reconciliation reconciliation;
    private final transient Identities identities;

    @Activate
    public WelfarePage(
            @Reference Pages pages, @Reference Reconciliation reconciliation, @Reference Identities identities) {
        super(pages);
        this.reconciliation = reconciliation;
        this.identities = identities;
    }

    @Override
    void show(String path, HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (path.isEmpty() || path.equals("/")) {
            lastNight(request, response);
        } else {
            now(path.substring(1), request, response);
        }
    }

    private void lastNight(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Optional<LedgerNumber> after = Optional.of(Form.text(request, "after"))
                .filter(LedgerNumber::isValid)
                .map(LedgerNumber::of);
        List<LedgerComparison> rows = reconciliation.differences(after, ROWS);
        Map<String, Object> model = model(rows);
        model.put("counts", reconciliation.counts());
        model.put("standings", Standing.values());
        model.put(
                "last",
                rows.size() < ROWS ? "" : rows.get(rows.size() - 1).ledger().value());
        pages().send(request, response, "welfare", model);
    }

    private void now(String recipient, HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (!AddresseeNumber.isValid(recipient)) {
            throw new NotFound();
        }
        Map<String, Object> model = model(reconciliation.ask(AddresseeNumber.of(recipient)));
        model.put("recipient", AddresseeNumber.of(recipient));
        pages().send(request, response, "welfare-recipient", model);
    }

    private Map<String, Object> model(List<LedgerComparison> rows) {
        Map<String, Object> model = new HashMap<>();
        model.put("rows", rows);
        model.put(
                "names",
                identities.of(rows.stream().map(LedgerComparison::recipient).toList()));
        return model;
    }
}
