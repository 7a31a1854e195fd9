// SPDX-FileCopyrightText: Teate contributors
// SPDX-License-Identifier: Apache-2.0
package org.teate.access.internal;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.Rule;
import org.junit.Test;
import org.teate.access.Actor;
import org.teate.access.Role;
import org.teate.access.SignIn.Outcome;

public class StaffAccountsTest {

    @Rule
    public final Office office = new Office();

    @Test
    public void theRightPasswordSignsIn() {
        office.settled("hanako", Role.CLERK);

        assertEquals(Outcome.SIGNED_IN, check("hanako", Office.PASSWORD));
        assertEquals("as it may be typed", Outcome.SIGNED_IN, check(" Hanako ", Office.PASSWORD));
    }

    @Test
    public void aOneTimePasswordSignsInButAllowsNothingBeforeItIsChanged() {
        String oneTime = office.add("hanako", Role.CLERK);

        assertEquals(Outcome.PASSWORD_MUST_CHANGE, check("hanako", oneTime));
        assertEquals(Set.of(), office.accounts.account("hanako").orElseThrow().permissions());
    }

    @Test
    public void aChangedPasswordReplacesTheOneTimePassword() {
        String oneTime = office.add("hanako", Role.CLERK);
        change("hanako", oneTime, Office.PASSWORD);

        assertEquals(Outcome.REFUSED, check("hanako", oneTime));
        assertEquals(Outcome.SIGNED_IN, check("hanako", Office.PASSWORD));
        assertEquals(
                Role.CLERK.permissions(),
                office.accounts.account("hanako").orElseThrow().permissions());
    }

    @Test
    public void aPasswordIsOnlyChangedByWhoKnowsIt() {
        office.settled("hanako", Role.CLERK);

        assertEquals(Optional.of("現在のパスワードが違います。"), change("hanako", "something else", "another good password"));
        assertEquals(Outcome.SIGNED_IN, check("hanako", Office.PASSWORD));
    }

    @Test
    public void aPasswordThatBreaksTheRulesIsNotTaken() {
        office.settled("hanako", Role.CLERK);

        assertEquals(Optional.of("パスワードは12文字以上にしてください。"), change("hanako", Office.PASSWORD, "short"));
        assertEquals(Outcome.SIGNED_IN, check("hanako", Office.PASSWORD));
    }

    @Test
    public void anUnknownLoginIsAnsweredLikeAWrongPassword() {
        office.settled("hanako", Role.CLERK);

        assertEquals(Outcome.REFUSED, check("hanako", "wrong"));
        assertEquals(Outcome.REFUSED, check("nobody", "wrong"));
    }

    @Test
    public void fiveFailuresLockALoginForFifteenMinutes() {
        office.settled("hanako", Role.CLERK);
        fail("hanako", 5);

        assertEquals(Outcome.LOCKED, check("hanako", Office.PASSWORD));
        office.clock.pass(Duration.ofMinutes(15).minusSeconds(1));
        assertEquals(Outcome.LOCKED, check("hanako", Office.PASSWORD));
        office.clock.pass(Duration.ofSeconds(1));
        assertEquals(Outcome.SIGNED_IN, check("hanako", Office.PASSWORD));
    }

    @Test
    public void aLockSurvivesARestart() {
        office.settled("hanako", Role.CLERK);
        fail("hanako", 5);

        assertEquals(Outcome.LOCKED, office.restarted().check("hanako", Office.PASSWORD.toCharArray(), "10.0.0.1"));
    }

    @Test
    public void anUnknownLoginIsLockedLikeAKnownOne() {
        fail("nobody", 5);

        assertEquals(Outcome.LOCKED, check("nobody", "wrong"));
    }

    @Test
    public void aSuccessForgetsTheFailuresBeforeIt() {
        office.settled("hanako", Role.CLERK);
        fail("hanako", 4);
        check("hanako", Office.PASSWORD);
        fail("hanako", 4);

        assertEquals(Outcome.SIGNED_IN, check("hanako", Office.PASSWORD));
    }

    @Test
    public void guessingTheOldPasswordWhenChangingItLocksToo() {
        office.settled("hanako", Role.CLERK);
        for (int i = 0; i < 5; i++) {
            change("hanako", "guess " + i, "another good password");
        }

        assertEquals(
                Optional.of("試行回数が多すぎます。しばらくしてからやり直してください。"),
                change("hanako", Office.PASSWORD, "another good password"));
    }

    @Test
    public void aNewOneTimePasswordOpensTheLock() {
        office.settled("hanako", Role.CLERK);
        fail("hanako", 5);
        String oneTime = office.as(Office.operator(), () -> office.register.reset("hanako"));

        assertEquals(Outcome.PASSWORD_MUST_CHANGE, check("hanako", oneTime));
    }

    @Test
    public void nobodySignsInAfterTheLastDay() {
        LocalDate today = LocalDate.now(office.clock);
        String oneTime = office.as(Office.operator(), () -> office.register.add(Office.until(today, "hanako")));

        assertEquals(Outcome.PASSWORD_MUST_CHANGE, check("hanako", oneTime));
        office.clock.pass(Duration.ofDays(1));
        assertEquals(Outcome.REFUSED, check("hanako", oneTime));
        assertTrue(office.accounts.account("hanako").isEmpty());
    }

    @Test
    public void aPasswordLiesInTheDatabaseOnlyAsAnArgon2idHashOf64MiB() {
        office.add("hanako", Role.CLERK);
        String hash =
                office.jpa.txExpr(em -> em.find(StaffEntity.class, "hanako").passwordHash());

        assertTrue(hash, hash.startsWith("$shiro2$argon2id$v=19$"));
        assertTrue(hash, hash.contains("m=65536"));
    }

    @Test
    public void attemptsAreOnTheTrailButNotWhatWasTypedForAnUnknownLogin() {
        office.settled("hanako", Role.CLERK);
        check("hanako", Office.PASSWORD);
        check("hanako", "wrong");
        check("correct horse battery", "hanako");

        assertEquals(
                List.of(" sign-in refused", "hanako sign-in refused", "hanako sign-in"),
                office.trail().stream()
                        .limit(3)
                        .map(entry -> entry.login() + " " + entry.deed().action() + (entry.refused() ? " refused" : ""))
                        .toList());
    }

    private Outcome check(String login, String password) {
        return office.accounts.check(login, password.toCharArray(), "10.0.0.1");
    }

    private void fail(String login, int times) {
        for (int i = 0; i < times; i++) {
            assertEquals(Outcome.REFUSED, check(login, "wrong " + i));
        }
    }

    private Optional<String> change(String login, String old, String fresh) {
        Actor actor = office.accounts.account(login).orElseThrow().at("10.0.0.1");
        return office.accounts.change(actor, old.toCharArray(), fresh.toCharArray());
    }
}
