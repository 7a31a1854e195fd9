// SPDX-FileCopyrightText: Teate contributors
// SPDX-License-Identifier: Apache-2.0
package org.teate.rules;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import org.junit.Test;
import org.teate.kernel.MonthSpan;
import org.teate.kernel.Yen;

public class AssessmentTest {

    private static final YearMonth JUNE = YearMonth.of(2025, 6);

    private static final Facts THREE_CHILDREN = Facts.of(
            Claimant.individual(LocalDate.of(1980, 2, 3)),
            Period.from(YearMonth.of(2024, 10)),
            List.of(
                    Child.of("c3", LocalDate.of(2023, 7, 7), inCareFrom("2023-08")),
                    Child.of("c1", LocalDate.of(2012, 1, 7), inCareFrom("2012-02")),
                    Child.of("c2", LocalDate.of(2015, 1, 7), inCareFrom("2015-02"))));

    @Test
    public void eachChildHasItsRowEldestFirst() {
        Assessed assessed = assess(THREE_CHILDREN, JUNE, JUNE);

        assertEquals(
                List.of(
                        row("c1", AgeClass.JUNIOR_HIGH, 1, 10_000),
                        row("c2", AgeClass.PRIMARY, 2, 10_000),
                        row("c3", AgeClass.UNDER_THREE, 3, 30_000)),
                assessed.childMonths());
        assertEquals(Yen.of(50_000), assessed.totalIn(JUNE));
        assertEquals(BenefitKind.CHILD_ALLOWANCE, assessed.kindIn(JUNE));
    }

    @Test
    public void aSpanIsTheSumOfItsMonthsAndMonthsWithoutEntitlementGiveNothing() {
        Assessed assessed = assess(THREE_CHILDREN, YearMonth.of(2024, 9), YearMonth.of(2024, 11));

        assertEquals(Yen.of(100_000), assessed.total());
        assertEquals(Yen.ZERO, assessed.totalIn(YearMonth.of(2024, 9)));
    }

    @Test
    public void aReasonLeadsFromTheEntitlementToTheAmount() {
        Reason reason = assess(THREE_CHILDREN, JUNE, JUNE).reason("c3", JUNE);

        assertEquals(Yen.of(30_000), reason.amount());
        assertEquals(
                List.of(
                        "令和7年6月分は、受給資格のある期間（令和6年10月から）に含まれます。（児童手当法第8条第2項）",
                        "児童（c3）は令和5年7月7日生まれで、令和8年7月分までは三歳未満の児童です。（児童手当法第6条第1項・第9条第3項）",
                        "児童（c3）は、請求者に監護され、生計を同じくしています。（児童手当法第4条第1項第1号）",
                        "数える児童等の年長から3番目です。（児童手当法第6条第1項第1号）",
                        "三歳未満で第3子の月額は30,000円です。（児童手当法第6条第1項第1号）"),
                reason.sentences());
    }

    @Test
    public void aReasonIsDataWithNamedFacts() {
        Step last = lastStep(assess(THREE_CHILDREN, JUNE, JUNE).reason("c3", JUNE));

        assertEquals(Rule.AMOUNT, last.rule());
        assertEquals(Map.of("class", AgeClass.UNDER_THREE, "rank", 3, "amount", Yen.of(30_000)), last.facts());
    }

    @Test
    public void aChildThatBringsNothingHasAReasonToo() {
        Facts away = Facts.of(
                Claimant.individual(),
                Period.from(JUNE),
                List.of(Child.of("c1", LocalDate.of(2012, 1, 7), Spell.from(Circumstance.SUPPORTED, JUNE))));
        Assessed assessed = assess(away, JUNE.minusMonths(1), JUNE);

        assertEquals(Rule.NOT_IN_CARE, lastStep(assessed.reason("c1", JUNE)).rule());
        assertEquals(
                Rule.NOT_ENTITLED,
                lastStep(assessed.reason("c1", JUNE.minusMonths(1))).rule());
        assertThrows(IllegalArgumentException.class, () -> assessed.reason("c1", JUNE.plusMonths(1)));
        assertThrows(IllegalArgumentException.class, () -> assessed.reason("c2", JUNE));
    }

    @Test
    public void everyReasonEndsInTheAmountOfItsRow() {
        Assessed assessed = assess(THREE_CHILDREN, YearMonth.of(2024, 10), YearMonth.of(2040, 3));

        for (ChildMonth row : assessed.childMonths()) {
            assertEquals(row.amount(), assessed.reason(row.child(), row.month()).amount());
        }
        assertEquals(3, assessed.reasons(JUNE).size());
    }

    @Test
    public void studyAbroadKeepsAChildForThreeYearsAndAStudentForFour() {
        LocalDate left = LocalDate.of(2024, 10, 15);

        assertEquals(YearMonth.of(2027, 10), StudyAbroad.lastMonthOfChild(left));
        assertEquals(YearMonth.of(2028, 10), StudyAbroad.lastMonthOfSupported(left));

        Spell abroad = Spell.from(Circumstance.STUDYING_ABROAD, YearMonth.from(left));
        Facts facts = Facts.of(
                Claimant.individual(),
                Period.from(YearMonth.of(2024, 10)),
                List.of(Child.of("c1", LocalDate.of(2013, 5, 5), inCareFrom("2013-06"), abroad)));
        assertEquals(
                Yen.of(37 * 10_000),
                assess(facts, YearMonth.of(2024, 10), YearMonth.of(2028, 3)).total());
    }

    private static Step lastStep(Reason reason) {
        assertTrue(!reason.steps().isEmpty());
        return reason.steps().get(reason.steps().size() - 1);
    }

    private static ChildMonth row(String child, AgeClass ageClass, int rank, long yen) {
        return new ChildMonth(child, JUNE, ageClass, rank, BenefitKind.CHILD_ALLOWANCE, Yen.of(yen));
    }

    private static Spell inCareFrom(String month) {
        return Spell.from(Circumstance.IN_CARE, YearMonth.parse(month));
    }

    private static Assessed assess(Facts facts, YearMonth first, YearMonth last) {
        return (Assessed) Act.enacted().assess(facts, MonthSpan.of(first, last));
    }
}
