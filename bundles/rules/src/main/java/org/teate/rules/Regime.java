// SPDX-FileCopyrightText: Teate contributors
// SPDX-License-Identifier: Apache-2.0
package org.teate.rules;

import java.time.YearMonth;
import org.teate.kernel.Timeline;

/** The versions of the Act by benefit month（月分）, never by the day of payment. */
public enum Regime implements Labelled {
    /** April and May 2012: the new amounts, no income test. */
    R0("平成24年4月・5月分", "旧児童手当法"),
    /** June 2012 to May 2022: one income limit. */
    R1("平成24年6月分から令和4年5月分まで", "旧児童手当法"),
    /** June 2022 to September 2024: two income limits. */
    R2("令和4年6月分から令和6年9月分まで", "旧児童手当法"),
    /** October 2024 on: to the end of high school, without a test. */
    R3("令和6年10月分以後", "児童手当法");

    static final Timeline<Regime> ENACTED = Timeline.from(YearMonth.of(2012, 4), R0)
            .then(YearMonth.of(2012, 6), R1)
            .then(YearMonth.of(2022, 6), R2)
            .then(YearMonth.of(2024, 10), R3);

    private final String label;
    private final String act;

    Regime(String label, String act) {
        this.label = label;
        this.act = act;
    }

    /** The version for a benefit month; months before the first one are judged by it, for want of an older. */
    public static Regime in(YearMonth month) {
        return ENACTED.at(month).orElse(R0);
    }

    @Override
    public String label() {
        return label;
    }

    /** How the Act of that time is cited: as the former one（旧法） before October 2024. */
    String act() {
        return act;
    }

    /** Whether the Act stood as before the reform of October 2024. */
    boolean isFormer() {
        return this != R3;
    }
}
