// SPDX-FileCopyrightText: Teate contributors
// SPDX-License-Identifier: Apache-2.0
package org.teate.addressing.internal;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.teate.addressing.Coded;
import org.teate.addressing.RegisterMismatch;
import org.teate.addressing.RegisterMismatch.Kind;
import org.teate.kernel.AddresseeNumber;

/** Whom a full file has named, and who did not agree with the last one; works in the connection's transaction. */
final class MismatchTable {

    private static final int LONGEST = 500;
    private static final String SEPARATOR = "、";

    /** Of those who are not residents of the city the register sends nothing. */
    private static final String NOT_NAMED = "INSERT INTO REGISTER_MISMATCH (ADDRESSEE_NUMBER, KIND, ITEMS)"
            + " SELECT A.ADDRESSEE_NUMBER, '1', '' FROM ADDRESSEE A LEFT JOIN REGISTER_NAMED N "
            // Derby knows the table as it was before the file and would scan it for everybody; elsewhere a comment
            + "--DERBY-PROPERTIES constraint=REGISTER_NAMED_KEY\n"
            + " ON N.ADDRESSEE_NUMBER = A.ADDRESSEE_NUMBER WHERE N.ADDRESSEE_NUMBER IS NULL"
            + " AND A.RESIDENT_KIND IN ('1', '2') AND A.RESIDENT_STATE IN ('1', '6', '9')";

    private static final String DIFFERENT = "INSERT INTO REGISTER_MISMATCH (ADDRESSEE_NUMBER, KIND, ITEMS)"
            + " SELECT ADDRESSEE_NUMBER, '2', ITEMS FROM REGISTER_NAMED WHERE ITEMS <> ''";

    private MismatchTable() {}

    /** @param items by number, what differs of the people of a chunk; of who is named twice the first counts */
    static void name(Connection database, Map<String, List<String>> items) throws SQLException {
        Set<String> known = new HashSet<>();
        KeyedQuery.forEach(
                database,
                "SELECT ADDRESSEE_NUMBER FROM REGISTER_NAMED"
                        + " --DERBY-PROPERTIES constraint=REGISTER_NAMED_KEY\n WHERE ADDRESSEE_NUMBER IN",
                items.keySet(),
                row -> known.add(row.getString(1)));
        try (PreparedStatement insert =
                Statements.prepared(database, "INSERT INTO REGISTER_NAMED (ADDRESSEE_NUMBER, ITEMS) VALUES (?, ?)")) {
            for (Map.Entry<String, List<String>> named : items.entrySet()) {
                if (!known.contains(named.getKey())) {
                    String text = String.join(SEPARATOR, named.getValue());
                    insert.setString(1, named.getKey());
                    insert.setString(2, text.length() <= LONGEST ? text : text.substring(0, LONGEST));
                    insert.addBatch();
                }
            }
            insert.executeBatch();
        }
    }

    /** Everybody has been named: makes the list anew. */
    static void conclude(Connection database) throws SQLException {
        try (Statement statement = database.createStatement()) {
            statement.executeUpdate("DELETE FROM REGISTER_MISMATCH");
            statement.executeUpdate(DIFFERENT);
            statement.executeUpdate(NOT_NAMED);
            statement.executeUpdate("DELETE FROM REGISTER_NAMED");
        }
    }

    static Map<Kind, Long> counts(Connection database) throws SQLException {
        Map<Kind, Long> counts = new EnumMap<>(Kind.class);
        try (Statement statement = database.createStatement();
                ResultSet rows = statement.executeQuery("SELECT KIND, COUNT(*) FROM REGISTER_MISMATCH GROUP BY KIND")) {
            while (rows.next()) {
                counts.put(kind(rows.getString(1)), rows.getLong(2));
            }
        }
        return counts;
    }

    static List<RegisterMismatch> list(Connection database, int limit) throws SQLException {
        List<RegisterMismatch> list = new ArrayList<>();
        try (PreparedStatement query = database.prepareStatement(
                "SELECT ADDRESSEE_NUMBER, KIND, ITEMS FROM REGISTER_MISMATCH ORDER BY ADDRESSEE_NUMBER")) {
            query.setMaxRows(limit);
            try (ResultSet rows = query.executeQuery()) {
                while (rows.next()) {
                    list.add(new RegisterMismatch(
                            AddresseeNumber.of(rows.getString(1)), kind(rows.getString(2)), items(rows.getString(3))));
                }
            }
        }
        return list;
    }

    private static Kind kind(String code) {
        return Coded.find(Kind.class, code).orElseThrow();
    }

    private static List<String> items(String text) {
        return Arrays.stream(text.split(SEPARATOR))
                .filter(item -> !item.isEmpty())
                .toList();
    }
}
