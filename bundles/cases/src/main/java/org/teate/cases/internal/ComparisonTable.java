// SPDX-FileCopyrightText: Teate contributors
// SPDX-License-Identifier: Apache-2.0
package org.teate.cases.internal;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.teate.cases.LedgerComparison;
import org.teate.cases.LedgerComparison.Difference;
import org.teate.cases.LedgerComparison.Standing;
import org.teate.kernel.AddresseeNumber;
import org.teate.kernel.LedgerNumber;
import org.teate.kernel.Utc;

/** How each ledger stood when the nightly ledger was taken in last. */
final class ComparisonTable {

    private static final int LONGEST = 1_000;
    private static final String COLUMNS = "LEDGER_NUMBER, ADDRESSEE_NUMBER, STANDING, DIFFERENCES, SEEN, RECORDED_AT";

    /** What we hold and the file that was just taken in has not named. */
    private static final String NOT_NAMED =
            "SELECT E.LEDGER_NUMBER, E.ADDRESSEE_NUMBER, CAST('4' AS CHAR(1)), CAST('' AS VARCHAR(1000))"
                    + " FROM ENTITLEMENT E LEFT JOIN WELFARE_COMPARISON W ON W.LEDGER_NUMBER = E.LEDGER_NUMBER AND W.SEEN = '1'"
                    + " WHERE E.SUPERSEDED_AT IS NULL AND W.LEDGER_NUMBER IS NULL ORDER BY E.LEDGER_NUMBER";

    private static final KeyQuery NAMED =
            new KeyQuery("SELECT LEDGER_NUMBER FROM WELFARE_COMPARISON WHERE LEDGER_NUMBER %s AND SEEN = '1'");

    private ComparisonTable() {}

    /** Those of the ledgers that the file that is being taken in has named already. */
    static Set<String> named(Connection connection, Collection<String> ledgers) throws SQLException {
        Set<String> named = new HashSet<>();
        NAMED.forEach(connection, ledgers, row -> named.add(row.getString(1)));
        return named;
    }

    /** Replaces the rows of these ledgers; they count as named by the file. */
    static void put(Connection connection, Collection<LedgerComparison> comparisons, boolean seen, Instant now)
            throws SQLException {
        Timestamp at = Utc.timestamp(now);
        try (PreparedStatement delete =
                        connection.prepareStatement("DELETE FROM WELFARE_COMPARISON WHERE LEDGER_NUMBER = ?");
                PreparedStatement insert = connection.prepareStatement(
                        "INSERT INTO WELFARE_COMPARISON (" + COLUMNS + ") VALUES (?, ?, ?, ?, ?, ?)")) {
            for (LedgerComparison comparison : comparisons) {
                String ledger = comparison.ledger().value();
                delete.setString(1, ledger);
                delete.addBatch();
                insert.setString(1, ledger);
                insert.setString(2, comparison.recipient().value());
                insert.setString(3, comparison.standing().code());
                insert.setString(4, text(comparison.differences()));
                insert.setString(5, seen ? "1" : "0");
                insert.setTimestamp(6, at);
                insert.addBatch();
            }
            delete.executeBatch();
            insert.executeBatch();
        }
    }

    /** The ledgers of ours that the file has not named. */
    static List<LedgerComparison> notNamed(Connection connection) throws SQLException {
        return Database.list(connection, NOT_NAMED, ComparisonTable::comparison);
    }

    /** Forgets what the file has named, and the ledgers that neither of the two has any more. */
    static void close(Connection connection) throws SQLException {
        Database.update(connection, "DELETE FROM WELFARE_COMPARISON WHERE SEEN = '0' AND STANDING <> '4'");
        Database.update(connection, "UPDATE WELFARE_COMPARISON SET SEEN = '0' WHERE SEEN = '1'");
    }

    static List<LedgerComparison> differing(Connection connection, String after, int limit) throws SQLException {
        return Database.list(
                connection,
                "SELECT LEDGER_NUMBER, ADDRESSEE_NUMBER, STANDING, DIFFERENCES FROM WELFARE_COMPARISON"
                        + " WHERE LEDGER_NUMBER > ? AND STANDING <> '1' ORDER BY LEDGER_NUMBER FETCH FIRST ? ROWS ONLY",
                ComparisonTable::comparison,
                after,
                limit);
    }

    private static LedgerComparison comparison(ResultSet row) throws SQLException {
        return new LedgerComparison(
                LedgerNumber.of(row.getString(1)),
                AddresseeNumber.of(row.getString(2)),
                LedgerRows.code(Standing.class, row.getString(3)),
                differences(row.getString(4)));
    }

    /** The same for the same differences, whichever server and Java release finds them. */
    static String fingerprint(List<Difference> differences) {
        try {
            byte[] text = whole(differences).getBytes(StandardCharsets.UTF_8);
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(text));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }

    private static String whole(List<Difference> differences) {
        return differences.stream()
                .map(each -> each.item() + "\t" + each.ours() + "\t" + each.theirs())
                .collect(Collectors.joining("\n"));
    }

    private static String text(List<Difference> differences) {
        String text = whole(differences);
        return text.length() <= LONGEST ? text : text.substring(0, text.lastIndexOf('\n', LONGEST));
    }

    private static List<Difference> differences(String text) {
        return Arrays.stream(text.split("\n"))
                .map(line -> line.split("\t", -1))
                .filter(parts -> parts.length == 3)
                .map(parts -> new Difference(parts[0], parts[1], parts[2]))
                .toList();
    }
}
