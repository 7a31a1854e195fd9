// SPDX-FileCopyrightText: Teate contributors
// SPDX-License-Identifier: Apache-2.0
package org.teate.cases.internal;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.teate.cases.internal.LedgerSet.Chunk;
import org.teate.cases.internal.Reading.Values;
import org.teate.exchange.Taken;

/** Records that each become one row about a ledger that is known. */
class LedgerChunk implements Chunk {

    private final KnownLedgers ledgers;
    private final FactTable.Writer writer;

    LedgerChunk(Connection connection, FactTable table, String key, List<Values> records, Instant now)
            throws SQLException {
        ledgers = KnownLedgers.of(connection, LedgerSet.all(records, "ledgerNumber"));
        writer = table.open(connection, LedgerSet.all(records, key), now);
    }

    /** Why a record is refused whose ledger is known, if it is. */
    Optional<Taken> refusal(Values record) {
        return Optional.empty();
    }

    @Override
    public final Taken take(Values record) throws SQLException {
        Optional<Taken> refusal = ledgers.refuses(record.text("ledgerNumber")).or(() -> refusal(record));
        return refusal.isPresent() ? refusal.get() : writer.put(record);
    }

    @Override
    public final void flush() throws SQLException {
        writer.flush();
    }

    @Override
    public final void close() throws SQLException {
        writer.close();
    }
}
