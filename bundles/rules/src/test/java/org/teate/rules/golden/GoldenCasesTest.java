// SPDX-FileCopyrightText: Teate contributors
// SPDX-License-Identifier: Apache-2.0
package org.teate.rules.golden;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.Test;
import org.junit.runner.RunWith;
import org.junit.runners.Parameterized;
import org.junit.runners.Parameterized.Parameters;

/** Holds the rules to the table of decided monthly amounts. */
@RunWith(Parameterized.class)
public class GoldenCasesTest {

    private final CsvTable.Row row;

    public GoldenCasesTest(String id, CsvTable.Row row) {
        this.row = row;
    }

    @Parameters(name = "{0}")
    public static List<Object[]> rows() throws IOException {
        try (BufferedReader table = new BufferedReader(new InputStreamReader(
                GoldenCasesTest.class.getResourceAsStream("/golden-cases.csv"), StandardCharsets.UTF_8))) {
            return CsvTable.read(table).stream()
                    .map(row -> new Object[] {row.get("id"), row})
                    .toList();
        }
    }

    @Test
    public void theAmountsAndTheirReasonAreThoseOfTheTable() {
        Verdict verdict = GoldenCase.judge(row);

        assertEquals(verdict.expected(), verdict.computed());
        assertFalse(verdict.why().isEmpty());
    }
}
