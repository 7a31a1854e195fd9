// SPDX-FileCopyrightText: Teate contributors
// SPDX-License-Identifier: Apache-2.0
package org.teate.bench.rules;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Locale;
import org.teate.bench.rules.drools.DecisionTable;
import org.teate.bench.rules.drools.RuleSession;
import org.teate.kernel.MonthSpan;
import org.teate.rules.Facts;

/** Measures one month of a town by our rules and by Drools in one virtual machine, and its whole history by ours. */
public final class Main {

    private static final YearMonth MONTH = YearMonth.of(2026, 11);
    private static final MonthSpan ONE_MONTH = MonthSpan.of(MONTH, MONTH);
    private static final MonthSpan HISTORY = MonthSpan.of(YearMonth.of(2012, 4), YearMonth.of(2026, 5));
    private static final double MICROS = 1e6;

    private final List<Household> town;
    private final Rounds rounds;

    private Main(int households, Rounds rounds) {
        this.town = Town.of(households, 1, MONTH);
        this.rounds = rounds;
    }

    public static void main(String[] args) {
        boolean quick = args.length > 0 && args[0].equals("--quick");
        Main bench = quick ? new Main(2_000, new Rounds(1, 1)) : new Main(100_000, new Rounds(20, 11));
        bench.run(quick ? new Rounds(0, 1) : new Rounds(3, 5));
    }

    private void run(Rounds slowRounds) {
        List<Facts> current = Caseload.current(town);
        RuleSession drools = new RuleSession(births());
        DecisionTable dmn = new DecisionTable(births());
        check(current, drools, dmn);

        double ours = rate(rounds.secondsOf(() -> OurRules.amounts(current, ONE_MONTH)));
        double explained = rate(rounds.secondsOf(() -> OurRules.explained(current, MONTH)));
        double oneSession = rate(slowRounds.secondsOf(() -> drools.oneSession(MONTH)));
        double sessionEach = rate(slowRounds.secondsOf(() -> drools.sessionEach(MONTH)));
        double table = rate(slowRounds.secondsOf(() -> dmn.evaluate(MONTH)));
        double peer = Math.max(oneSession, sessionEach);
        figure("rules.households_per_s", ours, "households/s");
        figure("rules.explained_per_s", explained, "households/s");
        figure("rules.household_us", MICROS / explained, "us");
        figure("rules.bytes_per_household", OurRules.bytesPerHousehold(current, ONE_MONTH), "bytes");
        figure("drools.households_per_s", peer, "households/s");
        figure("drools.one_session_per_s", oneSession, "households/s");
        figure("drools.session_each_per_s", sessionEach, "households/s");
        figure("drools.dmn_per_s", table, "households/s");
        figure("rules.times_drools", ours / peer, "x");
        history(slowRounds);
    }

    private void history(Rounds slowRounds) {
        List<Facts> historic = Caseload.historic(town);
        figure("rules.history_months", HISTORY.length(), "months");
        figure("rules.history_s", slowRounds.secondsOf(() -> OurRules.history(historic, HISTORY)), "s");
    }

    /** Every household is paid the same by all of them, or there is nothing to compare. */
    private void check(List<Facts> current, RuleSession drools, DecisionTable dmn) {
        drools.oneSession(MONTH);
        dmn.evaluate(MONTH);
        for (int i = 0; i < current.size(); i++) {
            long amount = OurRules.amount(current.get(i), MONTH);
            if (amount != drools.amountOf(i) || amount != dmn.amountOf(i)) {
                throw new IllegalStateException("Household " + i + " is paid " + amount + " by us, "
                        + drools.amountOf(i) + " by the rules of Drools and " + dmn.amountOf(i) + " by its table");
            }
        }
        System.out.println("All " + current.size() + " households are paid the same by each");
    }

    private List<List<LocalDate>> births() {
        return town.stream().map(Household::births).toList();
    }

    private double rate(double seconds) {
        return town.size() / seconds;
    }

    private static void figure(String name, double value, String unit) {
        String format = value >= 100 ? "%s %.0f %s%n" : "%s %.3f %s%n";
        System.out.printf(Locale.ROOT, format, name, value, unit);
    }
}
