// SPDX-FileCopyrightText: Teate contributors
// SPDX-License-Identifier: Apache-2.0
package org.teate.exchange.internal;

import java.lang.reflect.InvocationTargetException;
import java.time.Duration;
import java.util.concurrent.atomic.LongAccumulator;
import java.util.concurrent.atomic.LongAdder;
import org.teate.ports.OutOfService;

/** Counts what became of the calls into one socket. Thread-safe. */
final class Meter {

    private final LongAdder answered = new LongAdder();
    private final LongAdder failed = new LongAdder();
    private final LongAdder outOfService = new LongAdder();
    private final LongAccumulator longest = new LongAccumulator(Math::max, 0);

    void answered(long nanos) {
        answered.increment();
        longest.accumulate(nanos);
    }

    void failed(Throwable reason, long nanos) {
        Throwable thrown = reason instanceof InvocationTargetException called ? called.getCause() : reason;
        (thrown instanceof OutOfService ? outOfService : failed).increment();
        longest.accumulate(nanos);
    }

    /** Counts a call that its caller has given up; when it leaves, it is not counted again. */
    void givenUp(Duration after) {
        outOfService.increment();
        longest.accumulate(after.toNanos());
    }

    long answered() {
        return answered.sum();
    }

    long failed() {
        return failed.sum();
    }

    long outOfService() {
        return outOfService.sum();
    }

    Duration longest() {
        return Duration.ofNanos(longest.get());
    }
}
