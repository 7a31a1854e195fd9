// SPDX-FileCopyrightText: Teate contributors
// SPDX-License-Identifier: Apache-2.0
package org.teate.rules;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import org.junit.Test;
import org.teate.kernel.MonthSpan;
import org.teate.rules.Finding.Code;

public class ImpossibleFactsTest {

    private static final YearMonth MAY = YearMonth.of(2018, 5);
    private static final Claimant PARENT = Claimant.individual(LocalDate.of(1985, 4, 1));
    private static final Child CHILD =
            Child.of("c1", LocalDate.of(2012, 8, 9), Spell.from(Circumstance.IN_CARE, YearMonth.of(2012, 9)));
    private static final Income OF_2016 = new Income(2016, 3_000_000, 1, 0);

    @Test
    public void aChildIsYoungerThanItsParent() {
        Child older = Child.of("c2", LocalDate.of(1985, 4, 1));

        assertEquals(
                "児童（c2）の生年月日昭和60年4月1日が、請求者の生年月日昭和60年4月1日より後ではありません。",
                theFinding(Code.CHILD_NOT_YOUNGER_THAN_CLAIMANT, facts(List.of(CHILD, older), OF_2016))
                        .message());
    }

    @Test
    public void aPeriodEndsAfterItBegins() {
        Period backwards = new Period(MAY, MAY.minusMonths(1));

        theFinding(
                Code.ENTITLEMENT_ENDS_BEFORE_IT_BEGINS,
                new Facts(PARENT, List.of(backwards), List.of(CHILD), List.of(OF_2016)));
        theFinding(
                Code.CIRCUMSTANCE_ENDS_BEFORE_IT_BEGINS,
                facts(
                        List.of(new Child("c1", CHILD.born(), List.of(new Spell(Circumstance.IN_CARE, backwards)))),
                        OF_2016));
    }

    @Test
    public void entitlementPeriodsStandApart() {
        theFinding(
                Code.ENTITLEMENT_TWICE,
                new Facts(
                        PARENT,
                        List.of(Period.from(MAY), Period.from(MAY.plusMonths(3))),
                        List.of(CHILD),
                        List.of(OF_2016)));
    }

    @Test
    public void aChildIsNamedOnce() {
        theFinding(Code.CHILD_TWICE, facts(List.of(CHILD, CHILD), OF_2016));
    }

    @Test
    public void aMonthThatNeedsAnIncomeHasOne() {
        assertEquals(
                "平成30年5月分の判定に必要な2016年の所得がありません。",
                theFinding(Code.INCOME_MISSING, facts(List.of(CHILD), new Income(2017, 3_000_000, 1, 0)))
                        .message());
    }

    @Test
    public void anIncomeIsAssessedOnceAndNotNegative() {
        theFinding(Code.INCOME_TWICE, facts(List.of(CHILD), OF_2016, OF_2016));
        theFinding(Code.INCOME_NEGATIVE, facts(List.of(CHILD), new Income(2016, -1, 1, 0)));
    }

    @Test
    public void aMonthBeforeTheActIsRefused() {
        YearMonth march = YearMonth.of(2012, 3);
        Facts facts = Facts.of(PARENT, Period.from(march), List.of(CHILD));

        Impossible refusal = (Impossible) Act.enacted().assess(facts, MonthSpan.of(march, march));
        assertEquals(Code.MONTH_BEFORE_THE_ACT, refusal.findings().get(0).code());
    }

    @Test
    public void everythingWrongIsNamedAtOnce() {
        Facts facts = facts(List.of(CHILD, CHILD), OF_2016, OF_2016);

        Impossible refusal = (Impossible) Act.enacted().assess(facts, MonthSpan.of(MAY, MAY));
        assertEquals(2, refusal.findings().size());
    }

    @Test
    public void aKeyThatCouldNotBeStoredIsTheCallersBug() {
        assertThrows(IllegalArgumentException.class, () -> Child.of("", CHILD.born()));
        assertThrows(IllegalArgumentException.class, () -> Child.of("a:b", CHILD.born()));
        assertThrows(IllegalArgumentException.class, () -> Child.of("012345678901234567890", CHILD.born()));
    }

    private static Facts facts(List<Child> children, Income... incomes) {
        return new Facts(PARENT, List.of(Period.from(YearMonth.of(2012, 4))), children, List.of(incomes));
    }

    private static Finding theFinding(Code code, Facts facts) {
        Impossible refusal = (Impossible) Act.enacted().assess(facts, MonthSpan.of(MAY, MAY));

        assertEquals(
                List.of(code), refusal.findings().stream().map(Finding::code).toList());
        return refusal.findings().get(0);
    }
}
