// SPDX-FileCopyrightText: Teate contributors
// SPDX-License-Identifier: Apache-2.0
package org.teate.kernel;

import static org.junit.Assert.assertEquals;

import java.time.Instant;
import java.util.TimeZone;
import org.junit.After;
import org.junit.Test;

public class UtcTest {

    private static final Instant MIDNIGHT = Instant.parse("2026-11-24T15:00:00.123Z");

    private final TimeZone before = TimeZone.getDefault();

    @After
    public void asFound() {
        TimeZone.setDefault(before);
    }

    @Test
    public void theTimeOfDayThatIsStoredIsThatOfUtcInEveryZone() {
        for (String zone : new String[] {"Asia/Tokyo", "UTC", "America/New_York"}) {
            TimeZone.setDefault(TimeZone.getTimeZone(zone));

            assertEquals(
                    zone, "2026-11-24 15:00:00.123", Utc.timestamp(MIDNIGHT).toString());
            assertEquals(zone, MIDNIGHT, Utc.instant(Utc.timestamp(MIDNIGHT)));
        }
    }

    @Test
    public void whatNoDatabaseKeepsIsCut() {
        assertEquals(MIDNIGHT, Utc.instant(Utc.timestamp(MIDNIGHT.plusNanos(999_999))));
    }
}
