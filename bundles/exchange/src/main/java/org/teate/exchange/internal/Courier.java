// SPDX-FileCopyrightText: Teate contributors
// SPDX-License-Identifier: Apache-2.0
package org.teate.exchange.internal;

import java.time.Duration;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Goes round with the outbox's messages on a thread of its own: when something was put, a connector was plugged in or
 * chosen, and every few seconds.
 */
@Component(
        service = {},
        immediate = true)
public final class Courier {

    private static final Logger LOG = LoggerFactory.getLogger(Courier.class);
    private static final Duration BETWEEN_ROUNDS = Duration.ofSeconds(2);
    /** Longer than a call may take, shorter than the component runtime waits. */
    private static final Duration FAREWELL = Duration.ofSeconds(4);

    private final JdbcOutbox outbox;
    private final Rounds rounds;
    private final Switchboard switchboard;
    private final Thread thread = new Thread(null, this::goRound, "teate-courier", 0, false);
    private volatile boolean ended;

    @Activate
    public Courier(@Reference JdbcOutbox outbox, @Reference Rounds rounds, @Reference Switchboard switchboard) {
        this.outbox = outbox;
        this.rounds = rounds;
        this.switchboard = switchboard;
    }

    @Activate
    void start() {
        switchboard.onPlug(outbox::ring);
        thread.start();
    }

    /** Does not interrupt: the database may be at work on this thread. */
    @Deactivate
    void stop() throws InterruptedException {
        ended = true;
        switchboard.onPlug(() -> {});
        rounds.end();
        outbox.ring();
        thread.join(FAREWELL.toMillis());
    }

    private void goRound() {
        boolean well = true;
        try {
            while (!ended) {
                well = goOnce(well);
                outbox.awaitMail(BETWEEN_ROUNDS);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private boolean goOnce(boolean wellBefore) {
        try {
            rounds.make();
            return true;
        } catch (RuntimeException e) {
            // the next round may succeed, so the thread must live; one line until then
            if (wellBefore) {
                LOG.error("The courier cannot go round; it tries again every {} s", BETWEEN_ROUNDS.toSeconds(), e);
            }
            return false;
        }
    }
}
