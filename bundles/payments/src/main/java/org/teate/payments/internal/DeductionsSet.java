// SPDX-FileCopyrightText: Teate contributors
// SPDX-License-Identifier: Apache-2.0
package org.teate.payments.internal;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.teate.access.Guard;
import org.teate.exchange.MigrationLayout;
import org.teate.exchange.MigrationSet;
import org.teate.payments.RunState;

/** Hands over what is withheld from payments（M12 徴収）; what a run has withheld is taken once its file is approved. */
@Component(service = MigrationSet.class)
public final class DeductionsSet extends MoneySet {

    private static final MigrationLayout LAYOUT = MigrationLayout.of(
                    "M12",
                    STAGE,
                    "ledgerNumber certificateNumber processedOn appliedOn childAddresseeNumber itemCode decidedOn"
                            + " rejectedOn benefitPeriod seq statusCode fiscalYear amount collectionTerm"
                            + " receiptConfirmedOn specialCollectionMonths rejectReasonCode",
                    "ledgerNumber childAddresseeNumber benefitPeriod seq")
            .counting("statusCode")
            .summing("amount")
            .toldBy("payment.");

    private static final String NEXT = "SELECT D.LEDGER_NUMBER, D.CERTIFICATE_NUMBER, D.PROCESSED_ON, D.APPLIED_ON,"
            + " D.CHILD_ADDRESSEE_NUMBER, D.ITEM_CODE, D.DECIDED_ON, D.REJECTED_ON, D.BENEFIT_PERIOD, D.SEQ,"
            + " CASE WHEN D.STATUS_CODE = '40' AND R.STATE_CODE = '" + RunState.FILE_APPROVED.name()
            + "' THEN '50' ELSE D.STATUS_CODE END, D.FISCAL_YEAR, D.AMOUNT, D.COLLECTION_TERM,"
            + " D.RECEIPT_CONFIRMED_ON, D.SPECIAL_COLLECTION_MONTHS, D.REJECT_REASON_CODE"
            + " FROM --DERBY-PROPERTIES joinOrder=FIXED\n"
            + " DEDUCTION D LEFT JOIN PAYMENT_RUN R"
            + " ON D.PAYMENT_SERIAL BETWEEN R.FIRST_SERIAL AND R.LAST_SERIAL"
            + " WHERE D.LEDGER_NUMBER > ? ORDER BY D.LEDGER_NUMBER FETCH FIRST ? ROWS ONLY";

    @Activate
    public DeductionsSet(@Reference Database database, @Reference Guard guard) {
        super(LAYOUT, database, guard);
    }

    @Override
    List<List<String>> read(Connection connection, String ledgerBefore, int limit) throws SQLException {
        return whole(connection, NEXT, ledgerBefore, limit, DeductionsSet::texts);
    }

    private static List<String> texts(ResultSet row) throws SQLException {
        return List.of(
                row.getString(1),
                row.getString(2),
                day(row.getString(3)),
                day(row.getString(4)),
                row.getString(5),
                row.getString(6),
                day(row.getString(7)),
                day(row.getString(8)),
                row.getString(9),
                row.getString(10),
                row.getString(11),
                row.getString(12),
                row.getString(13),
                row.getString(14),
                day(row.getString(15)),
                row.getString(16).strip(),
                row.getString(17).strip());
    }
}
