// SPDX-FileCopyrightText: Teate contributors
// SPDX-License-Identifier: Apache-2.0
package org.teate.web;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.lang.reflect.Proxy;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import javax.servlet.ServletContext;
import javax.servlet.ServletException;
import javax.servlet.ServletOutputStream;
import javax.servlet.ServletRegistration;
import javax.servlet.WriteListener;
import javax.servlet.http.HttpServlet;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;
import javax.servlet.http.HttpSession;

/** A browser that has asked a page for something, and what it got; the session goes on from one visit to the next. */
final class Visit {

    private final Map<String, Object> session;
    private final String method;
    private final String servletPath;
    private final String pathInfo;
    private final Map<String, String[]> parameters = new LinkedHashMap<>();
    private final Map<String, String> headers = new HashMap<>();
    private final Set<String> servlets = new HashSet<>();
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private StringWriter text = new StringWriter();
    private int status = HttpServletResponse.SC_OK;

    private Visit(Map<String, Object> session, String method, String servletPath, String pathInfo) {
        this.session = session;
        this.method = method;
        this.servletPath = servletPath;
        this.pathInfo = pathInfo;
    }

    static Visit get(String servletPath, String pathInfo) {
        return new Visit(new HashMap<>(), "GET", servletPath, pathInfo);
    }

    static Visit post(String servletPath, String pathInfo) {
        return new Visit(new HashMap<>(), "POST", servletPath, pathInfo);
    }

    Visit with(String parameter, String... values) {
        parameters.put(parameter, values);
        return this;
    }

    /** On a server on which this servlet is there. */
    Visit besides(String servlet) {
        servlets.add(servlet);
        return this;
    }

    /** With the token of its session. */
    Visit withToken() {
        return with(FormToken.FIELD, FormToken.of(request()));
    }

    Visit to(HttpServlet page) throws ServletException, IOException {
        page.service(request(), response());
        return this;
    }

    int status() {
        return status;
    }

    String header(String name) {
        return headers.getOrDefault(name, "");
    }

    String text() {
        return text.toString();
    }

    byte[] bytes() {
        return bytes.toByteArray();
    }

    Notice notice() {
        return Notice.taken(request());
    }

    HttpServletRequest request() {
        return fake(HttpServletRequest.class, (name, args) -> switch (name) {
            case "getMethod" -> method;
            case "getServletPath" -> servletPath;
            case "getPathInfo" -> pathInfo.isEmpty() ? null : pathInfo;
            case "getParameter" -> parameters.containsKey((String) args[0])
                    ? parameters.get((String) args[0])[0]
                    : null;
            case "getParameterValues" -> parameters.get((String) args[0]);
            case "getParameterMap" -> parameters;
            case "getSession" -> session();
            case "getServletContext" -> server();
            case "setCharacterEncoding", "getHeader" -> null;
            default -> throw new AssertionError("No page should ask the request for " + name);
        });
    }

    private HttpServletResponse response() {
        return fake(HttpServletResponse.class, (name, args) -> {
            switch (name) {
                case "setStatus" -> status = (int) args[0];
                case "setHeader" -> headers.put((String) args[0], (String) args[1]);
                case "setContentType" -> headers.put("Content-Type", (String) args[0]);
                case "setContentLength" -> headers.put("Content-Length", String.valueOf(args[0]));
                case "reset" -> text = new StringWriter();
                case "getWriter" -> {
                    return new PrintWriter(text);
                }
                case "getOutputStream" -> {
                    return stream();
                }
                default -> throw new AssertionError("No page should ask the response for " + name);
            }
            return null;
        });
    }

    private ServletContext server() {
        return fake(ServletContext.class, (name, args) -> switch (name) {
            case "getServletRegistration" -> servlets.contains((String) args[0])
                    ? fake(ServletRegistration.class, (asked, none) -> null)
                    : null;
            default -> throw new AssertionError("No page should ask the server for " + name);
        });
    }

    private HttpSession session() {
        return fake(HttpSession.class, (name, args) -> switch (name) {
            case "getAttribute" -> session.get((String) args[0]);
            case "setAttribute" -> session.put((String) args[0], args[1]);
            case "removeAttribute" -> session.remove((String) args[0]);
            default -> throw new AssertionError("No page should ask the session for " + name);
        });
    }

    private ServletOutputStream stream() {
        return new ServletOutputStream() {
            @Override
            public boolean isReady() {
                return true;
            }

            @Override
            public void setWriteListener(WriteListener listener) {
                throw new UnsupportedOperationException();
            }

            @Override
            public void write(int octet) {
                bytes.write(octet);
            }
        };
    }

    private static <T> T fake(Class<T> type, Answers answers) {
        return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, (proxy, called, args) -> {
            Object answer = answers.to(called.getName(), args);
            return called.getReturnType() == void.class ? null : answer;
        }));
    }

    @FunctionalInterface
    private interface Answers {
        Object to(String method, Object[] args);
    }
}
