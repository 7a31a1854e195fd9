// SPDX-FileCopyrightText: Teate contributors
// SPDX-License-Identifier: Apache-2.0
package org.teate.exchange.internal;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.teate.exchange.MigrationLayout;

/** What was decided since a migration's mark, by whose rows it may have changed. */
final class MigrationMessages {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final List<String> OWNERS = List.of("ledgerNumber", "addresseeNumber");

    private final Map<String, List<Told>> byOwner = new HashMap<>();

    /** A message that was put after the mark. */
    private record Told(String key, String kind, boolean told) {

        String text() {
            return key + (told ? "（通知済）" : "（通知待ち）");
        }
    }

    private MigrationMessages() {}

    /**
     * The messages to a system with numbers greater than {@code mark}.
     *
     * @param connector the one whose system is asked whether it was told: as long as another one is in use, it was told by
     *     none of these messages, unless it was in use before
     */
    static MigrationMessages since(Connection database, String system, String connector, long mark)
            throws SQLException {
        MigrationMessages messages = new MigrationMessages();
        try (PreparedStatement query = database.prepareStatement("SELECT M.MESSAGE_KEY, M.KIND, M.BODY,"
                + " CASE WHEN T.IN_USE = '1' THEN M.TOLD WHEN M.MESSAGE_NUMBER <= T.TOLD_UP_TO THEN '1' ELSE '0' END"
                + " FROM OUTBOX_MESSAGE M LEFT JOIN OUTBOX_TELLER T"
                + " ON T.SYSTEM_NAME = M.SYSTEM_NAME AND T.CONNECTOR = ?"
                + " WHERE M.SYSTEM_NAME = ? AND M.MESSAGE_NUMBER > ? ORDER BY M.MESSAGE_NUMBER")) {
            query.setString(1, connector);
            query.setString(2, system);
            query.setLong(3, mark);
            try (ResultSet rows = query.executeQuery()) {
                while (rows.next()) {
                    Told told = new Told(
                            rows.getString(1),
                            rows.getString(2),
                            rows.getString(4).equals("1"));
                    messages.enter(told, body(told.key(), rows.getString(3)));
                }
            }
        }
        return messages;
    }

    /** The latest message that explains why the rows of an owner differ, empty if none does. */
    Optional<String> explain(MigrationLayout layout, String owner) {
        List<Told> all = byOwner.getOrDefault(owner, List.of());
        return all.stream()
                .filter(told -> layout.toldBy().stream().anyMatch(told.kind()::startsWith))
                .reduce((earlier, later) -> later)
                .map(Told::text);
    }

    private void enter(Told told, JsonNode body) {
        for (String item : OWNERS) {
            body.findValuesAsText(item).forEach(owner -> byOwner.computeIfAbsent(owner, any -> new ArrayList<>(1))
                    .add(told));
        }
    }

    private static JsonNode body(String key, String body) {
        try {
            return JSON.readTree(body);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("The body of message " + key + " is no JSON", e);
        }
    }
}
