// SPDX-FileCopyrightText: Teate contributors
// SPDX-License-Identifier: Apache-2.0
package org.teate.access.internal;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertSame;
import static org.junit.Assert.assertThrows;

import java.time.Clock;
import java.time.Duration;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeParseException;
import org.junit.Test;

public class OfficeClockTest {

    private final SettableClock real = new SettableClock();

    @Test
    public void withoutAConfiguredDayTheClockIsTheRealOne() {
        assertSame(real, OfficeClock.clock(real, ""));
    }

    @Test
    public void aConfiguredDayStartsWithTheRealTimeOfDayInJapanAndGoesOn() {
        Clock clock = OfficeClock.clock(real, "2027-02-01");

        assertEquals(ZonedDateTime.parse("2027-02-01T09:30+09:00[Asia/Tokyo]"), ZonedDateTime.now(clock));
        real.pass(Duration.ofHours(20));
        assertEquals(ZonedDateTime.parse("2027-02-02T05:30+09:00[Asia/Tokyo]"), ZonedDateTime.now(clock));
        assertEquals(ZoneId.of("Asia/Tokyo"), clock.getZone());
    }

    @Test
    public void aDayThatIsNoneStopsTheStart() {
        assertThrows(DateTimeParseException.class, () -> OfficeClock.clock(real, "2027-02-30"));
    }
}
