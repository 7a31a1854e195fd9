// SPDX-FileCopyrightText: Teate contributors
// SPDX-License-Identifier: Apache-2.0
package org.teate.exchange.internal;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import org.teate.kernel.Utc;

/** Data files that lie ready without their manifest; works in the connection's transaction. */
final class UnannouncedFiles {

    /** When the file was first seen without manifest: now, if it was not before. */
    Instant since(Connection database, String name, Instant now) throws SQLException {
        try (PreparedStatement query =
                database.prepareStatement("SELECT SEEN_AT FROM UNANNOUNCED_FILE WHERE FILE_NAME = ?")) {
            query.setString(1, name);
            try (ResultSet row = query.executeQuery()) {
                if (row.next()) {
                    return Utc.instant(row.getTimestamp(1));
                }
            }
        }
        try (PreparedStatement insert =
                database.prepareStatement("INSERT INTO UNANNOUNCED_FILE (FILE_NAME, SEEN_AT) VALUES (?, ?)")) {
            insert.setString(1, name);
            insert.setTimestamp(2, Utc.timestamp(now));
            insert.executeUpdate();
        }
        return now;
    }

    /** The manifest has come. */
    int forget(Connection database, String name) throws SQLException {
        try (PreparedStatement delete = database.prepareStatement("DELETE FROM UNANNOUNCED_FILE WHERE FILE_NAME = ?")) {
            delete.setString(1, name);
            return delete.executeUpdate();
        }
    }
}
