// SPDX-FileCopyrightText: Teate contributors
// SPDX-License-Identifier: Apache-2.0
package org.teate.access.internal;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import javax.persistence.EntityManager;
import org.apache.aries.jpa.template.JpaTemplate;
import org.apache.aries.jpa.template.TransactionType;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.teate.kernel.Utc;

/**
 * Closes a login for fifteen minutes after five failures, across restarts.
 *
 * <p>An attempt counts as failed before its password is looked at, so that attempts at the same time cannot outrun the
 * count. Logins that do not exist are locked like others: nothing can be learned from it.
 */
@Component(service = Lockout.class)
public final class Lockout {

    static final int FAILURES = 5;
    static final Duration DURATION = Duration.ofMinutes(15);

    private final JpaTemplate jpa;
    private final Clock clock;

    @Activate
    public Lockout(@Reference(target = "(osgi.unit.name=access)") JpaTemplate jpa, @Reference Clock clock) {
        this.jpa = jpa;
        this.clock = clock;
    }

    /** Counts an attempt; false if the login is locked. One at a time, as the first row of a login has no lock yet. */
    synchronized boolean admits(String login) {
        return jpa.txExpr(TransactionType.RequiresNew, em -> admits(em, keyOf(login), clock.instant()));
    }

    /** Forgets the attempts under a login, because one succeeded or an operator says so. */
    synchronized void release(String login) {
        jpa.tx(TransactionType.RequiresNew, em -> em.createQuery(
                        "delete from SignInFailureEntity f where f.loginHash = :key")
                .setParameter("key", keyOf(login))
                .executeUpdate());
    }

    private static boolean admits(EntityManager em, String key, Instant now) {
        forgetOld(em, now);
        SignInFailureEntity attempts = em.find(SignInFailureEntity.class, key);
        if (attempts == null) {
            attempts = new SignInFailureEntity(key, now);
            em.persist(attempts);
        }
        if (attempts.failures() >= FAILURES) {
            return false;
        }
        attempts.fail(now);
        return true;
    }

    /** Ends locks whose time is over, and keeps the table small whatever an attacker types. */
    private static void forgetOld(EntityManager em, Instant now) {
        em.createQuery("delete from SignInFailureEntity f where f.lastAt <= :limit")
                .setParameter("limit", Utc.timestamp(now.minus(DURATION)))
                .executeUpdate();
    }

    private static String keyOf(String login) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(login.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }
}
