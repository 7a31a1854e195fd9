// SPDX-FileCopyrightText: Teate contributors
// SPDX-License-Identifier: Apache-2.0
package org.teate.rules;

import java.time.YearMonth;
import java.util.function.Function;
import org.teate.kernel.Timeline;

/**
 * A table of the law written as text: headings, then one line per amendment. The first column is the benefit month from
 * which the line holds; {@code #} opens the name of the amending law.
 */
final class Table {

    private Table() {}

    static <T> Timeline<T> read(String text, Function<Row, T> value) {
        Timeline<T> timeline = null;
        for (String line : text.lines().filter(Table::isAmendment).toList()) {
            Row row = Row.of(line);
            YearMonth from = YearMonth.parse(row.cells[0]);
            timeline = timeline == null ? Timeline.from(from, value.apply(row)) : timeline.then(from, value.apply(row));
        }
        return timeline;
    }

    private static boolean isAmendment(String line) {
        return Character.isDigit(line.charAt(0));
    }

    /** One line; columns are counted from 1, the month being 0. */
    record Row(String[] cells) {

        static Row of(String line) {
            return new Row(line.split("#", 2)[0].strip().split("[\\s|]+"));
        }

        long number(int column) {
            return Long.parseLong(cells[column].replace(",", ""));
        }

        int age(int column) {
            return Integer.parseInt(cells[column]);
        }

        boolean isEmpty(int column) {
            return cells[column].equals("-");
        }
    }
}
