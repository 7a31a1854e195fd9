// SPDX-FileCopyrightText: Teate contributors
// SPDX-License-Identifier: Apache-2.0
package org.teate.exchange.internal;

import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import javax.transaction.Status;
import javax.transaction.Synchronization;
import javax.transaction.TransactionSynchronizationRegistry;
import org.apache.aries.jpa.template.JpaTemplate;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The transactions that all bundles share, with connections to the one database. */
@Component
public final class JtaTransactions implements Transactions {

    private final JpaTemplate jpa;
    private final DataSource database;
    private final TransactionSynchronizationRegistry registry;

    @Activate
    public JtaTransactions(
            @Reference(target = "(osgi.unit.name=exchange)") JpaTemplate jpa,
            @Reference(target = "(osgi.jndi.service.name=teate)") DataSource database,
            @Reference TransactionSynchronizationRegistry registry) {
        this.jpa = jpa;
        this.database = database;
        this.registry = registry;
    }

    @Override
    public <T> T required(Work<T> work) {
        return jpa.txExpr(entities -> {
            try (Connection connection = database.getConnection()) {
                return work.on(connection);
            } catch (SQLException e) {
                throw new IllegalStateException("The database refused", e);
            }
        });
    }

    @Override
    public <T> T mandatory(Work<T> work) {
        if (registry.getTransactionStatus() != Status.STATUS_ACTIVE) {
            throw new IllegalStateException("Only within a transaction");
        }
        return required(work);
    }

    @Override
    public void afterCommit(Runnable listener) {
        registry.registerInterposedSynchronization(new Synchronization() {
            @Override
            public void beforeCompletion() {
                // nothing is left to write
            }

            @Override
            public void afterCompletion(int status) {
                if (status == Status.STATUS_COMMITTED) {
                    listener.run();
                }
            }
        });
    }
}
