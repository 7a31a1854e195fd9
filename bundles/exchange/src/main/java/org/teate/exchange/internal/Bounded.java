// SPDX-FileCopyrightText: Teate contributors
// SPDX-License-Identifier: Apache-2.0
package org.teate.exchange.internal;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;

/** Texts of other systems, which may be of any length, as keys of ours. */
final class Bounded {

    private static final int SHA256 = 64;

    private Bounded() {}

    /**
     * The text itself, or its beginning with its hash, so that different texts stay different.
     *
     * @param longest at least 65
     */
    static String key(String text, int longest) {
        if (text.length() <= longest) {
            return text;
        }
        byte[] hash = FileCheck.sha256().digest(text.getBytes(StandardCharsets.UTF_8));
        return text.substring(0, longest - SHA256) + HexFormat.of().formatHex(hash);
    }
}
