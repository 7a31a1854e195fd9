// SPDX-FileCopyrightText: Teate contributors
// SPDX-License-Identifier: Apache-2.0
package org.teate.cases.internal;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.teate.cases.Care;
import org.teate.cases.CaseChild;
import org.teate.cases.ChildRelation;
import org.teate.cases.EndReason;
import org.teate.cases.Livelihood;
import org.teate.kernel.AddresseeNumber;
import org.teate.kernel.LedgerNumber;

/** Reads the children of ledgers. Months that follow each other with the same facts become one {@link Care}. */
final class ChildRows {

    private static final Comparator<CaseChild> ELDEST_FIRST =
            Comparator.comparing(CaseChild::born).thenComparing(CaseChild::number);

    private final Map<String, List<CaseChild>> children = new HashMap<>();

    private String ledger = "";
    private String child = "";
    private LocalDate born = LocalDate.MIN;
    private List<Care> care = new ArrayList<>();

    private ChildRows() {}

    /** The children of every ledger from {@code first} to {@code last}, eldest first, by ledger number. */
    static Map<String, List<CaseChild>> between(
            Connection connection, LedgerNumber first, LedgerNumber last, KnownAt known) throws SQLException {
        ChildRows rows = new ChildRows();
        String sql = "SELECT LEDGER_NUMBER, CHILD_ADDRESSEE_NUMBER, VALID_FROM, VALID_TO, BIRTH_DATE, RELATION,"
                + " LIVELIHOOD, LIVES_TOGETHER, CUSTODY, FACILITY_NUMBER, END_REASON FROM "
                + IndexHint.forRuns("CHILD_FACT")
                + " WHERE LEDGER_NUMBER >= ? AND LEDGER_NUMBER <= ? AND " + known.condition()
                + " ORDER BY LEDGER_NUMBER, CHILD_ADDRESSEE_NUMBER, VALID_FROM";
        Database.forEach(connection, sql, rows::take, known.after(first.value(), last.value()));
        rows.finishChild();
        rows.children.values().forEach(list -> list.sort(ELDEST_FIRST));
        return rows.children;
    }

    private void take(ResultSet row) throws SQLException {
        String nextLedger = row.getString(1);
        String nextChild = row.getString(2);
        if (!nextLedger.equals(ledger) || !nextChild.equals(child)) {
            finishChild();
            ledger = nextLedger;
            child = nextChild;
        }
        born = day(row.getString(5));
        add(care(row));
    }

    private void finishChild() {
        if (care.isEmpty()) {
            return;
        }
        Collections.reverse(care);
        children.computeIfAbsent(ledger, any -> new ArrayList<>(3))
                .add(new CaseChild(AddresseeNumber.of(child), born, care));
        care = new ArrayList<>();
    }

    private void add(Care next) {
        int last = care.size() - 1;
        if (last >= 0 && goesOn(care.get(last), next)) {
            Care before = care.get(last);
            care.set(
                    last,
                    new Care(
                            before.from(),
                            next.to(),
                            next.relation(),
                            next.livelihood(),
                            next.livesTogether(),
                            next.custody(),
                            next.facility(),
                            next.endReason()));
        } else {
            care.add(next);
        }
    }

    private static boolean goesOn(Care before, Care next) {
        return before.to().filter(to -> to.plusMonths(1).equals(next.from())).isPresent()
                && before.endReason().isEmpty()
                && before.relation() == next.relation()
                && before.livelihood() == next.livelihood()
                && before.livesTogether() == next.livesTogether()
                && before.custody() == next.custody()
                && before.facility().equals(next.facility());
    }

    /** A day as both databases write it, without the calendar by which a driver makes a {@link java.sql.Date}. */
    private static LocalDate day(String iso) {
        return LocalDate.of(
                Integer.parseInt(iso, 0, 4, 10), Integer.parseInt(iso, 5, 7, 10), Integer.parseInt(iso, 8, 10, 10));
    }

    private static Care care(ResultSet row) throws SQLException {
        String facility = row.getString(10);
        return new Care(
                Yyyymm.of(row.getString(3)),
                Yyyymm.ofNullable(row.getString(4)),
                LedgerRows.code(ChildRelation.class, row.getString(6)),
                LedgerRows.code(Livelihood.class, row.getString(7)),
                row.getBoolean(8),
                row.getBoolean(9),
                facility == null ? "" : facility,
                Optional.ofNullable(row.getString(11)).map(code -> LedgerRows.code(EndReason.class, code)));
    }
}
