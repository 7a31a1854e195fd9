// SPDX-FileCopyrightText: Teate contributors
// SPDX-License-Identifier: Apache-2.0
package org.teate.cases.internal;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.teate.cases.internal.Reading.Flaw;
import org.teate.cases.internal.Reading.Values;
import org.teate.exchange.FeedHandler;
import org.teate.exchange.Taken;
import org.teate.ports.FeedRecord;

/** Takes in one of the migration sets that fill the ledger. */
abstract class LedgerSet implements FeedHandler {

    private static final int STAGE = 30;

    private final String interfaceId;
    private final Layout layout;
    private final LedgerDesk desk;

    LedgerSet(String interfaceId, Layout layout, LedgerDesk desk) {
        this.interfaceId = interfaceId;
        this.layout = layout;
        this.desk = desk;
    }

    /** Makes ready for records that have the right form. */
    abstract Chunk open(Connection connection, List<Values> records, Instant now) throws SQLException;

    @Override
    public final String interfaceId() {
        return interfaceId;
    }

    @Override
    public final int stage() {
        return STAGE;
    }

    @Override
    public final List<Taken> take(List<FeedRecord> records) {
        List<Reading> readings = records.stream().map(layout::read).toList();
        List<Values> wellFormed = readings.stream()
                .filter(Values.class::isInstance)
                .map(Values.class::cast)
                .toList();
        try (Connection connection = desk.connect();
                Chunk chunk = open(connection, wellFormed, desk.now())) {
            List<Taken> answers = new ArrayList<>(readings.size());
            for (Reading reading : readings) {
                answers.add(reading instanceof Values values ? chunk.take(values) : ((Flaw) reading).refusal());
            }
            chunk.flush();
            if (!records.isEmpty()) {
                long applied = answers.stream().filter(Taken.APPLIED::equals).count();
                desk.taken(interfaceId, records.get(0).line(), applied);
            }
            return answers;
        } catch (SQLException e) {
            throw new IllegalStateException("Cannot write the records of " + interfaceId, e);
        }
    }

    static Taken.Refused refusal(String item, String code, String message) {
        return new Taken.Refused(item, code, message);
    }

    /** The values of an item in all records that have it. */
    static List<String> all(List<Values> records, String item) {
        return records.stream()
                .filter(record -> record.has(item))
                .map(record -> record.text(item))
                .toList();
    }

    /** The records of one call, with what the database holds about them. */
    interface Chunk extends AutoCloseable {

        Taken take(Values record) throws SQLException;

        void flush() throws SQLException;

        @Override
        void close() throws SQLException;
    }
}
