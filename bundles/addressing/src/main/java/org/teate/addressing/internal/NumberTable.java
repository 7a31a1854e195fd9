// SPDX-FileCopyrightText: Teate contributors
// SPDX-License-Identifier: Apache-2.0
package org.teate.addressing.internal;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Timestamp;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.teate.kernel.AddresseeNumber;
import org.teate.kernel.IndividualNumber;

/** The only table with Individual Numbers. */
final class NumberTable {

    private static final String COLUMNS = "ADDRESSEE_NUMBER, SEQ, SEALED, BLIND_INDEX, KEY_ID, VALID_FROM, VALID_TO";
    private static final String SELECT = "SELECT " + COLUMNS + " FROM INDIVIDUAL_NUMBER ";
    // Derby chooses its way while the table is still empty and keeps to a scan; elsewhere these are comments
    private static final String OF_PEOPLE =
            SELECT + "--DERBY-PROPERTIES constraint=INDIVIDUAL_NUMBER_KEY\n WHERE ADDRESSEE_NUMBER IN";
    private static final String IN_FORCE = SELECT
            + "--DERBY-PROPERTIES index=INDIVIDUAL_NUMBER_BY_BLIND_INDEX\n WHERE VALID_TO IS NULL AND BLIND_INDEX IN";

    private static final String OF_LEDGER = "SELECT N.ADDRESSEE_NUMBER, N.SEQ, N.SEALED, N.BLIND_INDEX, N.KEY_ID,"
            + " N.VALID_FROM, N.VALID_TO FROM --DERBY-PROPERTIES joinOrder=FIXED\n"
            + " INDIVIDUAL_NUMBER N --DERBY-PROPERTIES constraint=INDIVIDUAL_NUMBER_KEY\n"
            + " JOIN ADDRESSEE A --DERBY-PROPERTIES constraint=ADDRESSEE_KEY\n"
            + " ON A.ADDRESSEE_NUMBER = N.ADDRESSEE_NUMBER"
            + " WHERE N.ADDRESSEE_NUMBER > ? AND N.VALID_TO IS NULL AND A.IN_LEDGER = TRUE"
            + " ORDER BY N.ADDRESSEE_NUMBER FETCH FIRST ? ROWS ONLY";

    private final NumberVault vault;

    NumberTable(NumberVault vault) {
        this.vault = vault;
    }

    /** A row; in force as long as {@code to} is empty. */
    record Entry(String person, int seq, NumberVault.Sealed sealed, LocalDate from, Optional<LocalDate> to) {

        Entry until(LocalDate lastDay) {
            return new Entry(person, seq, sealed, from, Optional.of(lastDay));
        }

        /** What the sealed number is bound to. */
        String row() {
            return row(person, seq);
        }

        static String row(String person, int seq) {
            return "INDIVIDUAL_NUMBER.SEALED:" + person + ":" + seq;
        }
    }

    /** Opens the vault; must come before everything else. */
    void unlock(Connection database) {
        vault.unlock(() -> isEmpty(database));
    }

    boolean holds(Connection database, AddresseeNumber person) throws SQLException {
        return inForce(database, person).isPresent();
    }

    Optional<IndividualNumber> numberOf(Connection database, AddresseeNumber person) throws SQLException {
        Optional<Entry> entry = inForce(database, person);
        if (entry.isPresent()) {
            unlock(database);
        }
        return entry.map(held -> vault.open(held.sealed(), held.row()));
    }

    /** Who has the number now. */
    Optional<AddresseeNumber> find(Connection database, IndividualNumber number) throws SQLException {
        unlock(database);
        return inForce(database, vault.blindIndexes(number)).values().stream().findFirst();
    }

    /** All rows of each of the people, oldest first. */
    Map<String, List<Entry>> load(Connection database, Collection<String> people) throws SQLException {
        Map<String, List<Entry>> entries = new HashMap<>();
        KeyedQuery.forEach(database, OF_PEOPLE, people, row -> entries.computeIfAbsent(
                        row.getString("ADDRESSEE_NUMBER"), person -> new ArrayList<>())
                .add(read(row)));
        entries.values().forEach(ofOne -> ofOne.sort(Comparator.comparingInt(Entry::seq)));
        return entries;
    }

    /** Takes a number in the open. */
    @FunctionalInterface
    interface NumberTaker {

        void take(Entry entry, IndividualNumber number);
    }

    /** Shows the numbers in force of the next people whom the ledger names; the vault must be unlocked. */
    void ofLedger(Connection database, String after, int most, NumberTaker taker) throws SQLException {
        try (PreparedStatement query = database.prepareStatement(OF_LEDGER)) {
            query.setString(1, after);
            query.setInt(2, most);
            try (ResultSet rows = query.executeQuery()) {
                while (rows.next()) {
                    Entry entry = read(rows);
                    taker.take(entry, vault.open(entry.sealed(), entry.row()));
                }
            }
        }
    }

    /** Who has a number now, by blind index. */
    Map<String, AddresseeNumber> inForce(Connection database, Collection<String> blindIndexes) throws SQLException {
        Map<String, AddresseeNumber> holders = new HashMap<>();
        KeyedQuery.forEach(
                database,
                IN_FORCE,
                blindIndexes,
                row -> holders.put(
                        row.getString("BLIND_INDEX"), AddresseeNumber.of(row.getString("ADDRESSEE_NUMBER"))));
        return holders;
    }

    Entry entry(AddresseeNumber person, int seq, IndividualNumber number, LocalDate from) {
        NumberVault.Sealed sealed = vault.seal(number, Entry.row(person.value(), seq));
        return new Entry(person.value(), seq, sealed, from, Optional.empty());
    }

    /** How a number that is held can be indexed; the vault must be unlocked. */
    List<String> blindIndexes(IndividualNumber number) {
        return vault.blindIndexes(number);
    }

    /** Adds rows, and then ends those in {@code ended} on their last day. */
    void save(Connection database, List<Entry> added, List<Entry> ended, Timestamp now) throws SQLException {
        try (PreparedStatement insert = Statements.prepared(
                database,
                "INSERT INTO INDIVIDUAL_NUMBER (" + COLUMNS + ", RECORDED_AT) VALUES (?, ?, ?, ?, ?, ?, ?, ?)")) {
            for (Entry entry : added) {
                new Columns(insert)
                        .text(entry.person())
                        .number(entry.seq())
                        .text(entry.sealed().text())
                        .text(entry.sealed().blindIndex())
                        .text(entry.sealed().keyId())
                        .day(entry.from())
                        .day(entry.to())
                        .at(now);
                insert.addBatch();
            }
            insert.executeBatch();
        }
        try (PreparedStatement update = Statements.prepared(
                database, "UPDATE INDIVIDUAL_NUMBER SET VALID_TO = ? WHERE ADDRESSEE_NUMBER = ? AND SEQ = ?")) {
            for (Entry entry : ended) {
                new Columns(update).day(entry.to()).text(entry.person()).number(entry.seq());
                update.addBatch();
            }
            update.executeBatch();
        }
    }

    private Optional<Entry> inForce(Connection database, AddresseeNumber person) throws SQLException {
        return load(database, List.of(person.value())).getOrDefault(person.value(), List.of()).stream()
                .filter(entry -> entry.to().isEmpty())
                .findFirst();
    }

    private static Entry read(ResultSet row) throws SQLException {
        NumberVault.Sealed sealed =
                new NumberVault.Sealed(row.getString("SEALED"), row.getString("BLIND_INDEX"), row.getString("KEY_ID"));
        return new Entry(
                row.getString("ADDRESSEE_NUMBER"),
                row.getInt("SEQ"),
                sealed,
                row.getDate("VALID_FROM").toLocalDate(),
                Columns.day(row, "VALID_TO"));
    }

    private static boolean isEmpty(Connection database) {
        try (Statement statement = database.createStatement();
                ResultSet rows = statement.executeQuery("SELECT SEQ FROM INDIVIDUAL_NUMBER FETCH FIRST 1 ROWS ONLY")) {
            return !rows.next();
        } catch (SQLException e) {
            throw new IllegalStateException("Cannot see whether Individual Numbers are held", e);
        }
    }
}
