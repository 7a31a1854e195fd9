// SPDX-FileCopyrightText: Teate contributors
// SPDX-License-Identifier: Apache-2.0
package org.teate.payments.internal;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.teate.access.Guard;
import org.teate.access.Permission;
import org.teate.exchange.MigrationLayout;
import org.teate.exchange.MigrationPage;
import org.teate.exchange.MigrationSet;

/** One of the sets about money, handed over to the next system ledger by ledger. */
abstract class MoneySet implements MigrationSet {

    static final int STAGE = 40;

    private final MigrationLayout layout;
    private final Database database;
    private final Guard guard;

    MoneySet(MigrationLayout layout, Database database, Guard guard) {
        this.layout = layout;
        this.database = database;
        this.guard = guard;
    }

    /** Makes texts of a row, one for each item. */
    @FunctionalInterface
    interface Texts {

        List<String> of(ResultSet row) throws SQLException;
    }

    /** See {@link MigrationSet#after}; an empty ledger is before all others. */
    abstract List<List<String>> read(Connection connection, String ledger, int limit) throws SQLException;

    @Override
    public final MigrationLayout layout() {
        return layout;
    }

    @Override
    public final List<List<String>> after(Optional<String> owner, int limit, LocalDate businessDate) {
        guard.require(Permission.MIGRATE);
        return database.tx(connection -> read(connection, owner.orElse(""), limit));
    }

    /** The rows of whole ledgers that a query gives, whose parameters are the last ledger not wanted and how many rows. */
    static List<List<String>> whole(Connection connection, String sql, String after, int limit, Texts texts)
            throws SQLException {
        return MigrationPage.whole(limit, row -> row.get(0), most -> {
            try (PreparedStatement select = Database.prepared(connection, sql)) {
                select.setString(1, after);
                select.setInt(2, most);
                return rows(select, texts);
            }
        });
    }

    static List<List<String>> rows(PreparedStatement select, Texts texts) throws SQLException {
        List<List<String>> found = new ArrayList<>();
        try (ResultSet rows = select.executeQuery()) {
            while (rows.next()) {
                found.add(texts.of(rows));
            }
        }
        return found;
    }

    /** A day as both databases write it, without its hyphens; empty if there is none. */
    static String day(String iso) {
        return iso == null ? "" : iso.replace("-", "");
    }

    static String orEmpty(String text) {
        return text == null ? "" : text;
    }
}
