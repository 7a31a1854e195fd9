// SPDX-FileCopyrightText: Teate contributors
// SPDX-License-Identifier: Apache-2.0
package org.teate.rules;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.Test;
import org.teate.kernel.MonthSpan;
import org.teate.rules.Finding.Code;

public class RecipientsTest {

    private static final YearMonth JUNE = YearMonth.of(2025, 6);

    @Test
    public void aChildHasOneRecipientInAMonth() {
        Map<String, Assessment> assessments = assess(JUNE, JUNE);

        Impossible father = (Impossible) assessments.get("father");
        Impossible mother = (Impossible) assessments.get("mother");
        assertEquals(father.findings(), mother.findings());
        assertEquals(Code.TWO_RECIPIENTS, father.findings().get(0).code());
        assertEquals(
                "児童（c1）の令和7年6月分について、二人の受給者（father、mother）がいます。",
                father.findings().get(0).message());
        assertTrue(assessments.get("neighbour") instanceof Assessed);
    }

    @Test
    public void oneRecipientMayFollowTheOther() {
        assertTrue(assess(JUNE.minusMonths(1), JUNE).values().stream().allMatch(Assessed.class::isInstance));
    }

    private static Map<String, Assessment> assess(YearMonth lastOfFather, YearMonth firstOfMother) {
        Map<String, Facts> claimants = new LinkedHashMap<>();
        claimants.put("father", of("c1", new Period(YearMonth.of(2024, 10), lastOfFather)));
        claimants.put("mother", of("c1", Period.from(firstOfMother)));
        claimants.put("neighbour", of("c2", Period.from(JUNE)));
        return Recipients.assess(Act.enacted(), claimants, MonthSpan.of(JUNE.minusMonths(2), JUNE));
    }

    private static Facts of(String child, Period entitled) {
        Spell inCare = Spell.from(Circumstance.IN_CARE, YearMonth.of(2015, 6));
        return Facts.of(Claimant.individual(), entitled, List.of(Child.of(child, LocalDate.of(2015, 5, 5), inCare)));
    }
}
