// SPDX-FileCopyrightText: Teate contributors
// SPDX-License-Identifier: Apache-2.0
package org.teate.web;

import io.pebbletemplates.pebble.extension.AbstractExtension;
import io.pebbletemplates.pebble.extension.Filter;
import io.pebbletemplates.pebble.template.EvaluationContext;
import io.pebbletemplates.pebble.template.PebbleTemplate;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.teate.kernel.Wareki;

/** What templates can do beside Pebble's own: dates of the Japanese calendar, numbers with separators, and what things are called. */
final class PageExtension extends AbstractExtension {

    private static final ZoneId TOKYO = ZoneId.of("Asia/Tokyo");
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm:ss");

    @Override
    public Map<String, Filter> getFilters() {
        return Map.of(
                "wareki", filter(PageExtension::wareki),
                "moment", filter(value -> moment((Instant) value)),
                "age", filter(value -> Ages.text((Duration) value)),
                "count", filter(value -> String.format("%,d", ((Number) value).longValue())),
                "systemName", filter(value -> ExchangeTerms.system((String) value)),
                "portName", filter(value -> ExchangeTerms.port((String) value)),
                "questionName", filter(value -> ExchangeTerms.question((String) value)),
                "itemName", filter(value -> ExchangeTerms.item((String) value)),
                "toldName", filter(value -> ExchangeTerms.told((String) value)),
                "fileName", filter(value -> ExchangeTerms.file((String) value)));
    }

    private static String wareki(Object value) {
        return value instanceof YearMonth month ? Wareki.of(month) : Wareki.of((LocalDate) value);
    }

    private static String moment(Instant instant) {
        return Wareki.of(instant.atZone(TOKYO).toLocalDate()) + " " + TIME.format(instant.atZone(TOKYO));
    }

    private static Filter filter(Function<Object, String> rendering) {
        return new Filter() {
            @Override
            public List<String> getArgumentNames() {
                return List.of();
            }

            @Override
            public Object apply(
                    Object input,
                    Map<String, Object> arguments,
                    PebbleTemplate self,
                    EvaluationContext context,
                    int line) {
                return input == null ? "" : rendering.apply(input);
            }
        };
    }
}
