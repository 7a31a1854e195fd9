// SPDX-FileCopyrightText: Teate contributors
// SPDX-License-Identifier: Apache-2.0
package org.teate.addressing.internal;

import java.sql.Connection;
import java.sql.SQLException;

/** The transactions of this bundle; the seam at which its tests run without a container. */
public interface Transactions {

    /** Work on the database. */
    @FunctionalInterface
    interface Work<T> {

        T on(Connection database) throws SQLException;
    }

    /** Does {@code work} in the caller's transaction, or in one of its own if there is none. */
    <T> T required(Work<T> work);
}
