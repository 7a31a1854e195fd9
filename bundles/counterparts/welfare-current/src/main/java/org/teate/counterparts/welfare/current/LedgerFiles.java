// SPDX-FileCopyrightText: Teate contributors
// SPDX-License-Identifier: Apache-2.0
package org.teate.counterparts.welfare.current;

import java.nio.file.Path;
import java.time.YearMonth;
import java.util.List;
import org.teate.counterparts.town.Claim;
import org.teate.counterparts.town.Delivered;
import org.teate.counterparts.town.Dice;
import org.teate.counterparts.town.Family;
import org.teate.counterparts.town.Plan;
import org.teate.counterparts.town.Town;

/** What the old system hands over: its whole ledger as migration sets. */
final class LedgerFiles {

    private static final int PURPOSE = 4;

    private final Plan plan;
    private final int historyMonths;

    /**
     * @param plan the town; the same plan as the resident register's gives the same people
     * @param historyMonths how many benefit months of payments are handed over
     */
    LedgerFiles(Plan plan, int historyMonths) {
        this.plan = plan;
        this.historyMonths = historyMonths;
    }

    /**
     * Writes the sets.
     *
     * @param passphrase of the container in which Individual Numbers travel
     * @param sequence number of each file
     */
    List<Delivered> write(Path folder, String passphrase, int sequence) {
        EncryptedContainer container = new EncryptedContainer(passphrase);
        try (LedgerSets sets = new LedgerSets(folder, plan.date(), sequence)) {
            showTo(sets);
            return sets.deliver(container);
        }
    }

    /** Shows every row of every set; those of one set in its order. */
    void showTo(Rows sets) {
        Writing writing = new Writing(sets);
        new Town(plan).forEach(writing::family);
        writing.persons.addGlyphs();
    }

    /** The sets while they are written, and the ledgers counted so far. */
    private final class Writing {

        private final AddresseeSets persons;
        private final EntitlementSets entitlements;
        private final ChildSets children;
        private final PaymentSets payments;
        private final Rows sets;
        private final LedgerOffice office = new LedgerOffice(plan);
        private int ledgers;

        Writing(Rows sets) {
            this.sets = sets;
            persons = new AddresseeSets(sets, plan.date());
            entitlements = new EntitlementSets(sets, plan.date());
            children = new ChildSets(sets);
            PaymentHistory history = new PaymentHistory(
                    plan.date(), Calendar.paid(plan.date(), historyMonths), entitlements.withheldFrom());
            payments = new PaymentSets(sets, plan.date(), history);
        }

        void family(Family family) {
            Claim claim = family.claim();
            if (!claim.exists()) {
                return;
            }
            Dice dice = new Dice(plan.seed(), PURPOSE, family.serial());
            Ledger ledger = office.open(claim, ++ledgers, dice);
            if (ledger.hasEnded() == family.current()) {
                throw new IllegalStateException("Family " + family.serial() + " is not as the town has it");
            }
            persons.add(family, dice);
            entitlements.add(ledger, dice);
            MonthTable months = new MonthTable(ledger, ledger.hasEnded() ? ledger.end() : YearMonth.from(plan.date()));
            children.add(ledger, months);
            new Decisions(sets, ledger, months).add(entitlements.withheldFrom());
            payments.add(ledger, dice);
        }
    }
}
