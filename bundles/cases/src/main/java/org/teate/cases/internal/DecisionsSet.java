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

/** Hands over every decision, those made before Teate and those made here（M06 認定・改定・消滅）. */
@Component(service = MigrationSet.class)
public final class DecisionsSet extends TableSet {

    private static final MigrationLayout LAYOUT = MigrationLayout.of(
                    "M06",
                    STAGE,
                    "ledgerNumber seq eventKind revisionKind eventDate claimedOn decidedOn startMonth beforeAmount afterAmount"
                            + " beforeChildren afterChildren reasonCode",
                    "ledgerNumber seq")
            .counting("eventKind")
            .toldBy("entitlement.");

    @Activate
    public DecisionsSet(
            @Reference(target = "(osgi.unit.name=cases)") JpaTemplate jpa,
            @Reference(target = "(osgi.jndi.service.name=teate)") DataSource database,
            @Reference Guard guard) {
        super(LAYOUT, DecisionHistory.DECISION, jpa, database, guard);
    }
}
