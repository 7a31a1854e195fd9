// SPDX-FileCopyrightText: Teate contributors
// SPDX-License-Identifier: Apache-2.0
package org.teate.exchange.internal;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.teate.ports.CallLimit;
import org.teate.ports.OutOfService;
import org.teate.ports.migration.SetReceiver;

/**
 * Calls the receiving end of a connector, whichever instance of it is plugged in, and calls again if it is out of service:
 * every call may be made twice.
 */
final class MigrationCalls {

    static final Duration LIMIT =
            Duration.ofSeconds(SetReceiver.class.getAnnotation(CallLimit.class).value());
    private static final List<Duration> PAUSES =
            List.of(Duration.ofSeconds(1), Duration.ofSeconds(5), Duration.ofSeconds(15), Duration.ofSeconds(30));

    private static final Duration SECOND = Duration.ofSeconds(1);

    private final Supplier<Optional<Socket<SetReceiver>>> receiver;
    private final Pause pause;
    private final BooleanSupplier stopped;

    /** Waits. */
    @FunctionalInterface
    interface Pause {

        void pause(Duration length) throws InterruptedException;
    }

    /**
     * @param receiver what is plugged in now
     * @param stopped whether nobody waits for an answer any more
     */
    MigrationCalls(Supplier<Optional<Socket<SetReceiver>>> receiver, Pause pause, BooleanSupplier stopped) {
        this.receiver = receiver;
        this.pause = pause;
        this.stopped = stopped;
    }

    /** @throws OutOfService if it could not be reached in about a minute, or until nobody waited any more */
    <T> T call(Socket.Call<SetReceiver, T, RuntimeException> call) {
        for (Duration length : PAUSES) {
            try {
                return once(call);
            } catch (OutOfService e) {
                if (!waited(length)) {
                    throw e;
                }
            }
        }
        return once(call);
    }

    private <T> T once(Socket.Call<SetReceiver, T, RuntimeException> call) {
        return receiver.get()
                .orElseThrow(() -> new OutOfService("移行データを受け取る連携機能が接続されていません。"))
                .ask(LIMIT, call);
    }

    /** Looks every second whether it is to stop. @return whether it is not */
    private boolean waited(Duration length) {
        try {
            for (long second = 0; second < length.toSeconds() && !stopped.getAsBoolean(); second++) {
                pause.pause(SECOND);
            }
            return !stopped.getAsBoolean();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
