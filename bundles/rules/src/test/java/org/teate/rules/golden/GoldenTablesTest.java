// SPDX-FileCopyrightText: Teate contributors
// SPDX-License-Identifier: Apache-2.0
package org.teate.rules.golden;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.Test;
import org.junit.runner.RunWith;
import org.junit.runners.Parameterized;
import org.junit.runners.Parameterized.Parameters;

/** Holds the rules to the tables of decided cases. */
@RunWith(Parameterized.class)
public class GoldenTablesTest {

    private final CsvTable.Row row;

    public GoldenTablesTest(String id, CsvTable.Row row) {
        this.row = row;
    }

    @Parameters(name = "{0}")
    public static List<Object[]> rows() throws IOException {
        List<Object[]> rows = new ArrayList<>();
        for (String name :
                List.of("/golden-cases.csv", "/golden-lifecycle.csv", "/more-cases.csv", "/more-lifecycle.csv")) {
            try (BufferedReader table = new BufferedReader(
                    new InputStreamReader(GoldenTablesTest.class.getResourceAsStream(name), StandardCharsets.UTF_8))) {
                CsvTable.read(table).forEach(row -> rows.add(new Object[] {row.get("id"), row}));
            }
        }
        return rows;
    }

    @Test
    public void theResultIsThatOfTheTableAndHasAReason() {
        Verdict verdict = GoldenCase.isIn(row) ? GoldenCase.judge(row) : GoldenLifecycle.judge(row);

        assertEquals(verdict.expected(), verdict.computed());
        assertFalse(verdict.why().isEmpty());
    }
}
