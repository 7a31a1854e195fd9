// SPDX-FileCopyrightText: Teate contributors
// SPDX-License-Identifier: Apache-2.0
package org.teate.payments.internal;

import java.sql.Date;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Optional;

/** Values as the tables hold them: months as {@code yyyymm}, instants in UTC so that no time zone of a server matters. */
final class Columns {

    private Columns() {}

    static String month(YearMonth month) {
        return String.valueOf(month.getYear() * 100 + month.getMonthValue());
    }

    static YearMonth month(String stored) {
        int number = Integer.parseInt(stored);
        return YearMonth.of(number / 100, number % 100);
    }

    static LocalDate day(ResultSet rows, String column) throws SQLException {
        return rows.getDate(column).toLocalDate();
    }

    static Optional<LocalDate> optionalDay(ResultSet rows, String column) throws SQLException {
        return Optional.ofNullable(rows.getDate(column)).map(Date::toLocalDate);
    }

    static Optional<Long> optionalNumber(ResultSet rows, String column) throws SQLException {
        long number = rows.getLong(column);
        return rows.wasNull() ? Optional.empty() : Optional.of(number);
    }

    static void set(PreparedStatement statement, int parameter, Optional<LocalDate> day) throws SQLException {
        if (day.isPresent()) {
            statement.setDate(parameter, Date.valueOf(day.get()));
        } else {
            statement.setNull(parameter, Types.DATE);
        }
    }
}
