// SPDX-FileCopyrightText: Teate contributors
// SPDX-License-Identifier: Apache-2.0
package org.teate.cases.internal;

import static org.teate.cases.internal.Layout.item;
import static org.teate.cases.internal.Layout.optional;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.teate.access.WorkItem;
import org.teate.access.Worklist;
import org.teate.cases.CaseStatus;
import org.teate.cases.LedgerComparison;
import org.teate.cases.LedgerComparison.Difference;
import org.teate.cases.LedgerComparison.Standing;
import org.teate.cases.internal.Reading.Values;
import org.teate.exchange.FeedHandler;
import org.teate.exchange.Outbox;
import org.teate.exchange.Taken;
import org.teate.kernel.LedgerNumber;
import org.teate.kernel.Yen;
import org.teate.ports.welfare.LedgerEntry;

/**
 * Holds the welfare system's nightly ledger（WL-01 夜間台帳）against ours.
 *
 * <p>It changes no case: what does not agree becomes work for a clerk, once for the same difference.
 */
@Component(service = FeedHandler.class)
public final class NightlyLedger extends LedgerSet {

    private static final Layout LAYOUT = Layout.of(
            item("ledgerNumber", Form.LEDGER),
            item("addresseeNumber", Form.ADDRESSEE),
            optional("recipientName", Form.text(100)),
            item("statusCode", Form.code(CaseStatus.class, "資格状態")),
            item("firstMonth", Form.MONTH),
            optional("lastMonth", Form.MONTH),
            optional("reasonCode", Form.text(3)),
            item("monthly", Form.number(0, 9_999_999)),
            item("children", Form.number(0, 99)),
            optional("paidUpTo", Form.MONTH),
            optional(
                    "lastDecision",
                    Form.text("処分番号", text -> LedgerCheck.DECISION.matcher(text).matches())));

    /** How old a nightly ledger may be when it is taken in. */
    private static final Duration AGE = Duration.ofDays(1);

    private final LedgerDesk desk;
    private final Outbox outbox;
    private final Worklist worklist;
    private final Clock clock;

    @Activate
    public NightlyLedger(
            @Reference LedgerDesk desk,
            @Reference Outbox outbox,
            @Reference Worklist worklist,
            @Reference Clock clock) {
        super("WL-01", LAYOUT, desk);
        this.desk = desk;
        this.outbox = outbox;
        this.worklist = worklist;
        this.clock = clock;
    }

    @Override
    Chunk open(Connection connection, List<Values> records, Instant now) throws SQLException {
        Map<LedgerNumber, LedgerCheck.Ours> ours = OurLedgers.of(connection, all(records, "ledgerNumber"));
        LedgerCheck check =
                new LedgerCheck(YearMonth.now(clock), decision -> outbox.wasUntold(decision, now.minus(AGE)));
        Set<String> named = ComparisonTable.named(connection, all(records, "ledgerNumber"));
        List<LedgerComparison> comparisons = new ArrayList<>();
        return new Chunk() {

            @Override
            public Taken take(Values record) {
                LedgerEntry theirs = entry(record);
                if (!ours.containsKey(theirs.ledger())) {
                    return refusal("ledgerNumber", "E402", "台帳番号" + theirs.ledger() + "の台帳が当方にありません。");
                }
                if (!named.add(theirs.ledger().value())) {
                    return refusal("ledgerNumber", "E503", "同じ台帳番号の記録がこのファイルに既にあります。");
                }
                comparisons.add(check.compare(ours.get(theirs.ledger()), theirs));
                return Taken.APPLIED;
            }

            @Override
            public void flush() throws SQLException {
                ComparisonTable.put(connection, comparisons, true, now);
                leave(comparisons);
            }

            @Override
            public void close() {
                // the connection is the caller's
            }
        };
    }

    @Override
    public void finish() {
        try (Connection connection = desk.connect()) {
            List<LedgerComparison> missing = ComparisonTable.notNamed(connection);
            ComparisonTable.put(connection, missing, false, clock.instant());
            ComparisonTable.close(connection);
            leave(missing);
        } catch (SQLException e) {
            throw new IllegalStateException("Cannot end the comparison with the nightly ledger", e);
        }
    }

    /** Asks a clerk to look at what differs without our having to tell anything first. */
    private void leave(List<LedgerComparison> comparisons) {
        worklist.add(comparisons.stream()
                .filter(each -> each.standing() == Standing.DIFFERS || each.standing() == Standing.ONLY_HERE)
                .map(NightlyLedger::work)
                .toList());
    }

    private static WorkItem work(LedgerComparison comparison) {
        StringBuilder text = new StringBuilder("台帳" + comparison.ledger() + ": ");
        if (comparison.standing() == Standing.ONLY_HERE) {
            text.append("福祉システムの夜間台帳にありません。");
        }
        for (Difference difference : comparison.differences()) {
            text.append(difference.sentence()).append("が一致しません。");
        }
        String key = "welfare:" + comparison.ledger() + ":" + ComparisonTable.fingerprint(comparison.differences());
        return new WorkItem(key, "welfare.difference", Optional.of(comparison.recipient()), text.toString());
    }

    private static LedgerEntry entry(Values record) {
        return new LedgerEntry(
                LedgerNumber.of(record.text("ledgerNumber")),
                record.addressee("addresseeNumber"),
                record.text("statusCode"),
                Yyyymm.of(record.text("firstMonth")),
                month(record, "lastMonth"),
                text(record, "reasonCode"),
                Yen.of((Long) record.find("monthly").orElseThrow()),
                ((Long) record.find("children").orElseThrow()).intValue(),
                month(record, "paidUpTo"),
                text(record, "lastDecision"));
    }

    private static Optional<YearMonth> month(Values record, String item) {
        return record.find(item).map(String.class::cast).map(Yyyymm::of);
    }

    private static String text(Values record, String item) {
        return record.find(item).map(String.class::cast).orElse("");
    }
}
