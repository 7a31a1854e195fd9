// SPDX-FileCopyrightText: Teate contributors
// SPDX-License-Identifier: Apache-2.0
package org.teate.shell;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;

/** Instants as an operator reads them. */
final class Times {

    private static final DateTimeFormatter JAPAN_TIME =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss").withZone(ZoneId.of("Asia/Tokyo"));

    private Times() {}

    static String of(Instant at) {
        return JAPAN_TIME.format(at);
    }
}
