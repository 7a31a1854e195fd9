// SPDX-FileCopyrightText: Teate contributors
// SPDX-License-Identifier: Apache-2.0
package org.teate.bench.springbatch;

import java.util.ArrayDeque;
import java.util.Queue;
import javax.sql.DataSource;
import org.springframework.batch.item.ExecutionContext;
import org.springframework.batch.item.ItemStreamReader;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Reads the payments of one run by ranges of their key.
 *
 * <p>Not through a cursor: on Derby an open cursor on the payments keeps the writer from setting their status until the
 * lock times out. A restart goes on behind the last payment of the last chunk that was committed.
 */
final class PaymentReader implements ItemStreamReader<Payment> {

    private static final String LAST = "payment.last";

    private final JdbcTemplate jdbc;
    private final long run;
    private final int range;
    private final Queue<Payment> page = new ArrayDeque<>();
    private int end;
    private int from;
    private int last;

    PaymentReader(DataSource database, long run, int range) {
        this.jdbc = new JdbcTemplate(database);
        this.run = run;
        this.range = range;
    }

    @Override
    public void open(ExecutionContext context) {
        last = context.getInt(LAST, 0);
        from = last;
        page.clear();
        Integer greatest =
                jdbc.queryForObject("select max(recipient_id) from payment where run_id = ?", Integer.class, run);
        end = greatest == null ? 0 : greatest;
    }

    @Override
    public Payment read() {
        while (page.isEmpty() && from < end) {
            turn();
        }
        Payment payment = page.poll();
        if (payment != null) {
            last = payment.recipientId();
        }
        return payment;
    }

    @Override
    public void update(ExecutionContext context) {
        context.putInt(LAST, last);
    }

    private void turn() {
        int to = from + range;
        page.addAll(jdbc.query(
                "select r.id, r.bank_code, r.bank_kana, r.branch_code, r.branch_kana, r.account_type,"
                        + " r.account_number, r.holder_kana, p.first_month, p.second_month"
                        + " from payment p join recipient r on r.id = p.recipient_id"
                        + " where p.run_id = ? and p.recipient_id > ? and p.recipient_id <= ?"
                        + " and r.id > ? and r.id <= ? order by p.recipient_id",
                (row, number) ->
                        new Payment(row.getInt(1), RecipientReader.accountIn(row), row.getInt(9), row.getInt(10)),
                run,
                from,
                to,
                from,
                to));
        from = to;
    }
}
