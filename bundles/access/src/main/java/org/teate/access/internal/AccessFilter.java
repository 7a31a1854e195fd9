// SPDX-FileCopyrightText: Teate contributors
// SPDX-License-Identifier: Apache-2.0
package org.teate.access.internal;

import java.io.IOException;
import java.time.Clock;
import java.util.Optional;
import javax.servlet.Filter;
import javax.servlet.FilterChain;
import javax.servlet.ServletException;
import javax.servlet.ServletRequest;
import javax.servlet.ServletResponse;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;
import org.apache.shiro.subject.Subject;
import org.apache.shiro.util.ThreadContext;
import org.apache.shiro.web.servlet.AbstractShiroFilter;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.http.whiteboard.propertytypes.HttpWhiteboardFilterAsyncSupported;
import org.osgi.service.http.whiteboard.propertytypes.HttpWhiteboardFilterName;
import org.osgi.service.http.whiteboard.propertytypes.HttpWhiteboardFilterPattern;
import org.teate.access.Actor;
import org.teate.access.Forbidden;

/** Stands before every page: lets in who is signed in, and tells the guard who acts. */
@Component(service = Filter.class, configurationPid = WebSecurity.PAX_WEB)
@HttpWhiteboardFilterName("access")
@HttpWhiteboardFilterPattern("/*")
@HttpWhiteboardFilterAsyncSupported
public final class AccessFilter extends AbstractShiroFilter {

    private final transient StaffAccounts accounts;
    private final transient ThreadGuard guard;
    private final transient Clock clock;
    private final transient Doorkeeper doorkeeper;

    @Activate
    public AccessFilter(
            @Reference WebSecurity security,
            @Reference StaffAccounts accounts,
            @Reference ThreadGuard guard,
            @Reference Clock clock,
            WebSecurity.Config config) {
        this.accounts = accounts;
        this.guard = guard;
        this.clock = clock;
        doorkeeper = new Doorkeeper(
                config.org_osgi_service_http_secure_enabled()
                        ? Optional.of(config.org_osgi_service_http_port_secure())
                        : Optional.empty());
        setSecurityManager(security.manager());
    }

    @Override
    protected void executeChain(ServletRequest request, ServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        HttpServletRequest http = (HttpServletRequest) request;
        HttpServletResponse answer = (HttpServletResponse) response;
        SecurityHeaders.set(http, answer);
        Optional<Account> account = account(ThreadContext.getSubject());
        Doorkeeper.Way way = doorkeeper.way(http, account);
        if (way instanceof Doorkeeper.Way.Elsewhere elsewhere) {
            answer.setStatus(elsewhere.status());
            answer.setHeader("Location", elsewhere.location());
        } else if (way instanceof Doorkeeper.Way.Barred barred) {
            if (barred.status() == HttpServletResponse.SC_UNAUTHORIZED) {
                answer.setHeader("HX-Redirect", "/sign-in");
            }
            answer.sendError(barred.status(), barred.message());
        } else {
            proceed(http, answer, chain, account.map(known -> known.at(http.getRemoteAddr())));
        }
    }

    private void proceed(
            HttpServletRequest request, HttpServletResponse response, FilterChain chain, Optional<Actor> actor)
            throws IOException, ServletException {
        Optional<Actor> before = guard.swap(actor);
        try {
            chain.doFilter(request, response);
        } catch (Forbidden e) {
            response.sendError(
                    actor.isPresent() ? HttpServletResponse.SC_FORBIDDEN : HttpServletResponse.SC_UNAUTHORIZED,
                    e.getMessage());
        } finally {
            guard.swap(before);
        }
    }

    /** The account of the signed-in person; a session that holds no longer is ended. */
    private Optional<Account> account(Subject subject) {
        if (!subject.isAuthenticated()) {
            return Optional.empty();
        }
        Optional<Account> account = accounts.account((String) subject.getPrincipal())
                .filter(known -> WebSession.of(subject)
                        .filter(session -> session.holds(known, clock.instant()))
                        .isPresent());
        if (account.isEmpty()) {
            subject.logout();
        }
        return account;
    }
}
