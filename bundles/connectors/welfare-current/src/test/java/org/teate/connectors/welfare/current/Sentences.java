// SPDX-FileCopyrightText: Teate contributors
// SPDX-License-Identifier: Apache-2.0
package org.teate.connectors.welfare.current;

import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.util.regex.Pattern;
import org.junit.function.ThrowingRunnable;
import org.teate.ports.OutOfService;

/** What the staff read of a failure must be Japanese sentences; names of items and files may stand in them. */
final class Sentences {

    private static final Pattern JAPANESE = Pattern.compile("[^。]*\\p{IsHiragana}.*。");
    private static final Pattern ENGLISH = Pattern.compile("[A-Za-z]{2,} [A-Za-z]{2,}");

    private Sentences() {}

    /** @return what was said */
    static String outage(ThrowingRunnable call) {
        return said(assertThrows(OutOfService.class, call));
    }

    /** @return what was said */
    static String refusal(ThrowingRunnable call) {
        return said(assertThrows(IllegalArgumentException.class, call));
    }

    private static String said(RuntimeException e) {
        String text = String.valueOf(e.getMessage());
        assertTrue(text, JAPANESE.matcher(text).matches());
        assertTrue(text, !ENGLISH.matcher(text).find());
        return text;
    }
}
