// SPDX-FileCopyrightText: Teate contributors
// SPDX-License-Identifier: Apache-2.0
package org.teate.cases.internal;

import java.util.List;
import org.junit.rules.ExternalResource;
import org.junit.runner.Description;
import org.junit.runners.model.Statement;
import org.teate.access.SystemAccount;
import org.teate.exchange.Taken;
import org.teate.kernel.LedgerNumber;

/** The bundle's services, wired as in the container, over an empty database and neighbours in memory. */
final class Ledger extends ExternalResource {

    final TestDatabase jpa = new TestDatabase();
    final SettableClock clock = new SettableClock();
    final Staff staff = new Staff();
    final Drafts drafts = new Drafts(staff, clock);
    final Post post = new Post();
    final Townspeople people = new Townspeople();

    final LedgerDesk desk = new LedgerDesk(jpa.dataSource(), staff, staff, clock);
    final LedgerPages pages = new LedgerPages(desk, people);
    final DecisionHistory history = new DecisionHistory(desk);
    final ChildFacts children = new ChildFacts(desk, people);
    final Incomes incomes = new Incomes(desk, people);
    final StatusReports reports = new StatusReports(desk);

    final DatabaseCaseRegister register = new DatabaseCaseRegister(jpa, jpa.dataSource(), staff, staff);
    final JdbcCaseload caseload = new JdbcCaseload(jpa, jpa.dataSource(), staff, staff);
    final JpaDecisions decisions = new JpaDecisions(jpa, jpa.dataSource(), staff, drafts, staff, post, clock);

    @Override
    public Statement apply(Statement base, Description description) {
        return jpa.apply(super.apply(base, description), description);
    }

    /** Takes records in as the import does, in one transaction. */
    List<Taken> take(LedgerSet set, SentRecord... records) {
        return staff.actingAs(SystemAccount.IMPORTER, () -> jpa.txExpr(em -> set.take(SentRecord.records(records))));
    }

    /** Opens the ledger with this serial for a recipient with one child born 2020-06-15. */
    LedgerNumber open(long serial) {
        LedgerNumber ledger = LedgerNumber.ofSerial(serial);
        people.enter(recipient(serial), "1990-01-01");
        people.enter(child(serial), "2020-06-15");
        take(pages, SentRecord.page(ledger.value(), recipient(serial)));
        take(children, SentRecord.child(ledger.value(), child(serial), "2020-06-15"));
        return ledger;
    }

    static String recipient(long serial) {
        return String.format("%015d", serial * 10);
    }

    static String child(long serial) {
        return String.format("%015d", serial * 10 + 1);
    }
}
