// SPDX-FileCopyrightText: Teate contributors
// SPDX-License-Identifier: Apache-2.0
package org.teate.payments.internal;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.teate.ports.bank.Finding;

/** What the checks before sending remarked on the file of a run. */
final class FindingTable {

    private static final String INSERT = "INSERT INTO TRANSFER_FINDING (RUN_NUMBER, ENTRY_NUMBER, CHECK_CODE,"
            + " SERIAL_NUMBER, ITEM, DETAIL) VALUES (?, ?, ?, ?, ?, ?)";
    private static final String SELECT = "SELECT CHECK_CODE, SERIAL_NUMBER, ITEM, DETAIL FROM TRANSFER_FINDING"
            + " WHERE RUN_NUMBER = ? AND ENTRY_NUMBER <= ? ORDER BY ENTRY_NUMBER";
    private static final int LONGEST_CODE = 10;
    private static final int LONGEST_ITEM = 100;
    private static final int LONGEST_DETAIL = 500;
    private static final int BATCH = 2500;

    private FindingTable() {}

    /** The first {@code limit} of a run. */
    static List<Finding> ofRun(Connection connection, long run, int limit) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(SELECT)) {
            select.setLong(1, run);
            select.setInt(2, limit);
            List<Finding> found = new ArrayList<>();
            try (ResultSet rows = select.executeQuery()) {
                while (rows.next()) {
                    found.add(new Finding(
                            rows.getString(1), rows.getLong(2), rows.getString(3), rows.getString(4), false));
                }
            }
            return found;
        }
    }

    /** Enters a run's findings in the place of earlier ones. */
    static void replace(Connection connection, long run, List<Finding> findings) throws SQLException {
        try (PreparedStatement delete =
                connection.prepareStatement("DELETE FROM TRANSFER_FINDING WHERE RUN_NUMBER = ?")) {
            delete.setLong(1, run);
            delete.executeUpdate();
        }
        try (PreparedStatement insert = Database.prepared(connection, INSERT)) {
            insert.setLong(1, run);
            int entry = 0;
            for (Finding finding : findings) {
                insert.setInt(2, ++entry);
                insert.setString(3, cut(finding.code(), LONGEST_CODE));
                insert.setLong(4, finding.serial());
                insert.setString(5, cut(finding.item(), LONGEST_ITEM));
                insert.setString(6, cut(finding.message(), LONGEST_DETAIL));
                insert.addBatch();
                if (entry % BATCH == 0) {
                    insert.executeBatch();
                }
            }
            insert.executeBatch();
        }
    }

    /** The words are the connector's, which knows nothing of our columns. */
    private static String cut(String text, int longest) {
        return text.length() > longest ? text.substring(0, longest) : text;
    }
}
