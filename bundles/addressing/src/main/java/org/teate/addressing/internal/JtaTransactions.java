// SPDX-FileCopyrightText: Teate contributors
// SPDX-License-Identifier: Apache-2.0
package org.teate.addressing.internal;

import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.apache.aries.jpa.template.JpaTemplate;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The transactions that all bundles share, with connections to the one database. */
@Component
public final class JtaTransactions implements Transactions {

    private final JpaTemplate jpa;
    private final DataSource database;

    @Activate
    public JtaTransactions(
            @Reference(target = "(osgi.unit.name=addressing)") JpaTemplate jpa,
            @Reference(target = "(osgi.jndi.service.name=teate)") DataSource database) {
        this.jpa = jpa;
        this.database = database;
    }

    @Override
    public <T> T required(Work<T> work) {
        return jpa.txExpr(entities -> {
            try (Connection connection = database.getConnection()) {
                return work.on(connection);
            } catch (SQLException e) {
                throw new IllegalStateException("The database refused the work of addressing", e);
            }
        });
    }
}
