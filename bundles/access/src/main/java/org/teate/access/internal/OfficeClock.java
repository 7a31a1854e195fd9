// SPDX-FileCopyrightText: Teate contributors
// SPDX-License-Identifier: Apache-2.0
package org.teate.access.internal;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Hashtable;
import java.util.Map;
import org.osgi.annotation.bundle.Capability;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceRegistration;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;

/**
 * The clock on the office's wall: the real time in Japan, or for demonstration and tests a clock that starts on a fixed
 * day. Registered by hand, as the property {@code simulated} follows from the configuration.
 */
@Component(
        service = {},
        immediate = true,
        configurationPid = "org.teate.clock")
@Capability(namespace = "osgi.service", attribute = "objectClass:List<String>=\"java.time.Clock\"")
public final class OfficeClock {

    private static final ZoneId JAPAN = ZoneId.of("Asia/Tokyo");

    private final ServiceRegistration<Clock> registration;

    /** The configuration {@code org.teate.clock}. */
    public @interface Config {
        /** The day on which the clock starts, as {@code 2026-12-10}; empty for the real day. */
        String businessDate() default "";
    }

    /** @throws java.time.format.DateTimeParseException if the configured day is none: then nothing starts */
    @Activate
    public OfficeClock(BundleContext context, Config config) {
        Clock clock = clock(Clock.system(JAPAN), config.businessDate());
        boolean simulated = !config.businessDate().isBlank();
        registration = context.registerService(Clock.class, clock, new Hashtable<>(Map.of("simulated", simulated)));
    }

    @Deactivate
    void takeDown() {
        registration.unregister();
    }

    /** {@code real}, or a clock that goes as {@code real} does but started on another day. */
    static Clock clock(Clock real, String businessDate) {
        if (businessDate.isBlank()) {
            return real;
        }
        long days = LocalDate.now(real).until(LocalDate.parse(businessDate.strip()), ChronoUnit.DAYS);
        return Clock.offset(real, Duration.ofDays(days));
    }
}
