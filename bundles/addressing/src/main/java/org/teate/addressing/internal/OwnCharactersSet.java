// SPDX-FileCopyrightText: Teate contributors
// SPDX-License-Identifier: Apache-2.0
package org.teate.addressing.internal;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.teate.access.Guard;
import org.teate.exchange.MigrationFlaw;
import org.teate.exchange.MigrationLayout;
import org.teate.exchange.MigrationSet;

/**
 * Hands over what the city's own characters stand for（M15 外字）. One that is used and stands for nothing known must be
 * entered first: no other system could say whose name it is.
 */
@Component(service = MigrationSet.class)
public final class OwnCharactersSet extends PersonSet {

    private static final MigrationLayout LAYOUT =
            MigrationLayout.of("M15", Stage.MASTERS, "puaCode text cp932Fallback usedCount", "puaCode");

    @Activate
    public OwnCharactersSet(@Reference Transactions transactions, @Reference Guard guard) {
        super(LAYOUT, transactions, guard);
    }

    /** The few characters are one page, however many rows are wanted. */
    @Override
    List<List<String>> read(Connection database, String owner, int limit) throws SQLException {
        if (!owner.isEmpty()) {
            return List.of();
        }
        Map<String, Integer> uses = uses(database);
        List<List<String>> all = new ArrayList<>();
        for (Map.Entry<String, List<String>> known : known(database).entrySet()) {
            List<String> character = new ArrayList<>(known.getValue());
            character.add(String.valueOf(uses.getOrDefault(known.getKey(), 0)));
            all.add(character);
        }
        return all;
    }

    @Override
    public List<MigrationFlaw> obstacles() {
        return permitted(database -> {
            Map<String, Integer> unknown = uses(database);
            unknown.keySet().removeAll(known(database).keySet());
            return unknown.entrySet().stream()
                    .map(use -> new MigrationFlaw(
                            LAYOUT.id(),
                            use.getKey(),
                            "text",
                            "E205",
                            "外字に対応する文字が登録されていません（使用" + use.getValue() + "件）。"))
                    .toList();
        });
    }

    private static Map<String, List<String>> known(Connection database) throws SQLException {
        Map<String, List<String>> known = new TreeMap<>();
        try (Statement statement = database.createStatement();
                ResultSet rows =
                        statement.executeQuery("SELECT CODE_POINT, CHARACTER_TEXT, FALLBACK FROM OWN_CHARACTER")) {
            while (rows.next()) {
                known.put(rows.getString(1), List.of(rows.getString(1), rows.getString(2), rows.getString(3)));
            }
        }
        return known;
    }

    /** In how many names that are handed over each of the city's own characters stands, by code point. */
    private static Map<String, Integer> uses(Connection database) throws SQLException {
        Map<String, Integer> uses = new TreeMap<>();
        try (Statement statement = database.createStatement()) {
            statement.setFetchSize(1_000);
            try (ResultSet rows = statement.executeQuery(
                    "SELECT A.NAME_AS_SENT, A.NAME, A.ALIAS_NAME FROM ADDRESSEE A WHERE " + HANDED_OVER)) {
                while (rows.next()) {
                    (rows.getString(1) + rows.getString(2) + rows.getString(3))
                            .codePoints()
                            .filter(OwnCharacters::isOwn)
                            .distinct()
                            .forEach(point -> uses.merge(String.format("%04X", point), 1, Integer::sum));
                }
            }
        }
        return uses;
    }
}
