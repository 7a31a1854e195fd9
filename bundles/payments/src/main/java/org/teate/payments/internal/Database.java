// SPDX-FileCopyrightText: Teate contributors
// SPDX-License-Identifier: Apache-2.0
package org.teate.payments.internal;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import javax.sql.DataSource;
import javax.transaction.Status;
import javax.transaction.Synchronization;
import javax.transaction.TransactionSynchronizationRegistry;
import org.apache.aries.jpa.template.JpaTemplate;
import org.apache.aries.jpa.template.TransactionType;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Transactions, and the connection that belongs to each. Thread-safe. */
@Component(service = Database.class)
public final class Database {

    private final JpaTemplate jpa;
    private final DataSource source;
    private final TransactionSynchronizationRegistry transactions;

    @Activate
    public Database(
            @Reference(target = "(osgi.unit.name=payments)") JpaTemplate jpa,
            @Reference(target = "(osgi.jndi.service.name=teate)") DataSource source,
            @Reference TransactionSynchronizationRegistry transactions) {
        this.jpa = jpa;
        this.source = source;
        this.transactions = transactions;
    }

    /** Does {@code work} in the caller's transaction, or in one of its own if there is none. */
    <T> T tx(Work<T> work) {
        return jpa.txExpr(TransactionType.Required, em -> on(work));
    }

    /** Does {@code work} in a transaction of its own, whatever becomes of the caller's. */
    <T> T apart(Work<T> work) {
        return jpa.txExpr(TransactionType.RequiresNew, em -> on(work));
    }

    /** Does {@code work} once the transaction that is open on this thread is committed; never if it is rolled back. */
    void afterCommit(Runnable work) {
        transactions.registerInterposedSynchronization(new Synchronization() {
            @Override
            public void beforeCompletion() {
                // nothing is left to write
            }

            @Override
            public void afterCompletion(int status) {
                if (status == Status.STATUS_COMMITTED) {
                    work.run();
                }
            }
        });
    }

    /** The driver's own statement: the pool's looks every call for every column up by reflection, three times. */
    static PreparedStatement prepared(Connection connection, String sql) throws SQLException {
        return connection.prepareStatement(sql).unwrap(PreparedStatement.class);
    }

    private <T> T on(Work<T> work) {
        try (Connection connection = source.getConnection()) {
            return work.with(connection);
        } catch (SQLException e) {
            throw new IllegalStateException("The database refused: " + e.getSQLState(), e);
        }
    }

    /** What is done in a transaction. */
    interface Work<T> {

        T with(Connection connection) throws SQLException;
    }
}
