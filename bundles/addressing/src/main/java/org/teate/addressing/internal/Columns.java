// SPDX-FileCopyrightText: Teate contributors
// SPDX-License-Identifier: Apache-2.0
package org.teate.addressing.internal;

import java.sql.Date;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Optional;

/** Fills the parameters of a statement one after the other. Not thread-safe. */
final class Columns {

    private final PreparedStatement statement;
    private int last;

    Columns(PreparedStatement statement) {
        this.statement = statement;
    }

    Columns text(String text) throws SQLException {
        statement.setString(++last, text);
        return this;
    }

    Columns number(int number) throws SQLException {
        statement.setInt(++last, number);
        return this;
    }

    Columns flag(boolean flag) throws SQLException {
        statement.setBoolean(++last, flag);
        return this;
    }

    Columns day(LocalDate day) throws SQLException {
        statement.setDate(++last, Date.valueOf(day));
        return this;
    }

    Columns day(Optional<LocalDate> day) throws SQLException {
        statement.setDate(++last, day.map(Date::valueOf).orElse(null));
        return this;
    }

    Columns at(java.sql.Timestamp at) throws SQLException {
        statement.setTimestamp(++last, at);
        return this;
    }

    /** The day in a column that may be null. */
    static Optional<LocalDate> day(ResultSet row, String column) throws SQLException {
        return Optional.ofNullable(row.getDate(column)).map(Date::toLocalDate);
    }
}
