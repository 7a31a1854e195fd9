// SPDX-FileCopyrightText: Teate contributors
// SPDX-License-Identifier: Apache-2.0
package org.teate.rules;

import org.teate.kernel.Timeline;

/**
 * The ages at which a child changes class, is paid and is counted（第3条・第4条・第6条）.
 *
 * <p>Three is a birthday; every other age stands for the 31 March that follows its attainment（年度末）. Immutable and
 * thread-safe.
 *
 * @param infant through the month of this birthday a child is an infant（三歳未満）
 * @param primary the end of primary school
 * @param junior the end of junior high school
 * @param child the end of being a child under the Act（児童, 第3条第1項）
 * @param paid the last age with an amount of its own（支給要件児童）
 * @param counted the last age that counts for the rank of the younger
 */
public record Ages(int infant, int primary, int junior, int child, int paid, int counted) {

    static final Timeline<Ages> ENACTED = Table.read(
            """
            from    | infant | primary | junior | child | paid | counted
            2012-04 |      3 |      12 |     15 |    18 |   15 |      18  # 平成24年法律第24号
            2024-10 |      3 |      12 |     15 |    18 |   18 |      22  # 令和6年法律第47号
            """,
            row -> new Ages(row.age(1), row.age(2), row.age(3), row.age(4), row.age(5), row.age(6)));

    /** @throws IllegalArgumentException unless the ages ascend and what is paid or counted is at least three */
    public Ages {
        if (infant < 1 || primary < infant || junior < primary || child < junior || paid < infant || counted < paid) {
            throw new IllegalArgumentException("Ages must ascend");
        }
    }

    public Ages withPaid(int age) {
        return new Ages(infant, primary, junior, child, age, Math.max(age, counted));
    }
}
