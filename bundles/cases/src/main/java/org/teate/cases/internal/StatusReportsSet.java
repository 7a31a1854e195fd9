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

/** Hands over the yearly status reports（M09 現況届）. */
@Component(service = MigrationSet.class)
public final class StatusReportsSet extends TableSet {

    private static final MigrationLayout LAYOUT = MigrationLayout.of(
                    "M09", STAGE, "ledgerNumber fiscalYear statusCode reportDue submittedOn", "ledgerNumber fiscalYear")
            .counting("statusCode");

    @Activate
    public StatusReportsSet(
            @Reference(target = "(osgi.unit.name=cases)") JpaTemplate jpa,
            @Reference(target = "(osgi.jndi.service.name=teate)") DataSource database,
            @Reference Guard guard) {
        super(LAYOUT, StatusReports.STATUS_REPORT, jpa, database, guard);
    }
}
