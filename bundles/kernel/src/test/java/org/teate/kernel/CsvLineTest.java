// SPDX-FileCopyrightText: Teate contributors
// SPDX-License-Identifier: Apache-2.0
package org.teate.kernel;

import static org.junit.Assert.assertEquals;

import java.util.List;
import org.junit.Test;

public class CsvLineTest {

    @Test
    public void everyCellIsQuoted() {
        assertEquals("\"a\",\"say \"\"b\"\"\",\"\",\"12\"\r\n", CsvLine.of(List.of("a", "say \"b\"", "", 12)));
    }

    @Test
    public void whatAnotherSystemHasSentDoesNotBecomeAFormula() {
        for (String begin : List.of("=", "+", "-", "@", "\t", "\r")) {
            assertEquals("\"'" + begin + "1\"\r\n", CsvLine.of(List.of(begin + "1")));
        }
        assertEquals("an amount is none", "\"-500\"\r\n", CsvLine.of(List.of(-500)));
    }
}
