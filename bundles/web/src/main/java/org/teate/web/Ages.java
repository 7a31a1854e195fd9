// SPDX-FileCopyrightText: Teate contributors
// SPDX-License-Identifier: Apache-2.0
package org.teate.web;

import java.time.Duration;

/** How long something has been waiting or taking, in words. */
final class Ages {

    private static final Duration SHORT = Duration.ofSeconds(10);

    private Ages() {}

    /** Such as 3日4時間, 2時間5分, 12分, 25秒 or 0.35秒; of two units only the greater ones. */
    static String text(Duration duration) {
        if (duration.compareTo(SHORT) < 0) {
            return duration.isZero() || duration.isNegative()
                    ? "0秒"
                    : String.format("%.2f秒", duration.toMillis() / 1000.0);
        }
        if (duration.toDays() > 0) {
            return duration.toDays() + "日" + duration.toHoursPart() + "時間";
        }
        if (duration.toHours() > 0) {
            return duration.toHours() + "時間" + duration.toMinutesPart() + "分";
        }
        return duration.toMinutes() > 0 ? duration.toMinutes() + "分" : duration.toSeconds() + "秒";
    }
}
