// SPDX-FileCopyrightText: Teate contributors
// SPDX-License-Identifier: Apache-2.0
package org.teate.cases.internal;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.nio.file.Path;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.BeforeClass;
import org.junit.ClassRule;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;
import org.teate.access.Forbidden;
import org.teate.access.Role;
import org.teate.access.SystemAccount;
import org.teate.cases.EndReason;
import org.teate.cases.Hold;
import org.teate.cases.Proposal;
import org.teate.counterparts.welfare.current.SentLedger;
import org.teate.exchange.MigrationSet;
import org.teate.exchange.Taken;
import org.teate.kernel.LedgerNumber;
import org.teate.ports.FeedRecord;

/** What was taken over from the old system can be handed on, and what has happened since is in it. */
public class HandingOverTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 24);

    @ClassRule
    public static final TemporaryFolder TEMPORARY = new TemporaryFolder();

    private static SentLedger sent;

    @Rule
    public final Ledger ledger = new Ledger();

    private final List<MigrationSet> sets = List.of(
            new LedgersSet(ledger.jpa, ledger.jpa.dataSource(), ledger.staff),
            new DecisionsSet(ledger.jpa, ledger.jpa.dataSource(), ledger.staff),
            new ChildrenSet(ledger.jpa, ledger.jpa.dataSource(), ledger.staff),
            new IncomesSet(ledger.jpa, ledger.jpa.dataSource(), ledger.staff),
            new StatusReportsSet(ledger.jpa, ledger.jpa.dataSource(), ledger.staff));

    @BeforeClass
    public static void aTown() {
        Path folder = TEMPORARY.getRoot().toPath();
        sent = SentLedger.write(folder, 2_000, TODAY);
    }

    @Test
    public void everySetIsHandedOnRowForRow() {
        takeOver();

        for (MigrationSet set : sets) {
            String id = set.layout().id();
            assertEquals(sent.items(id), set.layout().items());
            List<List<String>> rows = sorted(set, sent.rows(id));
            assertTrue(id, rows.size() > 100);
            assertEquals(
                    id, String.join("\n", lines(rows)), String.join("\n", lines(sorted(set, all(set, 1_000, TODAY)))));
        }
    }

    @Test
    public void pagesOfAnySizeHoldTheSameRows() {
        takeOver();

        for (MigrationSet set : sets) {
            assertEquals(all(set, 5_000, TODAY), all(set, 60, TODAY));
        }
    }

    @Test
    public void aMonthLaterOnlyTheMonthsHavePassed() {
        takeOver();
        MigrationSet children = sets.get(2);

        List<List<String>> now = all(children, 1_000, TODAY);
        List<List<String>> later = all(children, 1_000, TODAY.plusMonths(1));

        int months = children.layout().items().indexOf("months");
        int to = children.layout().items().indexOf("toMonth");
        long open = now.stream().filter(row -> row.get(to).isEmpty()).count();
        long passed = sum(later, months) - sum(now, months);
        assertTrue(passed + " of " + open, passed > open - 20 && passed <= open);
    }

    @Test
    public void whatWasDecidedHereIsHandedOver() {
        LedgerNumber ended = ledger.open(1);
        LedgerNumber held = ledger.open(2);
        ledger.take(ledger.history, SentRecord.certification(ended.value()));
        decide(new Proposal.End(ended, EndReason.MOVED_OUT, LocalDate.of(2026, 10, 20), ""));
        decide(new Proposal.Withhold(held, Hold.DOCUMENTS, YearMonth.of(2026, 12), ""));
        decide(new Proposal.Release(held, ""));
        decide(new Proposal.Withhold(held, Hold.ACCOUNT, YearMonth.of(2026, 12), ""));

        Map<String, String> page = record(sets.get(0), 0);
        assertEquals("50", page.get("statusCode"));
        assertEquals("202610", page.get("benefitEndMonth"));
        assertEquals("S01", page.get("reasonCode"));
        assertEquals("02", record(sets.get(0), 1).get("holdCode"));
        assertEquals(
                List.of("1", "3", "4", "5", "4"),
                all(sets.get(1), 10, TODAY).stream().map(row -> row.get(2)).toList());
        assertEquals("202611", record(sets.get(1), 1).get("startMonth"));
        Map<String, String> child = record(sets.get(2), 0);
        assertEquals("202610", child.get("toMonth"));
        assertEquals("S01", child.get("endReason"));
        assertEquals("18", child.get("months"));
    }

    @Test
    public void onlyWhoMigratesMayRead() {
        ledger.staff.enter("clerk", Role.CLERK);

        assertThrows(Forbidden.class, () -> sets.get(0).after(Optional.empty(), 10, TODAY));
    }

    private void decide(Proposal proposal) {
        ledger.staff.enter("clerk", Role.CLERK);
        ledger.decisions.draft(proposal);
        ledger.staff.enter("approver", Role.APPROVER);
        ledger.decisions.approve(ledger.drafts.waiting().get(0).number());
    }

    private void takeOver() {
        sent.records("M01")
                .forEach(person -> ledger.people.enter(person.get("addresseeNumber"), isoDay(person.get("birthDate"))));
        Map<String, LedgerSet> handlers = Map.of(
                "M05", ledger.pages,
                "M06", ledger.history,
                "M07", ledger.children,
                "M08", ledger.incomes,
                "M09", ledger.reports);
        handlers.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .forEach(handler -> take(handler.getValue(), handler.getKey()));
    }

    private void take(LedgerSet handler, String set) {
        List<String> items = sent.items(set);
        Map<String, Integer> positions = new HashMap<>();
        items.forEach(item -> positions.put(item, positions.size()));
        List<FeedRecord> records = new ArrayList<>();
        for (List<String> row : sent.rows(set)) {
            records.add(new FeedRecord(records.size() + 2L, positions, row));
        }
        List<Taken> answers =
                ledger.staff.actingAs(SystemAccount.IMPORTER, () -> ledger.jpa.txExpr(em -> handler.take(records)));
        assertTrue(set, answers.stream().allMatch(Taken.APPLIED::equals));
    }

    /** An unknown day or month of birth is the first possible. */
    private static String isoDay(String yyyymmdd) {
        String known = yyyymmdd.replaceAll("00$", "01");
        return known.substring(0, 4) + "-" + known.substring(4, 6).replace("00", "01") + "-" + known.substring(6);
    }

    private List<List<String>> all(MigrationSet set, int limit, LocalDate businessDate) {
        ledger.staff.enter("operator", Role.OPERATOR);
        int owner = set.layout().items().indexOf(set.layout().keys().get(0));
        List<List<String>> all = new ArrayList<>();
        List<List<String>> page = set.after(Optional.empty(), limit, businessDate);
        while (!page.isEmpty()) {
            all.addAll(page);
            page = set.after(Optional.of(page.get(page.size() - 1).get(owner)), limit, businessDate);
        }
        return all;
    }

    private Map<String, String> record(MigrationSet set, int index) {
        List<String> row = all(set, 10, TODAY).get(index);
        Map<String, String> record = new HashMap<>();
        for (int i = 0; i < row.size(); i++) {
            record.put(set.layout().items().get(i), row.get(i));
        }
        return record;
    }

    private static long sum(List<List<String>> rows, int item) {
        return rows.stream().mapToLong(row -> Long.parseLong(row.get(item))).sum();
    }

    private static List<List<String>> sorted(MigrationSet set, List<List<String>> rows) {
        return rows.stream()
                .sorted(Comparator.comparing(row -> set.layout().keys().stream()
                        .map(key -> row.get(set.layout().items().indexOf(key)))
                        .toList()
                        .toString()))
                .toList();
    }

    private static List<String> lines(List<List<String>> rows) {
        return rows.stream().map(List::toString).toList();
    }
}
