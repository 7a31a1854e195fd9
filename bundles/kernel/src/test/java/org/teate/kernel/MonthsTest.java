// SPDX-FileCopyrightText: Teate contributors
// SPDX-License-Identifier: Apache-2.0
package org.teate.kernel;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import org.junit.Test;

public class MonthsTest {

    @Test
    public void aSpanIncludesBothItsEnds() {
        MonthSpan span = MonthSpan.of(YearMonth.of(2026, 11), YearMonth.of(2027, 1));

        assertEquals(3, span.length());
        assertEquals(
                List.of(YearMonth.of(2026, 11), YearMonth.of(2026, 12), YearMonth.of(2027, 1)),
                span.months().toList());
        assertTrue(span.contains(YearMonth.of(2027, 1)));
    }

    @Test
    public void aSpanCannotEndBeforeItBegins() {
        assertThrows(
                IllegalArgumentException.class, () -> MonthSpan.of(YearMonth.of(2026, 11), YearMonth.of(2026, 10)));
    }

    @Test
    public void aTimelineGivesTheLatestAmendmentInForce() {
        Timeline<Integer> rates = Timeline.from(YearMonth.of(2012, 4), 1).then(YearMonth.of(2024, 10), 2);

        assertEquals(Optional.empty(), rates.at(YearMonth.of(2012, 3)));
        assertEquals(Optional.of(1), rates.at(YearMonth.of(2024, 9)));
        assertEquals(Optional.of(2), rates.at(YearMonth.of(2024, 10)));
    }

    @Test
    public void aDayIsPrintedInTheJapaneseCalendar() {
        assertEquals("令和8年12月15日", Wareki.of(LocalDate.of(2026, 12, 15)));
        assertEquals("平成31年4月30日", Wareki.of(LocalDate.of(2019, 4, 30)));
        assertEquals("令和元年5月1日", Wareki.of(LocalDate.of(2019, 5, 1)));
        assertEquals("令和元年5月", Wareki.of(YearMonth.of(2019, 5)));
    }

    @Test
    public void yenAddUpExactlyAndPrintTheirUnit() {
        assertEquals("30,000円", Yen.of(10_000).times(3).toString());
        assertThrows(ArithmeticException.class, () -> Yen.of(Long.MAX_VALUE).plus(Yen.of(1)));
    }
}
