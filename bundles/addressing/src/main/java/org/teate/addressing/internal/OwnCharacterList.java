// SPDX-FileCopyrightText: Teate contributors
// SPDX-License-Identifier: Apache-2.0
package org.teate.addressing.internal;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.teate.access.AuditTrail;
import org.teate.access.Deed;
import org.teate.access.Guard;
import org.teate.access.Permission;
import org.teate.exchange.FeedHandler;
import org.teate.exchange.Taken;
import org.teate.kernel.Utc;
import org.teate.ports.FeedRecord;

/** Takes what the city's own characters stand for, M15 (外字); before the people whose names have them. */
@Component
public final class OwnCharacterList implements FeedHandler {

    private static final String INTERFACE = "M15";
    private static final Pattern CODE = Pattern.compile("E[0-6][0-9A-F]{2}|E7[0-4][0-9A-F]|E75[0-7]");

    private final Transactions transactions;
    private final Guard guard;
    private final AuditTrail trail;
    private final Clock clock;

    @Activate
    public OwnCharacterList(
            @Reference Transactions transactions,
            @Reference Guard guard,
            @Reference AuditTrail trail,
            @Reference Clock clock) {
        this.transactions = transactions;
        this.guard = guard;
        this.trail = trail;
        this.clock = clock;
    }

    @Override
    public String interfaceId() {
        return INTERFACE;
    }

    @Override
    public int stage() {
        return Stage.MASTERS;
    }

    @Override
    public List<Taken> take(List<FeedRecord> records) {
        guard.require(Permission.EXCHANGE_IMPORT);
        return transactions.required(database -> take(database, records));
    }

    /** A character of the city's own. */
    private record OwnCharacter(String code, String text, String fallback, int usedCount) {}

    private List<Taken> take(Connection database, List<FeedRecord> records) throws SQLException {
        Map<String, OwnCharacter> held = load(database, records);
        List<OwnCharacter> news = new ArrayList<>();
        List<Taken> answers = new ArrayList<>();
        for (FeedRecord record : records) {
            Fields fields = new Fields(record);
            OwnCharacter character = read(fields);
            if (fields.refused().isPresent()) {
                answers.add(fields.refused().get());
            } else if (character.equals(held.put(character.code(), character))) {
                answers.add(Taken.UNCHANGED);
            } else {
                news.add(character);
                answers.add(Taken.APPLIED);
            }
        }
        save(database, news);
        return answers;
    }

    private static OwnCharacter read(Fields fields) {
        String code = fields.raw("puaCode");
        if (!CODE.matcher(code).matches()) {
            fields.refuse("puaCode", "E201", "E000～E757の16進数4桁ではありません");
        }
        return new OwnCharacter(
                code,
                fields.required("text", 20),
                fields.optional("cp932Fallback", 4),
                fields.number("usedCount", 99_999_999));
    }

    private static Map<String, OwnCharacter> load(Connection database, List<FeedRecord> records) throws SQLException {
        Map<String, OwnCharacter> held = new HashMap<>();
        KeyedQuery.forEach(
                database,
                "SELECT CODE_POINT, CHARACTER_TEXT, FALLBACK, USED_COUNT FROM OWN_CHARACTER WHERE CODE_POINT IN",
                records.stream().map(record -> record.get("puaCode")).distinct().toList(),
                row -> held.put(
                        row.getString(1),
                        new OwnCharacter(row.getString(1), row.getString(2), row.getString(3), row.getInt(4))));
        return held;
    }

    private void save(Connection database, List<OwnCharacter> news) throws SQLException {
        Timestamp now = Utc.timestamp(clock.instant());
        try (PreparedStatement delete =
                        Statements.prepared(database, "DELETE FROM OWN_CHARACTER WHERE CODE_POINT = ?");
                PreparedStatement insert = Statements.prepared(
                        database,
                        "INSERT INTO OWN_CHARACTER (CODE_POINT,"
                                + " CHARACTER_TEXT, FALLBACK, USED_COUNT, RECORDED_AT) VALUES (?, ?, ?, ?, ?)")) {
            for (OwnCharacter character : news) {
                new Columns(delete).text(character.code());
                delete.executeUpdate();
                new Columns(insert)
                        .text(character.code())
                        .text(character.text())
                        .text(character.fallback())
                        .number(character.usedCount())
                        .at(now);
                insert.executeUpdate();
            }
        }
        trail.changed(news.stream()
                .map(character -> Deed.of("character.enter", character.code(), ""))
                .toList());
    }
}
