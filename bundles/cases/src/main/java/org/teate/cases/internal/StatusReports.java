// SPDX-FileCopyrightText: Teate contributors
// SPDX-License-Identifier: Apache-2.0
package org.teate.cases.internal;

import static org.teate.cases.internal.FactTable.column;
import static org.teate.cases.internal.Layout.item;
import static org.teate.cases.internal.Layout.optional;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.teate.cases.ReportState;
import org.teate.cases.internal.Reading.Values;
import org.teate.exchange.FeedHandler;

/** Takes in the yearly status reports（M09 現況届）. */
@Component(service = FeedHandler.class)
public final class StatusReports extends LedgerSet {

    private static final Layout LAYOUT = Layout.of(
            item("ledgerNumber", Form.LEDGER),
            item("fiscalYear", Form.number(1972, 9999)),
            item("statusCode", Form.code(ReportState.class, "現況届状態")),
            optional("reportDue", Form.DAY),
            optional("submittedOn", Form.DAY));

    static final FactTable STATUS_REPORT = FactTable.ofFacts(
            "STATUS_REPORT",
            LAYOUT,
            List.of(column("LEDGER_NUMBER", "ledgerNumber"), column("FISCAL_YEAR", "fiscalYear")),
            List.of(
                    column("STATE", "statusCode"),
                    column("DUE_ON", "reportDue"),
                    column("SUBMITTED_ON", "submittedOn")));

    @Activate
    public StatusReports(@Reference LedgerDesk desk) {
        super("M09", LAYOUT, desk);
    }

    @Override
    Chunk open(Connection connection, List<Values> records, Instant now) throws SQLException {
        return new LedgerChunk(connection, STATUS_REPORT, "ledgerNumber", records, now);
    }
}
