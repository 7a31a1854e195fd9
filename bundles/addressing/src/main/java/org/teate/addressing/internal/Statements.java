// SPDX-FileCopyrightText: Teate contributors
// SPDX-License-Identifier: Apache-2.0
package org.teate.addressing.internal;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;

/** Statements that are used for many rows. */
final class Statements {

    private Statements() {}

    /** The driver's own statement: the pool's looks every call for every column up by reflection, three times. */
    static PreparedStatement prepared(Connection connection, String sql) throws SQLException {
        return connection.prepareStatement(sql).unwrap(PreparedStatement.class);
    }
}
