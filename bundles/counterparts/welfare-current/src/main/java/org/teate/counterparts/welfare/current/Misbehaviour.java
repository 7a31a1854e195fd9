// SPDX-FileCopyrightText: Teate contributors
// SPDX-License-Identifier: Apache-2.0
package org.teate.counterparts.welfare.current;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/** How this system misbehaves at the moment; it begins well-behaved. Thread-safe. */
public final class Misbehaviour {

    private static final int SLOWEST = 60_000;

    /** What can be switched on. */
    public enum Fault {
        DOWN("停止(SFTPに応じず、照会は途中で切る)"),
        HALF("途中までの応答"),
        DOUBLE("二重の応答"),
        DISORDERED("前の照会・ファイルへの応答を返す"),
        BAD_CERTIFICATE("別のサーバー証明書"),
        BAD_HOST_KEY("別のホスト鍵"),
        DISK_FULL("ディスク満杯(SFTPで書き込めない)");

        private final String label;

        Fault(String label) {
            this.label = label;
        }

        String label() {
            return label;
        }

        /** As it is typed, such as {@code bad-host-key}. */
        String word() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }

        /** @throws IllegalArgumentException if there is no such fault */
        public static Fault ofWord(String word) {
            return Arrays.stream(values())
                    .filter(fault -> fault.word().equals(word))
                    .findFirst()
                    .orElseThrow(() -> new IllegalArgumentException("No such switch: " + word + "; there are slow, "
                            + Arrays.stream(values()).map(Fault::word).collect(Collectors.joining(", "))));
        }
    }

    private final Set<Fault> faults = EnumSet.noneOf(Fault.class);
    private int slow;

    public synchronized boolean has(Fault fault) {
        return faults.contains(fault);
    }

    synchronized void set(Fault fault, boolean on) {
        if (on) {
            faults.add(fault);
        } else {
            faults.remove(fault);
        }
    }

    /** By how many milliseconds every answer is late. */
    synchronized int slow() {
        return slow;
    }

    /** @throws IllegalArgumentException for less than none or more than a minute */
    synchronized void slowBy(int milliseconds) {
        if (milliseconds < 0 || milliseconds > SLOWEST) {
            throw new IllegalArgumentException("0 to " + SLOWEST + " ms are expected, not " + milliseconds);
        }
        slow = milliseconds;
    }

    /** Waits as long as answers are to be late. */
    void linger() throws InterruptedException {
        int wait = slow();
        if (wait > 0) {
            Thread.sleep(wait);
        }
    }
}
