// SPDX-FileCopyrightText: Teate contributors
// SPDX-License-Identifier: Apache-2.0
package org.teate.rules;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.YearMonth;
import java.util.Optional;
import org.teate.kernel.Timeline;
import org.teate.kernel.Yen;

/** A part of the cost that is borne in shares of its own（費用負担の区分, 第18条・第19条）. */
public enum CostSlice implements Labelled {
    /** Infants of employees, at whatever rate. */
    EMPLOYEE_UNDER_THREE(
            "被用者・三歳未満",
            """
            from    | employers | state | support levy | prefecture | city | of
            2012-04 |        21 |    16 |            0 |          4 |    4 | 45
            2024-10 |         2 |     0 |            3 |          0 |    0 |  5  # 令和6年法律第47号
            """),
    /** Infants of everybody else, institutions included. */
    OTHER_UNDER_THREE(
            "被用者等でない者・三歳未満",
            """
            from    | employers | state | support levy | prefecture | city | of
            2012-04 |         0 |     4 |            0 |          1 |    1 |  6
            2024-10 |         0 |     4 |            9 |          1 |    1 | 15  # 令和6年法律第47号
            """),
    /** Everyone from three on. */
    THREE_AND_OLDER(
            "三歳以上",
            """
            from    | employers | state | support levy | prefecture | city | of
            2012-04 |         0 |     4 |            0 |          1 |    1 |  6
            2024-10 |         0 |     4 |            3 |          1 |    1 |  9  # 令和6年法律第47号
            """),
    /** The special allowance, to September 2024. */
    SPECIAL(
            "特例給付",
            """
            from    | employers | state | support levy | prefecture | city | of
            2012-04 |         0 |     4 |            0 |          1 |    1 |  6
            """);

    private final String label;
    private final Timeline<Shares> shares;

    CostSlice(String label, String table) {
        this.label = label;
        this.shares = Table.read(
                table, row -> new Shares(row.age(1), row.age(2), row.age(3), row.age(4), row.age(5), row.age(6)));
    }

    /**
     * Who bears a slice, in parts of {@code of}.
     *
     * @param employers the employers' contribution（事業主拠出金）
     * @param state the treasury（国庫）
     * @param supportLevy the support levy（子ども・子育て支援納付金）, which reaches the city through the state
     * @param prefecture the prefecture
     * @param city the city
     * @param of the whole
     */
    public record Shares(int employers, int state, int supportLevy, int prefecture, int city, int of) {

        /** @throws IllegalArgumentException if the parts do not make up the whole */
        public Shares {
            if (employers + state + supportLevy + prefecture + city != of) {
                throw new IllegalArgumentException("The shares do not make up the whole");
            }
        }

        /** What the city bears of a slice's total, rounded as its grant guideline says. */
        public Yen cityPart(Yen total, RoundingMode rounding) {
            return Yen.of(BigDecimal.valueOf(total.amount())
                    .multiply(BigDecimal.valueOf(city))
                    .divide(BigDecimal.valueOf(of), 0, rounding)
                    .longValueExact());
        }
    }

    @Override
    public String label() {
        return label;
    }

    /**
     * The slice of a child-month that is paid: by the child's age and not by its rate（第18条第1項）.
     *
     * @param feeClass the recipient's class; for an institution {@link FeeClass#NOT_EMPLOYEE}
     * @return empty if nothing is paid
     */
    public static Optional<CostSlice> of(ChildMonth row, FeeClass feeClass) {
        return switch (row.kind()) {
            case NONE -> Optional.empty();
            case SPECIAL_ALLOWANCE -> Optional.of(SPECIAL);
            case CHILD_ALLOWANCE -> Optional.of(
                    row.ageClass() != AgeClass.UNDER_THREE
                            ? THREE_AND_OLDER
                            : feeClass == FeeClass.EMPLOYEE ? EMPLOYEE_UNDER_THREE : OTHER_UNDER_THREE);
        };
    }

    /**
     * The shares in a benefit month.
     *
     * @throws IllegalArgumentException if the month is before April 2012
     */
    public Shares sharesIn(YearMonth month) {
        return shares.at(month).orElseThrow(() -> new IllegalArgumentException("No shares are known for " + month));
    }
}
