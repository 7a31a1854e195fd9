// SPDX-FileCopyrightText: Teate contributors
// SPDX-License-Identifier: Apache-2.0
package org.teate.payments.internal;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;
import org.teate.kernel.Utc;

/**
 * Serials that were drawn together for payments of one month in the order of their ledgers: where to look for a serial.
 *
 * @param firstSerial the first of them
 * @param lastSerial the last of them
 * @param paymentMonth as {@code yyyymm}
 * @param firstLedger the ledger with the first serial
 * @param lastLedger the ledger with the last serial
 * @param readAt when the ledgers were read from which the payments were calculated; empty if they were taken over
 */
record SerialStretch(
        long firstSerial,
        long lastSerial,
        String paymentMonth,
        String firstLedger,
        String lastLedger,
        Optional<Instant> readAt) {

    void insert(Connection connection) throws SQLException {
        try (PreparedStatement insert =
                connection.prepareStatement("INSERT INTO SERIAL_STRETCH (FIRST_SERIAL, LAST_SERIAL, BENEFIT_PERIOD,"
                        + " FIRST_LEDGER, LAST_LEDGER, READ_AT) VALUES (?, ?, ?, ?, ?, ?)")) {
            insert.setLong(1, firstSerial);
            insert.setLong(2, lastSerial);
            insert.setString(3, paymentMonth);
            insert.setString(4, firstLedger);
            insert.setString(5, lastLedger);
            insert.setTimestamp(6, readAt.map(Utc::timestamp).orElse(null));
            insert.executeUpdate();
        }
    }

    /** The stretch in which a serial lies, if it was drawn. */
    static Optional<SerialStretch> of(Connection connection, long serial) throws SQLException {
        String sql = "SELECT FIRST_SERIAL, LAST_SERIAL, BENEFIT_PERIOD, FIRST_LEDGER, LAST_LEDGER, READ_AT"
                + " FROM SERIAL_STRETCH WHERE FIRST_SERIAL <= ? AND LAST_SERIAL >= ?";
        try (PreparedStatement select = connection.prepareStatement(sql)) {
            select.setLong(1, serial);
            select.setLong(2, serial);
            try (ResultSet row = select.executeQuery()) {
                return row.next()
                        ? Optional.of(new SerialStretch(
                                row.getLong(1),
                                row.getLong(2),
                                row.getString(3),
                                row.getString(4),
                                row.getString(5),
                                Optional.ofNullable(row.getTimestamp(6)).map(Utc::instant)))
                        : Optional.empty();
            }
        }
    }
}
