// SPDX-FileCopyrightText: Teate contributors
// SPDX-License-Identifier: Apache-2.0
package org.teate.counterparts.welfare.next;

import java.util.Map;
import java.util.OptionalInt;
import java.util.concurrent.ConcurrentHashMap;

/** What this system is told to do wrong now, and how much of it. Thread-safe. */
final class Manners {

    private final Map<Misbehaviour, Integer> bad = new ConcurrentHashMap<>();
    private final Object second = new Object();
    private long secondBegan;
    private int inSecond;

    boolean are(Misbehaviour misbehaviour) {
        return bad.containsKey(misbehaviour);
    }

    OptionalInt measure(Misbehaviour misbehaviour) {
        Integer measure = bad.get(misbehaviour);
        return measure == null ? OptionalInt.empty() : OptionalInt.of(measure);
    }

    void be(Misbehaviour misbehaviour, int measure) {
        bad.put(misbehaviour, measure);
    }

    void behave(Misbehaviour misbehaviour) {
        bad.remove(misbehaviour);
    }

    /** Counts a request; whether it is one too many in this second. */
    boolean isOneTooMany() {
        OptionalInt most = measure(Misbehaviour.RATE);
        if (most.isEmpty()) {
            return false;
        }
        synchronized (second) {
            long now = System.nanoTime();
            if (now - secondBegan > 1_000_000_000L) {
                secondBegan = now;
                inSecond = 0;
            }
            inSecond++;
            return inSecond > most.getAsInt();
        }
    }
}
