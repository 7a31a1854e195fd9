// SPDX-FileCopyrightText: Teate contributors
// SPDX-License-Identifier: Apache-2.0
package org.teate.bench.springbatch;

import java.sql.Date;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.springframework.batch.item.ExecutionContext;
import org.springframework.batch.item.ItemStreamReader;
import org.springframework.batch.item.database.JdbcCursorItemReader;

/**
 * Reads recipients with their children through one cursor over the joined tables, a row a child.
 *
 * <p>A restart goes on behind the last recipient of the last chunk that was committed.
 */
final class RecipientReader implements ItemStreamReader<Recipient> {

    private static final String LAST = "recipient.last";
    private static final int FETCH_SIZE = 1_000;

    private record Row(int id, Account account, LocalDate birth) {}

    private final DataSource database;
    private JdbcCursorItemReader<Row> rows;
    private Row next;
    private int last;

    RecipientReader(DataSource database) {
        this.database = database;
    }

    @Override
    public void open(ExecutionContext context) {
        last = context.getInt(LAST, 0);
        int from = last;
        rows = new JdbcCursorItemReader<>();
        rows.setDataSource(database);
        rows.setSaveState(false);
        rows.setVerifyCursorPosition(false);
        rows.setFetchSize(FETCH_SIZE);
        rows.setSql("select r.id, r.bank_code, r.bank_kana, r.branch_code, r.branch_kana, r.account_type,"
                + " r.account_number, r.holder_kana, c.birth"
                + " from recipient r join child c on c.recipient_id = r.id where r.id > ? order by r.id, c.birth");
        rows.setPreparedStatementSetter(statement -> statement.setInt(1, from));
        rows.setRowMapper((row, number) -> new Row(row.getInt(1), accountIn(row), birthIn(row)));
        rows.open(new ExecutionContext());
        next = null;
    }

    @Override
    public Recipient read() throws Exception {
        Row first = next == null ? rows.read() : next;
        if (first == null) {
            return null;
        }
        List<LocalDate> births = new ArrayList<>();
        for (next = first; next != null && next.id() == first.id(); next = rows.read()) {
            births.add(next.birth());
        }
        last = first.id();
        return new Recipient(first.id(), first.account(), births);
    }

    @Override
    public void update(ExecutionContext context) {
        context.putInt(LAST, last);
    }

    @Override
    public void close() {
        rows.close();
    }

    private static LocalDate birthIn(ResultSet row) throws SQLException {
        return row.getObject(9, Date.class).toLocalDate();
    }

    /** The account that stands in the columns two to eight. */
    static Account accountIn(ResultSet row) throws SQLException {
        return new Account(
                row.getString(2),
                row.getString(3),
                row.getString(4),
                row.getString(5),
                row.getString(6),
                row.getString(7),
                row.getString(8));
    }
}
