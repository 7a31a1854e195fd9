// SPDX-FileCopyrightText: Teate contributors
// SPDX-License-Identifier: Apache-2.0
package org.teate.access.internal;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.apache.shiro.authc.credential.DefaultPasswordService;
import org.osgi.service.component.annotations.Component;

/**
 * Passwords as Argon2id hashes, made and compared by Shiro.
 *
 * <p>A hash takes 64 MiB and about a third of a second of a core, so at most two are computed at a time.
 */
@Component(service = Argon2Passwords.class)
public final class Argon2Passwords {

    private static final int AT_A_TIME = 2;
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final Semaphore turns = new Semaphore(AT_A_TIME, true);
    private final DefaultPasswordService service = asOwner(DefaultPasswordService::new);

    /** Waits for its turn. */
    String hash(char[] password) {
        turns.acquireUninterruptibly();
        try {
            return asOwner(() -> service.encryptPassword(password));
        } finally {
            turns.release();
        }
    }

    /** Waits a little for a turn and does the attempt in it; empty if there are too many others. */
    <T> Optional<T> inTurn(Supplier<T> attempt) {
        if (!turn()) {
            return Optional.empty();
        }
        try {
            return Optional.of(attempt.get());
        } finally {
            turns.release();
        }
    }

    /** Whether the password has this hash; within {@link #inTurn}. Without a hash it takes as long and is false. */
    boolean match(char[] password, Optional<String> hash) {
        return asOwner(() -> {
            if (hash.isEmpty()) {
                service.encryptPassword(password);
                return false;
            }
            return service.passwordsMatch(password, hash.get());
        });
    }

    private boolean turn() {
        try {
            return turns.tryAcquire(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** Shiro finds its algorithms through the thread's class loader; only this bundle's sees them. */
    static <T> T asOwner(Supplier<T> work) {
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        thread.setContextClassLoader(Argon2Passwords.class.getClassLoader());
        try {
            return work.get();
        } finally {
            thread.setContextClassLoader(before);
        }
    }
}
