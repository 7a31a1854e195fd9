// SPDX-FileCopyrightText: Teate contributors
// SPDX-License-Identifier: Apache-2.0
package org.teate.access.internal;

import org.apache.shiro.web.mgt.DefaultWebSecurityManager;
import org.apache.shiro.web.mgt.WebSecurityManager;
import org.apache.shiro.web.servlet.Cookie;
import org.apache.shiro.web.servlet.SimpleCookie;
import org.apache.shiro.web.session.mgt.DefaultWebSessionManager;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;

/** Shiro for the web: the realm of the staff, and sessions that it keeps itself instead of the servlet container. */
@Component(service = WebSecurity.class, configurationPid = WebSecurity.PAX_WEB)
public final class WebSecurity {

    /** The configuration of the web server, which alone says whether and where HTTPS is on. */
    static final String PAX_WEB = "org.ops4j.pax.web";

    private final DefaultWebSecurityManager manager;

    /** What is read from the web server's configuration. */
    public @interface Config {
        boolean org_osgi_service_http_secure_enabled() default false;

        int org_osgi_service_http_port_secure() default 8443;
    }

    @Activate
    public WebSecurity(@Reference StaffAccounts accounts, Config config) {
        boolean https = config.org_osgi_service_http_secure_enabled();
        manager = Argon2Passwords.asOwner(() -> {
            DefaultWebSecurityManager fresh = new DefaultWebSecurityManager(new StaffRealm(accounts));
            fresh.setSessionManager(sessions(https));
            // no "remember me": whoever acts has signed in
            fresh.setRememberMeManager(null);
            return fresh;
        });
    }

    @Deactivate
    void endSessions() {
        manager.destroy();
    }

    WebSecurityManager manager() {
        return manager;
    }

    private static DefaultWebSessionManager sessions(boolean https) {
        DefaultWebSessionManager sessions = new DefaultWebSessionManager();
        sessions.setGlobalSessionTimeout(WebSession.IDLE.toMillis());
        sessions.setSessionIdUrlRewritingEnabled(false);
        Cookie cookie = new SimpleCookie("teate");
        cookie.setHttpOnly(true);
        cookie.setSecure(https);
        cookie.setSameSite(Cookie.SameSiteOptions.STRICT);
        sessions.setSessionIdCookie(cookie);
        return sessions;
    }
}
