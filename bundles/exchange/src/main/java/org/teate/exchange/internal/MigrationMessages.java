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

    /** The messages to a system with numbers greater than {@code mark}. */
    static MigrationMessages since(Connection database, String system, long mark) throws SQLException {
        MigrationMessages messages = new MigrationMessages();
        try (PreparedStatement query = database.prepareStatement("SELECT MESSAGE_KEY, KIND, TOLD, BODY"
                + " FROM OUTBOX_MESSAGE WHERE SYSTEM_NAME = ? AND MESSAGE_NUMBER > ? ORDER BY MESSAGE_NUMBER")) {
            query.setString(1, system);
            query.setLong(2, mark);
            try (ResultSet rows = query.executeQuery()) {
                while (rows.next()) {
                    Told told = new Told(
                            rows.getString(1),
                            rows.getString(2),
                            rows.getString(3).equals("1"));
                    messages.enter(told, body(told.key(), rows.getString(4)));
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
