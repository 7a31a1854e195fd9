// SPDX-FileCopyrightText: Teate contributors
// SPDX-License-Identifier: Apache-2.0
package org.teate.access.internal;

import static org.junit.Assert.assertEquals;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.Test;
import org.teate.access.internal.Doorkeeper.Way;

public class DoorkeeperTest {

    private static final Optional<Account> NOBODY = Optional.empty();
    private static final Optional<Account> HANAKO = account(false);
    private static final Optional<Account> NEWCOMER = account(true);

    private final Doorkeeper doorkeeper = new Doorkeeper(Optional.of(8443));

    @Test
    public void whoIsSignedInGoesThrough() {
        assertEquals(new Way.Through(), way("GET", "https://teate/people", HANAKO));
        assertEquals(new Way.Through(), way("POST", "https://teate/people", HANAKO));
    }

    @Test
    public void theSignInPageItsStyleAndTheHealthAreForEveryone() {
        for (String path : new String[] {"/sign-in", "/sign-in?to=%2Fpeople", "/static/app.css", "/health"}) {
            assertEquals(path, new Way.Through(), way("GET", "https://teate" + path, NOBODY));
        }
        assertEquals(new Way.Through(), way("POST", "https://teate/sign-in", NOBODY));
    }

    @Test
    public void whoIsNotSignedInIsSentToTheSignInPageAndBackAfterwards() {
        assertEquals(
                new Way.Elsewhere(303, "/sign-in?to=%2Fpeople%3Fname%3D%25E8%258A%25B1"),
                way("GET", "https://teate/people?name=%E8%8A%B1", NOBODY));
        assertEquals(new Way.Elsewhere(303, "/sign-in"), way("GET", "https://teate/", NOBODY));
        assertEquals(
                new Way.Elsewhere(303, "/sign-in?to=%2Fsign-in-not"), way("GET", "https://teate/sign-in-not", NOBODY));
    }

    @Test
    public void theWayBackLeadsToThisServerOnly() {
        assertEquals(new Way.Elsewhere(303, "/sign-in"), way("GET", "https://teate//evil.example/", NOBODY));
    }

    @Test
    public void whatCannotShowASignInPageIsBarred() {
        assertEquals(new Way.Barred(401, "サインインしてください。"), way("POST", "https://teate/people", NOBODY));
        assertEquals(
                new Way.Barred(401, "サインインしてください。"),
                doorkeeper.way(Browser.request("GET", "https://teate/people", Map.of("HX-Request", "true")), NOBODY));
    }

    @Test
    public void whoMustChangeThePasswordDoesThatFirst() {
        assertEquals(new Way.Elsewhere(303, "/password"), way("GET", "https://teate/people", NEWCOMER));
        assertEquals(new Way.Barred(403, "先にパスワードを変更してください。"), way("POST", "https://teate/people", NEWCOMER));
        assertEquals(new Way.Through(), way("POST", "https://teate/password", NEWCOMER));
        assertEquals(new Way.Through(), way("POST", "https://teate/sign-out", NEWCOMER));
        assertEquals(new Way.Through(), way("GET", "https://teate/static/app.css", NEWCOMER));
    }

    @Test
    public void plainHttpLeadsToHttpsForGood() {
        assertEquals(
                new Way.Elsewhere(301, "https://teate:8443/people?x=1"), way("GET", "http://teate/people?x=1", HANAKO));
        assertEquals(
                new Way.Elsewhere(301, "https://teate/sign-in"),
                new Doorkeeper(Optional.of(443)).way(Browser.request("GET", "http://teate/sign-in", Map.of()), NOBODY));
        assertEquals(new Way.Barred(403, "HTTPSで接続してください。"), way("POST", "http://teate/sign-in", NOBODY));
    }

    @Test
    public void withoutHttpsPlainHttpIsServed() {
        Doorkeeper plain = new Doorkeeper(Optional.empty());

        assertEquals(new Way.Through(), plain.way(Browser.request("GET", "http://teate/people", Map.of()), HANAKO));
    }

    private Way way(String method, String url, Optional<Account> account) {
        return doorkeeper.way(Browser.request(method, url, Map.of()), account);
    }

    private static Optional<Account> account(boolean mustChange) {
        return Optional.of(new Account("hanako", "", Set.of(), Set.of(), mustChange, Instant.EPOCH));
    }
}
