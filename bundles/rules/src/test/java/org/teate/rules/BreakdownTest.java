// SPDX-FileCopyrightText: Teate contributors
// SPDX-License-Identifier: Apache-2.0
package org.teate.rules;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import org.junit.Test;
import org.teate.kernel.Yen;

public class BreakdownTest {

    private static final List<ChildMonth> ROWS = List.of(
            row("000000000012345", 2024, 9, AgeClass.HIGH_SCHOOL, 1, BenefitKind.NONE, 0),
            row("c-2", 2024, 9, AgeClass.PRIMARY, 2, BenefitKind.CHILD_ALLOWANCE, 10_000),
            row("c-2", 2024, 10, AgeClass.UNDER_THREE, 12, BenefitKind.CHILD_ALLOWANCE, 30_000),
            row("c-3", 2024, 10, AgeClass.JUNIOR_HIGH, 0, BenefitKind.SPECIAL_ALLOWANCE, 5_000),
            row("c-4", 2024, 10, AgeClass.COLLEGE, 3, BenefitKind.NONE, 0));

    @Test
    public void theStoredTextNeverChanges() {
        assertEquals(
                "1;202409,000000000012345:H1N0,c-2:P2A10000;202410,c-2:I12A30000,c-3:J0S5000,c-4:U3N0",
                Breakdown.write(ROWS));
    }

    @Test
    public void monthsThatAreAlikeAreWrittenOnce() {
        List<ChildMonth> rows = new ArrayList<>();
        for (int month = 10; month <= 12; month++) {
            rows.add(row("c-1", 2024, month, AgeClass.PRIMARY, 1, BenefitKind.CHILD_ALLOWANCE, 10_000));
            rows.add(row("c-2", 2024, month, AgeClass.UNDER_THREE, 2, BenefitKind.CHILD_ALLOWANCE, 15_000));
        }
        rows.add(row("c-1", 2025, 2, AgeClass.PRIMARY, 1, BenefitKind.CHILD_ALLOWANCE, 10_000));
        rows.add(row("c-1", 2025, 3, AgeClass.PRIMARY, 1, BenefitKind.CHILD_ALLOWANCE, 10_000));
        rows.add(row("c-1", 2025, 4, AgeClass.JUNIOR_HIGH, 1, BenefitKind.CHILD_ALLOWANCE, 10_000));
        rows.add(row("c-1", 2025, 5, AgeClass.JUNIOR_HIGH, 1, BenefitKind.CHILD_ALLOWANCE, 10_000));
        rows.add(row("c-2", 2025, 5, AgeClass.PRIMARY, 2, BenefitKind.CHILD_ALLOWANCE, 10_000));

        String text = Breakdown.write(rows);

        assertEquals(
                "1;202410-202412,c-1:P1A10000,c-2:I2A15000;202502-202503,c-1:P1A10000;202504,c-1:J1A10000"
                        + ";202505,c-1:J1A10000,c-2:P2A10000",
                text);
        assertEquals(rows, Breakdown.parse(text));
    }

    @Test
    public void whatWasWrittenIsReadBack() {
        assertEquals(ROWS, Breakdown.parse(Breakdown.write(ROWS)));
        assertEquals(List.of(), Breakdown.parse(Breakdown.write(List.of())));
    }

    @Test
    public void anythingElseIsRefused() {
        for (String text : List.of(
                "2;202410,c:P1A1",
                "1;2024100,c:P1A1",
                "1;202413,c:P1A1",
                "1;202410-,c:P1A1",
                "1;202411-202410,c:P1A1",
                "1;202410-202411-202412,c:P1A1",
                "1;202410,cP1A1",
                "1;202410,c:X1A1",
                "1;202410,c:P1",
                "x")) {
            assertThrows(text, IllegalArgumentException.class, () -> Breakdown.parse(text));
        }
    }

    private static ChildMonth row(
            String child, int year, int month, AgeClass ageClass, int rank, BenefitKind kind, long yen) {
        return new ChildMonth(child, YearMonth.of(year, month), ageClass, rank, kind, Yen.of(yen));
    }
}
