// SPDX-FileCopyrightText: Teate contributors
// SPDX-License-Identifier: Apache-2.0
package org.teate.web;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import javax.servlet.Servlet;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.http.whiteboard.propertytypes.HttpWhiteboardServletName;
import org.osgi.service.http.whiteboard.propertytypes.HttpWhiteboardServletPattern;
import org.teate.access.Role;
import org.teate.access.StaffRegister;
import org.teate.access.StaffRegister.Staff;

/** The people who may sign in（利用者）. A one-time password is shown once, on the page that answers the form. */
@Component(service = Servlet.class)
@HttpWhiteboardServletName("staff")
@HttpWhiteboardServletPattern({"/staff", "/staff/*"})
public final class StaffPage extends Page {

    private static final long serialVersionUID = 1L;

    private final transient StaffRegister staff;

    @Activate
    public StaffPage(@Reference Pages pages, @Reference StaffRegister staff) {
        super(pages);
        this.staff = staff;
    }

    @Override
    void show(String path, HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (!path.isEmpty() && !path.equals("/")) {
            throw new NotFound();
        }
        List<Staff> all = staff.all();
        pages().send(request, response, "staff", Map.of("staff", all, "roles", Role.values()));
    }

    @Override
    Answer act(String path, HttpServletRequest request) {
        String[] parts = path.split("/");
        if (parts.length < 2) {
            Staff person = person(request);
            return password(person.login(), said(() -> staff.add(person)), request);
        }
        if (parts.length != 3) {
            throw new NotFound();
        }
        String login = parts[1];
        switch (parts[2]) {
            case "reset" -> {
                return password(login, said(() -> staff.reset(login)), request);
            }
            case "expire" -> {
                said(() -> {
                    staff.expire(login);
                    return login;
                });
                Notice.success(request, login + " の利用を終了しました。");
                return goTo("/staff");
            }
            default -> throw new NotFound();
        }
    }

    private Answer password(String login, String password, HttpServletRequest request) {
        return response ->
                pages().send(request, response, "one-time-password", Map.of("login", login, "password", password));
    }

    private static Staff person(HttpServletRequest request) {
        String[] chosen = request.getParameterValues("role");
        if (chosen == null) {
            throw new Refusal("役割を一つ以上選んでください。");
        }
        Set<Role> roles = Arrays.stream(Role.values())
                .filter(role -> List.of(chosen).contains(role.name()))
                .collect(Collectors.toSet());
        return new Staff(
                Form.required(request, "login", "利用者ID"),
                Form.required(request, "name", "氏名"),
                roles,
                !Form.text(request, "maySeeNumbers").isEmpty(),
                Form.date(request, "lastDay", "利用終了日"));
    }

    /** The register refuses a form in a Japanese sentence, which the page passes on. */
    private static String said(Supplier<String> work) {
        try {
            return work.get();
        } catch (IllegalArgumentException e) {
            throw new Refusal(e.getMessage());
        }
    }
}
