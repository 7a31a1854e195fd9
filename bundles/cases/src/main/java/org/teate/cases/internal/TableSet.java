// SPDX-FileCopyrightText: Teate contributors
// SPDX-License-Identifier: Apache-2.0
package org.teate.cases.internal;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import javax.sql.DataSource;
import org.apache.aries.jpa.template.JpaTemplate;
import org.teate.access.Guard;
import org.teate.exchange.MigrationLayout;
import org.teate.exchange.MigrationPage;

/** A set whose rows are those of one table. */
abstract class TableSet extends CaseSet {

    private final FactTexts texts;
    private final int owner;

    TableSet(MigrationLayout layout, FactTable table, JpaTemplate jpa, DataSource database, Guard guard) {
        super(layout, jpa, database, guard);
        this.texts = new FactTexts(table, layout.items());
        this.owner = layout.items().indexOf(layout.keys().get(0));
    }

    @Override
    final List<List<String>> read(Connection connection, String after, int limit, LocalDate businessDate)
            throws SQLException {
        return MigrationPage.whole(limit, row -> row[owner], most -> texts.after(connection, after, most)).stream()
                .map(List::of)
                .toList();
    }
}
