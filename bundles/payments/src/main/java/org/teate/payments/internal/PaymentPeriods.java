// SPDX-FileCopyrightText: Teate contributors
// SPDX-License-Identifier: Apache-2.0
package org.teate.payments.internal;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Set;

/** The payment months of which there is a payment, six a year: the way to all payments of a ledger. */
final class PaymentPeriods {

    /**
     * The payments P with their payment months M, to be read by ledger: a look into the key for each month. Derby would
     * rather visit every payment; to any other database the hints are comments.
     */
    static final String PAYMENTS_BY_LEDGER = "--DERBY-PROPERTIES joinOrder=FIXED\n PAYMENT_PERIOD M JOIN PAYMENT P"
            + " --DERBY-PROPERTIES constraint=PAYMENT_KEY, joinStrategy=NESTEDLOOP\n"
            + " ON P.BENEFIT_PERIOD = M.BENEFIT_PERIOD";

    private PaymentPeriods() {}

    /** Notes that there are, or will be, payments of these months. */
    static void note(Connection connection, Set<String> months) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement("INSERT INTO PAYMENT_PERIOD (BENEFIT_PERIOD)"
                + " SELECT CAST(? AS VARCHAR(6)) FROM PAYMENT_COUNTER WHERE NOT EXISTS"
                + " (SELECT 1 FROM PAYMENT_PERIOD WHERE BENEFIT_PERIOD = ?)")) {
            for (String month : months) {
                insert.setString(1, month);
                insert.setString(2, month);
                insert.executeUpdate();
            }
        }
    }
}
