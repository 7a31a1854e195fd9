// SPDX-FileCopyrightText: Teate contributors
// SPDX-License-Identifier: Apache-2.0
package org.teate.access.internal;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.apache.aries.jpa.template.JpaTemplate;
import org.apache.aries.jpa.template.TransactionType;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.teate.access.Actor;
import org.teate.access.Deed;
import org.teate.access.SignIn.Outcome;

/** The accounts of the staff, for every door: whether a password opens one, and what its owner may do. */
@Component(service = StaffAccounts.class)
public final class StaffAccounts {

    private final JpaTemplate jpa;
    private final Clock clock;
    private final AuditTable audit;
    private final Lockout lockout;
    private final Argon2Passwords passwords;
    private final FirstPassword firstPassword;
    private final SecureRandom random = new SecureRandom();

    @Activate
    public StaffAccounts(
            @Reference(target = "(osgi.unit.name=access)") JpaTemplate jpa,
            @Reference Clock clock,
            @Reference AuditTable audit,
            @Reference Lockout lockout,
            @Reference Argon2Passwords passwords,
            @Reference FirstPassword firstPassword) {
        this.jpa = jpa;
        this.clock = clock;
        this.audit = audit;
        this.lockout = lockout;
        this.passwords = passwords;
        this.firstPassword = firstPassword;
    }

    /** The login that was meant by what was typed. */
    static String login(String typed) {
        return typed.strip().toLowerCase(Locale.ROOT);
    }

    /** Whether the password opens the account. Takes as long for a login that does not exist. */
    Outcome check(String typed, char[] password, String terminal) {
        String login = login(typed);
        Outcome outcome = attempt(login, password, terminal, "sign-in");
        if (outcome == Outcome.SIGNED_IN || outcome == Outcome.PASSWORD_MUST_CHANGE) {
            audit.enterApart(new Actor(login, "", Set.of(), terminal), Deed.of("sign-in", "", ""));
        }
        return outcome;
    }

    /** The account, if its owner may sign in today. */
    Optional<Account> account(String login) {
        return jpa.txExpr(TransactionType.Required, em -> Optional.ofNullable(em.find(StaffEntity.class, login))
                .filter(person -> person.mayEnterOn(LocalDate.now(clock)))
                .map(StaffEntity::toAccount));
    }

    /**
     * Changes the password of the one who acts.
     *
     * @return empty if changed, else why not
     */
    Optional<String> change(Actor actor, char[] old, char[] fresh) {
        Outcome outcome = attempt(actor.login(), old, actor.terminal(), "password.change");
        if (outcome == Outcome.LOCKED) {
            return Optional.of("試行回数が多すぎます。しばらくしてからやり直してください。");
        }
        if (outcome == Outcome.REFUSED) {
            return Optional.of("現在のパスワードが違います。");
        }
        Optional<String> objection = PasswordRules.objection(actor.login(), old, fresh);
        if (objection.isEmpty()) {
            set(actor, actor.login(), passwords.hash(fresh), false, "password.change");
        }
        return objection;
    }

    /** Gives a person a new one-time password and opens the lock. */
    String reset(Actor actor, String login) {
        String password = OneTimePassword.next(random);
        set(actor, login, passwords.hash(password.toCharArray()), true, "staff.reset");
        lockout.release(login);
        return password;
    }

    /** Too many attempts at once are answered like too many under one login. */
    private Outcome attempt(String login, char[] password, String terminal, String action) {
        return passwords
                .inTurn(() -> attemptInTurn(login, password, terminal, action))
                .orElse(Outcome.LOCKED);
    }

    private Outcome attemptInTurn(String login, char[] password, String terminal, String action) {
        Optional<StaffEntity> person =
                jpa.txExpr(TransactionType.Required, em -> Optional.ofNullable(em.find(StaffEntity.class, login)));
        if (!lockout.admits(login)) {
            refused(person, terminal, action, "locked");
            return Outcome.LOCKED;
        }
        boolean right = passwords.match(password, person.map(StaffEntity::passwordHash));
        Optional<Account> account = right ? account(login) : Optional.empty();
        if (account.isEmpty()) {
            refused(person, terminal, action, "");
            return Outcome.REFUSED;
        }
        lockout.release(login);
        return account.get().mustChange() ? Outcome.PASSWORD_MUST_CHANGE : Outcome.SIGNED_IN;
    }

    private void set(Actor actor, String login, String hash, boolean oneTime, String action) {
        boolean found = jpa.txExpr(TransactionType.Required, em -> {
            StaffEntity person = em.find(StaffEntity.class, login);
            if (person == null) {
                return false;
            }
            person.setPassword(hash, oneTime, clock.instant());
            audit.enter(actor, List.of(Deed.of(action, login, "")));
            return true;
        });
        if (!found) {
            throw new IllegalArgumentException("利用者が見つかりません。");
        }
        firstPassword.forget(login);
    }

    /** A login that does not exist stays off the trail: people type passwords into the wrong field. */
    private void refused(Optional<StaffEntity> person, String terminal, String action, String reason) {
        String login = person.map(StaffEntity::login).orElse("");
        audit.enterRefused(new Actor(login, "", Set.of(), terminal), Deed.of(action, login, reason));
    }
}
