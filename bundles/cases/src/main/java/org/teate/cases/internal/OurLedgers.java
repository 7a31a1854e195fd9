// SPDX-FileCopyrightText: Teate contributors
// SPDX-License-Identifier: Apache-2.0
package org.teate.cases.internal;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.teate.cases.CaseChild;
import org.teate.cases.Entitlement;
import org.teate.kernel.LedgerNumber;

/** Reads our side of the ledgers that the welfare system names. */
final class OurLedgers {

    private static final KeyQuery ENTITLEMENTS = new KeyQuery("SELECT " + LedgerRows.COLUMNS + " FROM "
            + IndexHint.byKey("ENTITLEMENT") + " WHERE LEDGER_NUMBER %s AND SUPERSEDED_AT IS NULL");

    private static final KeyQuery LAST_DECISIONS = new KeyQuery("SELECT LEDGER_NUMBER, MAX(SEQUENCE_NUMBER) FROM "
            + IndexHint.byKey("DECISION") + " WHERE LEDGER_NUMBER %s GROUP BY LEDGER_NUMBER");

    private OurLedgers() {}

    /** What we hold of those of {@code ledgers} that we know. */
    static Map<LedgerNumber, LedgerCheck.Ours> of(Connection connection, Collection<String> ledgers)
            throws SQLException {
        Map<String, Entitlement> entitlements = new HashMap<>();
        Map<String, Integer> decisions = new HashMap<>();
        ENTITLEMENTS.forEach(
                connection, ledgers, row -> entitlements.put(row.getString(1), LedgerRows.entitlement(row)));
        LAST_DECISIONS.forEach(connection, ledgers, row -> decisions.put(row.getString(1), row.getInt(2)));
        Map<String, List<CaseChild>> children = children(connection, entitlements.keySet());
        Map<LedgerNumber, LedgerCheck.Ours> ours = new HashMap<>();
        entitlements.forEach((ledger, entitlement) -> ours.put(
                entitlement.ledger(),
                new LedgerCheck.Ours(
                        entitlement,
                        RuleFacts.of(entitlement, children.getOrDefault(ledger, List.of())),
                        decisions.getOrDefault(ledger, 0))));
        return ours;
    }

    /** A file names ledgers in their order, so that those of a chunk lie together. */
    private static Map<String, List<CaseChild>> children(Connection connection, Collection<String> ledgers)
            throws SQLException {
        if (ledgers.isEmpty()) {
            return Map.of();
        }
        TreeSet<String> sorted = new TreeSet<>(ledgers);
        return ChildRows.between(
                connection, LedgerNumber.of(sorted.first()), LedgerNumber.of(sorted.last()), KnownAt.NOW);
    }
}
