// SPDX-FileCopyrightText: Teate contributors
// SPDX-License-Identifier: Apache-2.0
package org.teate.access.internal;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertNotEquals;
import static org.junit.Assert.assertNull;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.io.IOException;
import java.lang.annotation.Annotation;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.servlet.FilterChain;
import javax.servlet.ServletException;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpSession;
import org.junit.After;
import org.junit.Before;
import org.junit.Rule;
import org.junit.Test;
import org.teate.access.Actor;
import org.teate.access.Permission;
import org.teate.access.Role;
import org.teate.access.SignIn.Outcome;

/** Sign-in, session and filter together, with Shiro between them. */
public class WebAccessTest {

    private static final FilterChain BLANK = (request, response) -> {};

    @Rule
    public final Office office = new Office();

    private final List<Actor> seen = new ArrayList<>();
    private final FilterChain page = (request, response) -> seen.add(office.guard.actor());
    private WebSecurity security;
    private ShiroSignIn signIn;
    private Browser browser;

    @Before
    public void open() throws ServletException {
        security = new WebSecurity(office.accounts, new Https());
        signIn = new ShiroSignIn(office.accounts, office.guard, office.table, office.clock);
        browser = newBrowser();
    }

    @After
    public void close() {
        security.endSessions();
    }

    @Test
    public void whoHasSignedInActsOnEveryPageAfterwards() throws IOException, ServletException {
        office.settled("hanako", Role.CLERK);
        assertEquals(Outcome.SIGNED_IN, signIn("hanako", Office.PASSWORD));

        assertEquals(200, browser.get("https://teate/people", page).status());
        assertEquals("hanako", seen.get(0).login());
        assertEquals("10.0.0.1", seen.get(0).terminal());
        assertEquals(Role.CLERK.permissions(), seen.get(0).permissions());
    }

    @Test
    public void afterTheRequestNobodyActsOnTheThread() throws IOException, ServletException {
        office.settled("hanako", Role.CLERK);
        signIn("hanako", Office.PASSWORD);
        browser.get("https://teate/people", page);

        assertThrows(org.teate.access.Forbidden.class, office.guard::actor);
    }

    @Test
    public void whoHasNotSignedInSeesNoPage() throws IOException, ServletException {
        assertEquals(
                "/sign-in?to=%2Fpeople",
                browser.get("https://teate/people", page).location());
        assertEquals(401, browser.post("https://teate/people", page).status());
        assertEquals(List.of(), seen);
    }

    @Test
    public void aWrongPasswordOpensNothing() throws IOException, ServletException {
        office.settled("hanako", Role.CLERK);

        assertEquals(Outcome.REFUSED, signIn("hanako", "wrong"));
        assertEquals(303, browser.get("https://teate/people", page).status());
    }

    @Test
    public void aLockedLoginIsToldSo() throws IOException, ServletException {
        for (int i = 0; i < 5; i++) {
            signIn("hanako", "wrong");
        }
        assertEquals(Outcome.LOCKED, signIn("hanako", "wrong"));
    }

    @Test
    public void signingInGivesANewSessionSoThatNobodyCanSetOneBefore() throws IOException, ServletException {
        office.settled("hanako", Role.CLERK);
        browser.get("https://teate/sign-in", (request, response) -> ((HttpServletRequest) request).getSession());
        String before = browser.session().orElseThrow();
        signIn("hanako", Office.PASSWORD);

        assertNotEquals(before, browser.session().orElseThrow());
        browser.useSession(before);
        assertEquals(303, browser.get("https://teate/people", page).status());
    }

    @Test
    public void aPageMayUseTheSessionBeforeAndAfterItSignsSomebodyIn() throws IOException, ServletException {
        office.settled("hanako", Role.CLERK);
        browser.post("https://teate/sign-in", (request, response) -> {
            HttpServletRequest http = (HttpServletRequest) request;
            http.getSession().setAttribute("token", "before");
            signIn.signIn("hanako", Office.PASSWORD.toCharArray());
            http.getSession().setAttribute("notice", "after");
        });

        browser.get("https://teate/people", (request, response) -> {
            HttpSession session = ((HttpServletRequest) request).getSession();
            assertEquals("after", session.getAttribute("notice"));
            assertNull("nothing comes over from before", session.getAttribute("token"));
        });
    }

    @Test
    public void theSessionCookieIsForThisServerOverHttpsAlone() throws IOException, ServletException {
        office.settled("hanako", Role.CLERK);
        String cookie = browser.post("https://teate/sign-in", signingIn("hanako", Office.PASSWORD, new ArrayList<>()))
                .headers()
                .get("Set-Cookie");

        assertTrue(cookie, cookie.contains("HttpOnly"));
        assertTrue(cookie, cookie.contains("Secure"));
        assertTrue(cookie, cookie.contains("SameSite=strict"));
        assertFalse(cookie, cookie.contains("Expires"));
    }

    @Test
    public void aSessionEndsAfterTenHoursHoweverBusy() throws IOException, ServletException {
        office.settled("hanako", Role.CLERK);
        signIn("hanako", Office.PASSWORD);

        office.clock.pass(Duration.ofHours(10).minusSeconds(1));
        assertEquals(200, browser.get("https://teate/people", page).status());
        office.clock.pass(Duration.ofSeconds(1));
        assertEquals(303, browser.get("https://teate/people", page).status());
    }

    @Test
    public void aSessionEndsWhenItsPersonIsExpired() throws IOException, ServletException {
        office.settled("hanako", Role.CLERK);
        signIn("hanako", Office.PASSWORD);
        office.as(Office.operator(), () -> office.register.expire("hanako"));

        assertEquals(303, browser.get("https://teate/people", page).status());
    }

    @Test
    public void aChangedPasswordEndsTheSessionsElsewhereButNotThisOne() throws IOException, ServletException {
        office.settled("hanako", Role.CLERK);
        signIn("hanako", Office.PASSWORD);
        Browser elsewhere = browser;
        browser = newBrowser();
        signIn("hanako", Office.PASSWORD);
        office.clock.pass(Duration.ofMinutes(1));
        List<Optional<String>> objections = new ArrayList<>();
        browser.post(
                "https://teate/password",
                (request, response) -> objections.add(
                        signIn.changePassword(Office.PASSWORD.toCharArray(), "another good password".toCharArray())));

        assertEquals(List.of(Optional.empty()), objections);
        assertEquals(200, browser.get("https://teate/people", page).status());
        assertEquals(303, elsewhere.get("https://teate/people", page).status());
    }

    @Test
    public void whoMustChangeThePasswordCanDoNothingElse() throws IOException, ServletException {
        String oneTime = office.add("hanako", Role.CLERK);
        assertEquals(Outcome.PASSWORD_MUST_CHANGE, signIn("hanako", oneTime));
        assertEquals("/password", browser.get("https://teate/people", page).location());

        office.clock.pass(Duration.ofMinutes(1));
        browser.post(
                "https://teate/password",
                (request, response) -> signIn.changePassword(oneTime.toCharArray(), Office.PASSWORD.toCharArray()));
        assertEquals(200, browser.get("https://teate/people", page).status());
    }

    @Test
    public void whoSignsOutIsOut() throws IOException, ServletException {
        office.settled("hanako", Role.CLERK);
        signIn("hanako", Office.PASSWORD);
        String session = browser.session().orElseThrow();
        browser.post("https://teate/sign-out", (request, response) -> signIn.signOut());
        browser.useSession(session);

        assertEquals(303, browser.get("https://teate/people", page).status());
        assertEquals("sign-out", office.actions().get(0));
    }

    @Test
    public void whatAServiceForbidsIsAnswered403() throws IOException, ServletException {
        office.settled("hanako", Role.CLERK);
        signIn("hanako", Office.PASSWORD);

        assertEquals(
                403,
                browser.get("https://teate/staff", (request, response) -> office.guard.require(Permission.STAFF_ADMIN))
                        .status());
    }

    @Test
    public void everyAnswerTellsTheBrowserToBeCareful() throws IOException, ServletException {
        var headers = browser.get("https://teate/sign-in", BLANK).headers();

        assertTrue(headers.get("Content-Security-Policy").contains("default-src 'self'"));
        assertTrue(headers.get("Content-Security-Policy").contains("frame-ancestors 'none'"));
        assertFalse(headers.get("Content-Security-Policy").contains("unsafe"));
        assertEquals("max-age=31536000", headers.get("Strict-Transport-Security"));
        assertEquals("nosniff", headers.get("X-Content-Type-Options"));
        assertEquals("same-origin", headers.get("Referrer-Policy"));
        assertEquals("no-store", headers.get("Cache-Control"));
    }

    @Test
    public void styleMayBeCached() throws IOException, ServletException {
        assertFalse(browser.get("https://teate/static/app.css", BLANK).headers().containsKey("Cache-Control"));
    }

    @Test
    public void typedPasswordsAreCleared() throws IOException, ServletException {
        char[] password = "something".toCharArray();
        browser.post("https://teate/sign-in", (request, response) -> signIn.signIn("hanako", password));

        assertEquals("\0".repeat(9), new String(password));
    }

    @Test
    public void thereIsNoDoorBesideTheFilter() {
        assertThrows(IllegalStateException.class, () -> signIn.signIn("hanako", "x".toCharArray()));
    }

    private Browser newBrowser() throws ServletException {
        return new Browser(new AccessFilter(security, office.accounts, office.guard, office.clock, new Https()));
    }

    private Outcome signIn(String login, String password) throws IOException, ServletException {
        List<Outcome> outcomes = new ArrayList<>();
        browser.post("https://teate/sign-in", signingIn(login, password, outcomes));
        return outcomes.get(0);
    }

    private FilterChain signingIn(String login, String password, List<Outcome> outcomes) {
        return (request, response) -> outcomes.add(signIn.signIn(login, password.toCharArray()));
    }

    /** The web server's configuration with HTTPS on. */
    @SuppressWarnings("ClassExplicitlyAnnotation")
    private static final class Https implements WebSecurity.Config {

        @Override
        public boolean org_osgi_service_http_secure_enabled() {
            return true;
        }

        @Override
        public int org_osgi_service_http_port_secure() {
            return 8443;
        }

        @Override
        public Class<? extends Annotation> annotationType() {
            return WebSecurity.Config.class;
        }
    }
}
