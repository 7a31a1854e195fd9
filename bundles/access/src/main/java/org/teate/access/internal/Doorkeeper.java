// SPDX-FileCopyrightText: Teate contributors
// SPDX-License-Identifier: Apache-2.0
package org.teate.access.internal;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.Set;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;

/** Decides which way a request goes, from where it wants to and who sends it. */
final class Doorkeeper {

    private static final String SIGN_IN = "/sign-in";
    private static final String PASSWORD = "/password";
    private static final Set<String> OPEN = Set.of(SIGN_IN, "/health");
    private static final Set<String> OPEN_TO_ONE_TIME_PASSWORDS = Set.of(PASSWORD, "/sign-out");
    private static final Set<String> READING = Set.of("GET", "HEAD");
    private static final int PERMANENT = HttpServletResponse.SC_MOVED_PERMANENTLY;
    private static final int STANDARD_PORT = 443;

    private final Optional<Integer> httpsPort;

    /** @param httpsPort where HTTPS is answered, if it is */
    Doorkeeper(Optional<Integer> httpsPort) {
        this.httpsPort = httpsPort;
    }

    /** Which way a request goes. */
    sealed interface Way {

        /** On to the page. */
        record Through() implements Way {}

        /** Elsewhere, by a redirect. */
        record Elsewhere(int status, String location) implements Way {}

        /** Nowhere. */
        record Barred(int status, String message) implements Way {}
    }

    Way way(HttpServletRequest request, Optional<Account> account) {
        String path = path(request);
        boolean reading = READING.contains(request.getMethod());
        if (httpsPort.isPresent() && !request.isSecure()) {
            return reading
                    ? new Way.Elsewhere(PERMANENT, secured(request, httpsPort.get()))
                    : new Way.Barred(HttpServletResponse.SC_FORBIDDEN, "HTTPSで接続してください。");
        }
        if (isOpen(path)) {
            return new Way.Through();
        }
        if (account.isEmpty()) {
            return reading && !isPart(request)
                    ? new Way.Elsewhere(HttpServletResponse.SC_SEE_OTHER, signInFor(request))
                    : new Way.Barred(HttpServletResponse.SC_UNAUTHORIZED, "サインインしてください。");
        }
        if (account.get().mustChange() && !OPEN_TO_ONE_TIME_PASSWORDS.contains(path)) {
            return reading
                    ? new Way.Elsewhere(HttpServletResponse.SC_SEE_OTHER, PASSWORD)
                    : new Way.Barred(HttpServletResponse.SC_FORBIDDEN, "先にパスワードを変更してください。");
        }
        return new Way.Through();
    }

    static boolean isStatic(String path) {
        return path.startsWith("/static/");
    }

    /** The path as the container has decoded and normalised it, and by which it has chosen the servlet. */
    static String path(HttpServletRequest request) {
        return Optional.ofNullable(request.getServletPath()).orElse("")
                + Optional.ofNullable(request.getPathInfo()).orElse("");
    }

    private static boolean isOpen(String path) {
        return OPEN.contains(path) || isStatic(path);
    }

    /** A part of a page, asked for by a script, which cannot show the sign-in page in its place. */
    private static boolean isPart(HttpServletRequest request) {
        return request.getHeader("HX-Request") != null;
    }

    private static String signInFor(HttpServletRequest request) {
        String wanted = withQuery(request);
        // "//host" and "/\host" are other servers to a browser
        boolean local = wanted.startsWith("/") && !wanted.startsWith("//") && !wanted.contains("\\");
        return local && wanted.length() > 1
                ? SIGN_IN + "?to=" + URLEncoder.encode(wanted, StandardCharsets.UTF_8)
                : SIGN_IN;
    }

    private static String secured(HttpServletRequest request, int port) {
        String host = request.getServerName() + (port == STANDARD_PORT ? "" : ":" + port);
        return "https://" + host + withQuery(request);
    }

    private static String withQuery(HttpServletRequest request) {
        return request.getRequestURI()
                + Optional.ofNullable(request.getQueryString())
                        .map(query -> "?" + query)
                        .orElse("");
    }
}
