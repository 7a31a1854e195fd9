// SPDX-FileCopyrightText: Teate contributors
// SPDX-License-Identifier: Apache-2.0
package org.teate.web;

import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import javax.servlet.Servlet;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.http.whiteboard.propertytypes.HttpWhiteboardResource;
import org.osgi.service.http.whiteboard.propertytypes.HttpWhiteboardServletName;
import org.osgi.service.http.whiteboard.propertytypes.HttpWhiteboardServletPattern;
import org.teate.access.SignIn;

/** Signing in and out, and changing one's password. */
@Component(service = Servlet.class)
@HttpWhiteboardServletName(SignInPage.NAME)
@HttpWhiteboardServletPattern({"/sign-in", "/sign-out", "/password"})
@HttpWhiteboardResource(pattern = "/static/*", prefix = "/static")
public final class SignInPage extends Page {

    static final String NAME = "sign-in";

    private static final long serialVersionUID = 1L;

    private final transient SignIn signIn;

    @Activate
    public SignInPage(@Reference Pages pages, @Reference SignIn signIn) {
        super(pages);
        this.signIn = signIn;
    }

    @Override
    void show(String path, HttpServletRequest request, HttpServletResponse response) throws IOException {
        switch (request.getServletPath()) {
            case "/password" -> pages().send(request, response, "password", Map.of());
            case "/sign-in" -> pages().send(request, response, "sign-in", Map.of("to", wanted(request)));
            default -> throw new NotFound();
        }
    }

    @Override
    Answer act(String path, HttpServletRequest request) {
        return goTo(
                switch (request.getServletPath()) {
                    case "/sign-in" -> signedIn(request);
                    case "/password" -> changed(request);
                    default -> signedOut();
                });
    }

    private String signedIn(HttpServletRequest request) {
        SignIn.Outcome outcome = signIn.signIn(
                Form.text(request, "login"), Form.raw(request, "password").toCharArray());
        return switch (outcome) {
            case SIGNED_IN -> wanted(request);
            case PASSWORD_MUST_CHANGE -> "/password";
            case REFUSED -> again(request, "利用者IDまたはパスワードが違うか、利用できない利用者です。");
            case LOCKED -> again(request, "続けて失敗したため、しばらくの間サインインできません。時間をおくか、システム管理者に連絡してください。");
        };
    }

    private String signedOut() {
        signIn.signOut();
        return "/sign-in";
    }

    private String changed(HttpServletRequest request) {
        if (!Form.raw(request, "fresh").equals(Form.raw(request, "again"))) {
            Notice.error(request, "新しいパスワードが二つの欄で一致しません。");
            return "/password";
        }
        Optional<String> refusal = signIn.changePassword(
                Form.raw(request, "old").toCharArray(),
                Form.raw(request, "fresh").toCharArray());
        if (refusal.isPresent()) {
            Notice.error(request, refusal.get());
            return "/password";
        }
        Notice.success(request, "パスワードを変更しました。");
        return "/";
    }

    private static String again(HttpServletRequest request, String text) {
        Notice.error(request, text);
        return "/sign-in";
    }

    /** Where the person wanted to go, as long as that is on this server. */
    private static String wanted(HttpServletRequest request) {
        String to = Optional.ofNullable(request.getParameter("to")).orElse("/");
        return to.startsWith("/") && !to.startsWith("//") && !to.contains("\\") ? to : "/";
    }
}
