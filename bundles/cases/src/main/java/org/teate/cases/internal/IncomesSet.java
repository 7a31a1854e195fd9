// SPDX-FileCopyrightText: Teate contributors
// SPDX-License-Identifier: Apache-2.0
package org.teate.cases.internal;

import javax.sql.DataSource;
import org.apache.aries.jpa.template.JpaTemplate;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.teate.access.Guard;
import org.teate.exchange.MigrationLayout;
import org.teate.exchange.MigrationSet;

/** Hands over the assessed incomes（M08 所得）. */
@Component(service = MigrationSet.class)
public final class IncomesSet extends TableSet {

    private static final MigrationLayout LAYOUT = MigrationLayout.of(
                    "M08",
                    STAGE,
                    "ledgerNumber addresseeNumber role taxYear version totalIncome deductions judgedIncome limitClass judgedOn"
                            + " source",
                    "addresseeNumber taxYear version")
            .counting("role");

    @Activate
    public IncomesSet(
            @Reference(target = "(osgi.unit.name=cases)") JpaTemplate jpa,
            @Reference(target = "(osgi.jndi.service.name=teate)") DataSource database,
            @Reference Guard guard) {
        super(LAYOUT, Incomes.INCOME_ASSESSMENT, jpa, database, guard);
    }
}
