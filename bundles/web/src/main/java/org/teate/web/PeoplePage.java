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
import org.teate.access.Permission;
import org.teate.addressing.People;
import org.teate.addressing.Person;
import org.teate.addressing.PersonPage;
import org.teate.addressing.PersonQuery;
import org.teate.addressing.PersonRow;
import org.teate.cases.CaseRegister;
import org.teate.cases.Entitlement;
import org.teate.kernel.AddresseeNumber;
import org.teate.kernel.IndividualNumber;

/** Searching for people, and one person with household and cases. */
@Component(service = Servlet.class)
@HttpWhiteboardServletName("people")
@HttpWhiteboardServletPattern({"/people", "/people/*"})
public final class PeoplePage extends Page {

    private static final long serialVersionUID = 1L;
    private static final int ROWS = 20;

    private final transient People people;
    private final transient CaseRegister cases;
    private final transient Guard guard;

    @Activate
    public PeoplePage(
            @Reference Pages pages, @Reference People people, @Reference CaseRegister cases, @Reference Guard guard) {
        super(pages);
        this.people = people;
        this.cases = cases;
        this.guard = guard;
    }

    @Override
    void show(String path, HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (path.isEmpty() || path.equals("/")) {
            search(request, response);
        } else {
            AddresseeNumber number = number(path.substring(1));
            person(people.find(number, WayIn.of(request)), "", request, response);
        }
    }

    /** Looking at what is guarded changes nothing, yet it is a form: its reason belongs in no address line. */
    @Override
    Answer act(String path, HttpServletRequest request) {
        if (path.equals("/by-number")) {
            return response -> byIndividualNumber(request, response);
        }
        String[] parts = path.split("/");
        if (parts.length == 3 && parts[2].equals("protected")) {
            AddresseeNumber number = number(parts[1]);
            Optional<Person> person = people.findProtected(number, Form.reason(request, "purpose", "閲覧の目的"));
            return response -> person(person, "", request, response);
        }
        AddresseeNumber number = number(path.substring(1));
        String reason = Form.reason(request, "reason", "閲覧の理由");
        String digits = people.individualNumber(number, reason)
                .map(IndividualNumber::digits)
                .orElse("未登録");
        Optional<Person> person = people.find(number, reason);
        return response -> person(person, digits, request, response);
    }

    private void search(HttpServletRequest request, HttpServletResponse response) throws IOException {
        int page = Form.page(request);
        PersonQuery query = new PersonQuery(
                Optional.of(Form.text(request, "number"))
                        .filter(text -> !text.isEmpty())
                        .map(PeoplePage::typedNumber),
                Form.text(request, "kana"),
                Form.text(request, "name"),
                Form.date(request, "birth", "生年月日"),
                page,
                ROWS);
        PersonPage found = query.isEmpty() ? PersonPage.EMPTY : people.search(query);
        list(request, response, found.rows(), found.total(), page, !query.isEmpty());
    }

    private void byIndividualNumber(HttpServletRequest request, HttpServletResponse response) throws IOException {
        String digits = Form.required(request, "individualNumber", "個人番号").replaceAll("[ -]", "");
        if (!IndividualNumber.isValid(digits)) {
            throw new Refusal("個人番号の検査用数字が合いません。番号を確かめてください。");
        }
        List<PersonRow> rows =
                people.search(IndividualNumber.of(digits), Form.reason(request, "reason", "検索の理由")).stream()
                        .toList();
        list(request, response, rows, rows.size(), 0, true);
    }

    private void list(
            HttpServletRequest request,
            HttpServletResponse response,
            List<PersonRow> rows,
            long total,
            int page,
            boolean searched)
            throws IOException {
        Map<String, Object> model = new HashMap<>();
        for (String field : List.of("number", "kana", "name", "birth")) {
            model.put(field, Form.text(request, field));
        }
        model.put("rows", rows);
        model.put("total", total);
        model.put("searched", searched);
        model.put("pager", Pager.of(request, page, ROWS, total));
        model.put("maySeeNumbers", guard.permits(Permission.NUMBER_VIEW));
        pages().send(request, response, "people", model);
    }

    private void person(Optional<Person> found, String digits, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        Person person = found.orElseThrow(NotFound::new);
        AddresseeNumber number = person.number();
        boolean mayViewCases = guard.permits(Permission.CASE_VIEW);
        List<Entitlement> asRecipient = mayViewCases ? cases.ofRecipient(number) : List.of();
        List<Entitlement> asChild = mayViewCases ? cases.ofChild(number) : List.of();
        pages().send(
                        request,
                        response,
                        "person",
                        Map.of(
                                "person", person,
                                "individualNumber", digits,
                                "maySeeNumbers", guard.permits(Permission.NUMBER_VIEW) && person.numberHeld(),
                                "maySeeProtected", guard.permits(Permission.PROTECTED_VIEW),
                                "asRecipient", asRecipient,
                                "asChild", asChild));
    }

    private static AddresseeNumber number(String text) {
        if (!AddresseeNumber.isValid(text)) {
            throw new NotFound();
        }
        return AddresseeNumber.of(text);
    }

    private static AddresseeNumber typedNumber(String text) {
        if (!AddresseeNumber.isValid(text)) {
            throw new Refusal("宛名番号は15桁以内の数字で入力してください。");
        }
        return AddresseeNumber.of(text);
    }
}
