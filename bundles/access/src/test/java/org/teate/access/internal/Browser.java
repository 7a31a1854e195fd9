// SPDX-FileCopyrightText: Teate contributors
// SPDX-License-Identifier: Apache-2.0
package org.teate.access.internal;

import java.io.IOException;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import javax.servlet.Filter;
import javax.servlet.FilterChain;
import javax.servlet.FilterConfig;
import javax.servlet.ServletContext;
import javax.servlet.ServletException;
import javax.servlet.http.Cookie;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;

/** A browser that speaks to one filter and keeps the session's cookie; of the servlet API only what Shiro and we call. */
final class Browser {

    private final Filter filter;
    private final Map<String, String> cookies = new HashMap<>();

    Browser(Filter filter) throws ServletException {
        this.filter = filter;
        filter.init(fake(FilterConfig.class, Map.of("getFilterName", "access", "getServletContext", context())));
    }

    /** What came back. */
    record Answer(int status, Map<String, String> headers) {

        String location() {
            return headers.getOrDefault("Location", "");
        }
    }

    Answer get(String url, FilterChain page) throws IOException, ServletException {
        return send(request("GET", url, Map.of()), page);
    }

    Answer post(String url, FilterChain page) throws IOException, ServletException {
        return send(request("POST", url, Map.of()), page);
    }

    Optional<String> session() {
        return Optional.ofNullable(cookies.get("teate"));
    }

    void useSession(String id) {
        cookies.put("teate", id);
    }

    /** A request to {@code url}, which begins with https or http. */
    static HttpServletRequest request(String method, String url, Map<String, String> headers) {
        return request(method, url, headers, Map.of());
    }

    private HttpServletRequest withCookies(HttpServletRequest request) {
        return request(
                request.getMethod(),
                request.getRequestURL() + (request.getQueryString() == null ? "" : "?" + request.getQueryString()),
                Map.of(),
                cookies);
    }

    private static HttpServletRequest request(
            String method, String url, Map<String, String> headers, Map<String, String> cookies) {
        java.net.URI uri = java.net.URI.create(url);
        Map<String, Object> answers = new HashMap<>();
        answers.put("getMethod", method);
        answers.put("isSecure", url.startsWith("https:"));
        answers.put("getScheme", uri.getScheme());
        answers.put("getServerName", uri.getHost());
        answers.put("getRemoteAddr", "10.0.0.1");
        answers.put("getRemoteHost", "10.0.0.1");
        answers.put("getContextPath", "");
        answers.put("getServletPath", uri.getPath());
        answers.put("getRequestURI", uri.getRawPath());
        answers.put("getRequestURL", new StringBuffer(url.split("\\?")[0]));
        answers.put("getQueryString", uri.getRawQuery());
        answers.put(
                "getCookies",
                cookies.entrySet().stream()
                        .map(cookie -> new Cookie(cookie.getKey(), cookie.getValue()))
                        .toArray(Cookie[]::new));
        Map<String, Object> attributes = new HashMap<>();
        return (HttpServletRequest) Proxy.newProxyInstance(
                Browser.class.getClassLoader(),
                new Class<?>[] {HttpServletRequest.class},
                (proxy, called, arguments) -> switch (called.getName()) {
                    case "getHeader" -> headers.get(arguments[0]);
                    case "getAttribute" -> attributes.get(arguments[0]);
                    case "setAttribute" -> attributes.put((String) arguments[0], arguments[1]);
                    case "removeAttribute" -> attributes.remove(arguments[0]);
                    default -> answers.get(called.getName());
                });
    }

    private Answer send(HttpServletRequest request, FilterChain page) throws IOException, ServletException {
        List<Integer> status = new ArrayList<>(List.of(HttpServletResponse.SC_OK));
        Map<String, String> headers = new TreeMap<>();
        HttpServletResponse response = (HttpServletResponse) Proxy.newProxyInstance(
                getClass().getClassLoader(),
                new Class<?>[] {HttpServletResponse.class},
                (proxy, called, arguments) -> switch (called.getName()) {
                    case "setStatus", "sendError" -> status.set(0, (Integer) arguments[0]) == null;
                    case "setHeader" -> headers.put((String) arguments[0], (String) arguments[1]);
                    case "addHeader" -> keep(headers, (String) arguments[0], (String) arguments[1]);
                    default -> null;
                });
        filter.doFilter(withCookies(request), response, page);
        return new Answer(status.get(0), headers);
    }

    private String keep(Map<String, String> headers, String name, String value) {
        if (name.equals("Set-Cookie")) {
            String[] cookie = value.split(";")[0].split("=");
            cookies.put(cookie[0], cookie[1]);
        }
        return headers.put(name, value);
    }

    private static ServletContext context() {
        return fake(ServletContext.class, Map.of("getContextPath", ""));
    }

    private static <T> T fake(Class<T> type, Map<String, Object> answers) {
        return type.cast(Proxy.newProxyInstance(
                Browser.class.getClassLoader(),
                new Class<?>[] {type},
                (proxy, called, arguments) -> answers.get(called.getName())));
    }
}
