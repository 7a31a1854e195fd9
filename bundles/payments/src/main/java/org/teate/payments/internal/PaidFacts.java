// SPDX-FileCopyrightText: Teate contributors
// SPDX-License-Identifier: Apache-2.0
package org.teate.payments.internal;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import org.teate.ports.Message;
import org.teate.ports.welfare.Fact;

/** What the welfare system is told of a run whose file was approved: who was paid how much for which months. */
final class PaidFacts {

    /** Of one message, so that a run of a large city is some hundred messages and not a hundred thousand. */
    private static final int PAYMENTS = 200;

    private static final String SUBJECT = "payments";

    private static final String PAID =
            "SELECT LEDGER_NUMBER, ADDRESSEE_NUMBER, FROM_MONTH, TO_MONTH, PAID_AMOUNT FROM PAYMENT"
                    + " --DERBY-PROPERTIES constraint=PAYMENT_KEY\n"
                    + " WHERE BENEFIT_PERIOD = ? AND RUN_NUMBER = ? AND PAID_AMOUNT > 0 ORDER BY LEDGER_NUMBER, SEQ";

    private final RunTable.Row run;
    private final List<Message> messages = new ArrayList<>();
    private final List<String> payments = new ArrayList<>();

    private PaidFacts(RunTable.Row run) {
        this.run = run;
    }

    static List<Message> of(Connection connection, RunTable.Row run) throws SQLException {
        PaidFacts facts = new PaidFacts(run);
        try (PreparedStatement select = connection.prepareStatement(PAID)) {
            select.setString(1, Columns.month(run.paymentMonth()));
            select.setLong(2, run.number());
            try (ResultSet rows = select.executeQuery()) {
                while (rows.next()) {
                    facts.add(rows);
                }
            }
        }
        facts.close();
        return facts.messages;
    }

    private void add(ResultSet payment) throws SQLException {
        payments.add(
                "{\"ledgerNumber\":\"%s\",\"addresseeNumber\":\"%s\",\"fromMonth\":\"%s\",\"toMonth\":\"%s\",\"yen\":%d}"
                        .formatted(
                                payment.getString(1),
                                payment.getString(2),
                                payment.getString(3),
                                payment.getString(4),
                                payment.getLong(5)));
        if (payments.size() == PAYMENTS) {
            close();
        }
    }

    private void close() {
        if (payments.isEmpty()) {
            return;
        }
        String runKey = "run-" + run.number();
        // numbers and codes only, so nothing needs escaping
        String body = "{\"runKey\":\"%s\",\"paymentMonth\":\"%s\",\"paidOn\":\"%s\",\"payments\":[%s]}"
                .formatted(
                        runKey,
                        Columns.month(run.paymentMonth()),
                        run.payday().format(DateTimeFormatter.BASIC_ISO_DATE),
                        String.join(",", payments));
        messages.add(new Message(
                "%s-%05d".formatted(runKey, messages.size() + 1), Fact.SYSTEM, SUBJECT, Fact.PAID.kind(), body));
        payments.clear();
    }
}
