// SPDX-FileCopyrightText: Teate contributors
// SPDX-License-Identifier: Apache-2.0
package org.teate.exchange.internal;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.teate.exchange.Choice;
import org.teate.kernel.Utc;

/** The choices of connectors in the database; works in the connection's transaction. */
final class ChoiceTable {

    private static final String SELECT = "SELECT CHOICE_NUMBER, SYSTEM_NAME, CONNECTOR, FORMER, REASON, CHOSEN_BY,"
            + " CHOSEN_AT FROM CONNECTOR_CHOICE ";

    /** The latest choice for each system, by its number. */
    Map<Long, Choice> latest(Connection database) throws SQLException {
        try (PreparedStatement query = database.prepareStatement(
                        SELECT
                                + "WHERE CHOICE_NUMBER IN (SELECT MAX(CHOICE_NUMBER) FROM CONNECTOR_CHOICE GROUP BY SYSTEM_NAME)");
                ResultSet result = query.executeQuery()) {
            Map<Long, Choice> latest = new HashMap<>();
            while (result.next()) {
                latest.put(result.getLong(1), choice(result));
            }
            return latest;
        }
    }

    List<Choice> ofSystem(Connection database, String system, int limit) throws SQLException {
        try (PreparedStatement query =
                database.prepareStatement(SELECT + "WHERE SYSTEM_NAME = ? ORDER BY CHOICE_NUMBER DESC")) {
            query.setString(1, system);
            query.setMaxRows(limit);
            List<Choice> choices = new ArrayList<>();
            try (ResultSet result = query.executeQuery()) {
                while (result.next()) {
                    choices.add(choice(result));
                }
            }
            return choices;
        }
    }

    /** @return the choice's number; a later choice has a greater one */
    long add(Connection database, Choice choice) throws SQLException {
        try (PreparedStatement insert = database.prepareStatement(
                "INSERT INTO CONNECTOR_CHOICE (SYSTEM_NAME, CONNECTOR, FORMER, REASON, CHOSEN_BY, CHOSEN_AT)"
                        + " VALUES (?, ?, ?, ?, ?, ?)",
                Statement.RETURN_GENERATED_KEYS)) {
            insert.setString(1, choice.system());
            insert.setString(2, choice.connector());
            insert.setString(3, choice.former());
            insert.setString(4, choice.reason());
            insert.setString(5, choice.by());
            insert.setTimestamp(6, Utc.timestamp(choice.at()));
            insert.executeUpdate();
            try (ResultSet keys = insert.getGeneratedKeys()) {
                keys.next();
                return keys.getLong(1);
            }
        }
    }

    private static Choice choice(ResultSet result) throws SQLException {
        return new Choice(
                result.getString(2),
                result.getString(3),
                result.getString(4),
                result.getString(5),
                result.getString(6),
                Utc.instant(result.getTimestamp(7)));
    }
}
