// SPDX-FileCopyrightText: Teate contributors
// SPDX-License-Identifier: Apache-2.0
package org.teate.rules;

import org.teate.kernel.Timeline;
import org.teate.kernel.Yen;

/**
 * The income limits of an individual claimant（所得制限限度額・所得上限限度額, 旧法第5条・旧令第1条・第7条）.
 *
 * <p>An income equal to a limit has reached it. Immutable and thread-safe.
 *
 * @param ordinary from this income on the special allowance takes the allowance's place; {@link Long#MAX_VALUE} if there
 *     is no test
 * @param upper from this income on nothing is paid; {@link Long#MAX_VALUE} if there is no such limit
 * @param perDependant what each dependant adds to either limit
 * @param perAged what a dependant of 70 or more adds on top
 */
public record IncomeLimits(long ordinary, long upper, long perDependant, long perAged) {

    static final Timeline<IncomeLimits> ENACTED = Table.read(
            """
            from    | ordinary  | upper     | dependant | aged
            2012-04 | -         | -         | -         | -       # 平成24年法律第24号附則: no test in April and May 2012
            2012-06 | 6,220,000 | -         | 380,000   | 60,000  # 平成24年法律第24号
            2022-06 | 6,220,000 | 8,580,000 | 380,000   | 60,000  # 令和3年法律第50号
            2024-10 | -         | -         | -         | -       # 令和6年法律第47号
            """,
            IncomeLimits::of);

    /** No income test. */
    public static IncomeLimits none() {
        return new IncomeLimits(Long.MAX_VALUE, Long.MAX_VALUE, 0, 0);
    }

    /** Whether the month needs an assessed income. */
    public boolean areTested() {
        return ordinary != Long.MAX_VALUE || upper != Long.MAX_VALUE;
    }

    boolean ordinaryReachedBy(Income income) {
        return ordinary != Long.MAX_VALUE && income.yen() >= ordinary + additionFor(income);
    }

    boolean upperReachedBy(Income income) {
        return upper != Long.MAX_VALUE && income.yen() >= upper + additionFor(income);
    }

    /** The ordinary limit for the dependants of {@code income}, {@link Long#MAX_VALUE} yen if there is none. */
    public Yen ordinaryFor(Income income) {
        return Yen.of(ordinary == Long.MAX_VALUE ? ordinary : ordinary + additionFor(income));
    }

    /** The upper limit for the dependants of {@code income}, {@link Long#MAX_VALUE} yen if there is none. */
    public Yen upperFor(Income income) {
        return Yen.of(upper == Long.MAX_VALUE ? upper : upper + additionFor(income));
    }

    private long additionFor(Income income) {
        return perDependant * (income.dependants() + income.agedDependants()) + perAged * income.agedDependants();
    }

    private static IncomeLimits of(Table.Row row) {
        return row.isEmpty(1)
                ? none()
                : new IncomeLimits(
                        row.number(1), row.isEmpty(2) ? Long.MAX_VALUE : row.number(2), row.number(3), row.number(4));
    }
}
