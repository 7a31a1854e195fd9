// SPDX-FileCopyrightText: Teate contributors
// SPDX-License-Identifier: Apache-2.0
package org.teate.cases.internal;

import java.sql.Connection;
import java.sql.Date;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;
import org.teate.cases.Decision;
import org.teate.cases.EndReason;
import org.teate.cases.Entitlement;
import org.teate.kernel.LedgerNumber;
import org.teate.kernel.Utc;

/** The pages of the ledger as a decision reads and supersedes them. */
final class EntitlementTable {

    private static final String CURRENT = "SELECT " + LedgerRows.COLUMNS + " FROM " + IndexHint.byKey("ENTITLEMENT")
            + " WHERE LEDGER_NUMBER = ? AND SUPERSEDED_AT IS NULL";

    /** What no decision of Teate's changes goes from row to row. */
    private static final String KEPT =
            "CERTIFICATE_NUMBER, ADDRESSEE_NUMBER, RECIPIENT_KIND, PAYMENT_METHOD, VALID_FROM,"
                    + " CLAIMED_ON, EVENT_ON, COMPLETE_ON, PROCESSED_ON, CERTIFIED_ON, ENTERED_ON, FOREIGNER_KIND,"
                    + " LAST_REPORT_YEAR, DONATES, SPECIALLY_COLLECTED, COLLECTED";

    private static final String SUPERSEDE =
            "UPDATE ENTITLEMENT SET SUPERSEDED_AT = ? WHERE LEDGER_NUMBER = ? AND REVISION = ?";

    private static final String SUCCEED =
            "INSERT INTO ENTITLEMENT (LEDGER_NUMBER, REVISION, STATUS, VALID_TO, ENDED_ON,"
                    + " END_REASON, HOLD_CODE, HOLD_FROM, DECISION_SEQUENCE, DECIDED_ON, RECORDED_AT, " + KEPT + ")"
                    + " SELECT LEDGER_NUMBER, REVISION + 1, CAST(? AS CHAR(2)), CAST(? AS CHAR(6)), CAST(? AS DATE),"
                    + " CAST(? AS CHAR(3)), CAST(? AS CHAR(2)), CAST(? AS CHAR(6)), CAST(? AS INTEGER), CAST(? AS DATE),"
                    + " CAST(? AS TIMESTAMP), " + KEPT + " FROM " + IndexHint.byKey("ENTITLEMENT")
                    + " WHERE LEDGER_NUMBER = ? AND REVISION = ?";

    private EntitlementTable() {}

    static Optional<Entitlement> current(Connection connection, LedgerNumber ledger) throws SQLException {
        return Database.list(connection, CURRENT, LedgerRows::entitlement, ledger.value()).stream()
                .findFirst();
    }

    /** Supersedes the current row by {@code next}, which {@code decision} has brought about. */
    static void supersede(Connection connection, Entitlement next, Decision decision, Instant now) throws SQLException {
        String ledger = next.ledger().value();
        int revision = Database.list(
                        connection,
                        "SELECT REVISION FROM " + IndexHint.byKey("ENTITLEMENT")
                                + " WHERE LEDGER_NUMBER = ? AND SUPERSEDED_AT IS NULL",
                        row -> row.getInt(1),
                        ledger)
                .get(0);
        Database.update(connection, SUPERSEDE, Utc.timestamp(now), ledger, revision);
        Database.update(
                connection,
                SUCCEED,
                next.status().code(),
                next.lastMonth().map(Yyyymm::text).orElse(null),
                next.endedOn().map(Date::valueOf).orElse(null),
                next.endReason().map(EndReason::code).orElse(null),
                next.hold().code(),
                next.holdFrom().map(Yyyymm::text).orElse(null),
                decision.sequence(),
                Date.valueOf(decision.decidedOn()),
                Utc.timestamp(now),
                ledger,
                revision);
    }
}
