// SPDX-FileCopyrightText: Teate contributors
// SPDX-License-Identifier: Apache-2.0
package org.teate.addressing.internal;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.teate.access.Guard;
import org.teate.access.Permission;
import org.teate.exchange.MigrationLayout;
import org.teate.exchange.MigrationSet;

/** One of the sets about people, handed over to the next system. */
abstract class PersonSet implements MigrationSet {

    /** The people A who are handed over: those whom the ledger names, and who lives with one of them. */
    static final String HANDED_OVER =
            "(A.IN_LEDGER = TRUE OR EXISTS (SELECT 1 FROM --DERBY-PROPERTIES joinOrder=FIXED\n"
                    + " HOUSEHOLD_MEMBER OWN --DERBY-PROPERTIES constraint=HOUSEHOLD_MEMBER_KEY\n,"
                    + " HOUSEHOLD_MEMBER MATE --DERBY-PROPERTIES index=HOUSEHOLD_MEMBER_BY_HOUSEHOLD\n,"
                    + " ADDRESSEE NAMED --DERBY-PROPERTIES constraint=ADDRESSEE_KEY\n"
                    + " WHERE OWN.ADDRESSEE_NUMBER = A.ADDRESSEE_NUMBER"
                    + " AND OWN.SUPERSEDED_AT IS NULL AND OWN.VALID_TO IS NULL"
                    + " AND MATE.HOUSEHOLD_NUMBER = OWN.HOUSEHOLD_NUMBER"
                    + " AND MATE.SUPERSEDED_AT IS NULL AND MATE.VALID_TO IS NULL"
                    + " AND NAMED.ADDRESSEE_NUMBER = MATE.ADDRESSEE_NUMBER AND NAMED.IN_LEDGER = TRUE))";

    private static final String NEXT = "SELECT A.* FROM ADDRESSEE A --DERBY-PROPERTIES constraint=ADDRESSEE_KEY\n"
            + " WHERE A.ADDRESSEE_NUMBER > ? AND " + HANDED_OVER
            + " ORDER BY A.ADDRESSEE_NUMBER FETCH FIRST ? ROWS ONLY";

    private final MigrationLayout layout;
    private final Transactions transactions;
    private final Guard guard;

    PersonSet(MigrationLayout layout, Transactions transactions, Guard guard) {
        this.layout = layout;
        this.transactions = transactions;
        this.guard = guard;
    }

    /** See {@link MigrationSet#after}; an empty owner is before all others. */
    abstract List<List<String>> read(Connection database, String owner, int limit) throws SQLException;

    @Override
    public final MigrationLayout layout() {
        return layout;
    }

    @Override
    public final List<List<String>> after(Optional<String> owner, int limit, LocalDate businessDate) {
        return permitted(database -> read(database, owner.orElse(""), limit));
    }

    /** Does {@code work} if the one who acts may migrate. */
    final <T> T permitted(Transactions.Work<T> work) {
        guard.require(Permission.MIGRATE);
        return transactions.required(work);
    }

    /** The next people, by number. */
    static TreeMap<String, Image> people(Connection database, String after, int most) throws SQLException {
        TreeMap<String, Image> people = new TreeMap<>();
        try (var query = database.prepareStatement(NEXT)) {
            query.setString(1, after);
            query.setInt(2, most);
            try (var rows = query.executeQuery()) {
                while (rows.next()) {
                    people.put(rows.getString("ADDRESSEE_NUMBER"), AddresseeTable.read(rows));
                }
            }
        }
        return people;
    }

    static String text(Optional<LocalDate> day) {
        return day.map(PersonSet::text).orElse("");
    }

    static String text(LocalDate day) {
        return day.format(DateTimeFormatter.BASIC_ISO_DATE);
    }

    static String flag(boolean set) {
        return set ? "1" : "0";
    }
}
