// SPDX-FileCopyrightText: Teate contributors
// SPDX-License-Identifier: Apache-2.0
package org.teate.cases.internal;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.teate.exchange.Taken;

/** The ledgers that records refer to, with the last month of each. */
final class KnownLedgers {

    private static final KeyQuery LEDGERS = new KeyQuery("SELECT LEDGER_NUMBER, VALID_TO FROM "
            + IndexHint.byKey("ENTITLEMENT") + " WHERE LEDGER_NUMBER %s AND SUPERSEDED_AT IS NULL");

    private final Map<String, String> lastMonths = new HashMap<>();

    private KnownLedgers() {}

    static KnownLedgers of(Connection connection, Collection<String> numbers) throws SQLException {
        KnownLedgers known = new KnownLedgers();
        LEDGERS.forEach(
                connection, numbers, row -> known.lastMonths.put(row.getString(1), Yyyymm.orOpen(row.getString(2))));
        return known;
    }

    /** Why a record that names this ledger is refused, if it is. */
    Optional<Taken> refuses(String ledger) {
        return lastMonths.containsKey(ledger)
                ? Optional.empty()
                : Optional.of(LedgerSet.refusal("ledgerNumber", "E402", "台帳番号の台帳がありません。"));
    }

    /** The last month of a ledger that is known. */
    String lastMonthOf(String ledger) {
        return lastMonths.get(ledger);
    }
}
