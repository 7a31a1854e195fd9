// SPDX-FileCopyrightText: Teate contributors
// SPDX-License-Identifier: Apache-2.0
package org.teate.addressing.internal;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.teate.addressing.PersonQuery;

/** The query behind a search, put together from what is asked for. Not thread-safe. */
final class PersonSearch {

    private static final int DIGITS = 15;

    private final StringBuilder from = new StringBuilder(" FROM ADDRESSEE A");
    private final StringBuilder where = new StringBuilder(" WHERE 1 = 1");
    private final List<Object> joined = new ArrayList<>();
    private final List<Object> compared = new ArrayList<>();
    private final List<String> kinds = new ArrayList<>();

    PersonSearch(PersonQuery query) {
        query.number().ifPresent(number -> {
            kinds.add("number");
            where.append(" AND A.ADDRESSEE_NUMBER IN (?, ?)");
            compared.add(number.value());
            compared.add("0".repeat(DIGITS - number.value().length()) + number.value());
        });
        byKey("kana", "K", "KANA_KEY", query.kana());
        byKey("name", "N", "NAME_KEY", query.name());
        query.birth().ifPresent(this::byBirth);
    }

    /** What kind of search it is, such as {@code kana,birth}; says nothing of anybody. */
    String kind() {
        return String.join(",", kinds);
    }

    /** Whether there is anything to search by; a text of which nothing counts is nothing. */
    boolean isEmpty() {
        return kinds.isEmpty();
    }

    long count(Connection database) throws SQLException {
        try (PreparedStatement statement = prepare(database, "SELECT COUNT(*)", "");
                ResultSet rows = statement.executeQuery()) {
            rows.next();
            return rows.getLong(1);
        }
    }

    /** The people on a page, by number, in the order of the reading. */
    Map<String, Image> page(Connection database, int page, int size) throws SQLException {
        Map<String, Image> found = new LinkedHashMap<>();
        String rest = " ORDER BY A.KANA_KEY, A.ADDRESSEE_NUMBER OFFSET " + (long) page * size + " ROWS FETCH NEXT "
                + size + " ROWS ONLY";
        try (PreparedStatement statement = prepare(database, "SELECT A.*", rest);
                ResultSet rows = statement.executeQuery()) {
            while (rows.next()) {
                found.put(rows.getString("ADDRESSEE_NUMBER"), AddresseeTable.read(rows));
            }
        }
        return found;
    }

    /** A join with a union, because a database uses no index for one column or another table. */
    private void byKey(String kind, String script, String column, String text) {
        String key = AddresseeTable.key(text);
        if (key.isEmpty()) {
            return;
        }
        kinds.add(kind);
        from.append(" JOIN (SELECT ADDRESSEE_NUMBER FROM ADDRESSEE WHERE ")
                .append(column)
                .append(" LIKE ? UNION SELECT ADDRESSEE_NUMBER FROM ALIAS_KEY WHERE SCRIPT = '")
                .append(script)
                .append("' AND SEARCH_KEY LIKE ?) ")
                .append(script)
                .append(" ON ")
                .append(script)
                .append(".ADDRESSEE_NUMBER = A.ADDRESSEE_NUMBER");
        // a key has letters and digits only, so nothing in it could be a wildcard
        joined.add(key + "%");
        joined.add(key + "%");
    }

    private void byBirth(LocalDate day) {
        kinds.add("birth");
        where.append(" AND (A.BIRTH_DATE = ? AND A.BIRTH_PRECISION = '0'")
                .append(" OR A.BIRTH_DATE = ? AND A.BIRTH_PRECISION = '1'")
                .append(" OR A.BIRTH_DATE = ? AND A.BIRTH_PRECISION = '2')")
                .append(" AND A.BIRTH_DATE IN (?, ?, ?)");
        List<LocalDate> days = List.of(day, day.withDayOfMonth(1), day.withDayOfYear(1));
        days.forEach(compared::add);
        days.forEach(compared::add);
    }

    private PreparedStatement prepare(Connection database, String select, String rest) throws SQLException {
        PreparedStatement statement = database.prepareStatement(select + from + where + rest);
        int last = 0;
        for (List<Object> parameters : List.of(joined, compared)) {
            for (Object parameter : parameters) {
                statement.setObject(
                        ++last, parameter instanceof LocalDate day ? java.sql.Date.valueOf(day) : parameter);
            }
        }
        return statement;
    }
}
