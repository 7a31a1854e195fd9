// SPDX-FileCopyrightText: Teate contributors
// SPDX-License-Identifier: Apache-2.0
package org.teate.addressing.internal;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.Map;
import org.teate.kernel.Cp932Form;

/** What the city's own characters (外字) stand for. */
final class OwnCharacters {

    private static final String LOST = "〓";

    private final Map<Integer, String> texts;

    private OwnCharacters(Map<Integer, String> texts) {
        this.texts = texts;
    }

    static OwnCharacters load(Connection database) throws SQLException {
        Map<Integer, String> texts = new HashMap<>();
        try (Statement statement = database.createStatement();
                ResultSet rows = statement.executeQuery("SELECT CODE_POINT, CHARACTER_TEXT FROM OWN_CHARACTER")) {
            while (rows.next()) {
                texts.put(Integer.parseInt(rows.getString(1), 16), rows.getString(2));
            }
        }
        return new OwnCharacters(texts);
    }

    /** {@code name} with every own character that is known replaced by the true one. */
    String resolve(String name) {
        if (name.codePoints().noneMatch(OwnCharacters::isOwn)) {
            return name;
        }
        StringBuilder resolved = new StringBuilder();
        name.codePoints().forEach(c -> resolved.append(texts.getOrDefault(c, Character.toString(c))));
        return resolved.toString();
    }

    /** {@code name} as the systems write it that know these characters and CP932. */
    Cp932Form written(String name) {
        Map<String, String> own = new HashMap<>();
        texts.forEach((code, text) -> own.put(text, Character.toString(code)));
        return Cp932Form.of(name, own);
    }

    /** Whether a character of {@code name} got lost on its way or stands for nothing we know. */
    static boolean isDamaged(String name) {
        return name.contains(LOST) || name.codePoints().anyMatch(OwnCharacters::isOwn);
    }

    /** Whether a code point is one that the city may have given a character of its own. */
    static boolean isOwn(int c) {
        return c >= 0xE000 && c <= 0xF8FF;
    }
}
