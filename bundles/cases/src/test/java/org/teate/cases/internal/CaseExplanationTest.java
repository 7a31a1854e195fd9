// SPDX-FileCopyrightText: Teate contributors
// SPDX-License-Identifier: Apache-2.0
package org.teate.cases.internal;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import java.time.YearMonth;
import java.util.List;
import org.junit.Before;
import org.junit.Rule;
import org.junit.Test;
import org.teate.cases.CaseFile;
import org.teate.kernel.LedgerNumber;
import org.teate.kernel.MonthSpan;
import org.teate.kernel.Yen;
import org.teate.rules.Assessed;

/** A family of three: the eldest is 19 and counts, the second is at school, the youngest an infant. */
public class CaseExplanationTest {

    private static final LedgerNumber LEDGER = LedgerNumber.ofSerial(1);
    private static final String ELDEST = "000000000000011";
    private static final String SECOND = "000000000000012";
    private static final String YOUNGEST = "000000000000013";
    private static final YearMonth OCTOBER = YearMonth.of(2026, 10);

    @Rule
    public final Ledger ledger = new Ledger();

    @Before
    public void theFamilyIsOnTheLedger() {
        ledger.people.enter("000000000000010", "1985-04-01");
        ledger.people.enter(ELDEST, "2007-06-10");
        ledger.people.enter(SECOND, "2013-02-20");
        ledger.people.enter(YOUNGEST, "2024-12-05");
        ledger.take(
                ledger.pages, SentRecord.page(LEDGER.value(), "000000000000010").with("benefitStartMonth", "201304"));
        ledger.take(
                ledger.children,
                SentRecord.child(LEDGER.value(), ELDEST, "2007-06-10")
                        .with("fromMonth", "202410")
                        .with("toMonth", "202603"),
                SentRecord.child(LEDGER.value(), ELDEST, "2007-06-10")
                        .with("livelihoodCode", "3")
                        .with("fromMonth", "202604"),
                SentRecord.child(LEDGER.value(), SECOND, "2013-02-20").with("fromMonth", "202410"),
                SentRecord.child(LEDGER.value(), YOUNGEST, "2024-12-05").with("fromMonth", "202501"));
    }

    @Test
    public void theCountedSiblingMakesTheYoungestTheThird() {
        Assessed assessed = assessed(OCTOBER, OCTOBER.plusMonths(1));

        assertEquals(Yen.of(2 * (10_000 + 30_000)), assessed.total());
        assertEquals(Yen.ZERO, assessed.reason(ELDEST, OCTOBER).amount());
        assertEquals(Yen.of(10_000), assessed.reason(SECOND, OCTOBER).amount());
        assertEquals(Yen.of(30_000), assessed.reason(YOUNGEST, OCTOBER).amount());
    }

    @Test
    public void everyAmountHasItsReasonInWords() {
        List<String> sentences =
                assessed(OCTOBER, OCTOBER).reason(YOUNGEST, OCTOBER).sentences();

        assertTrue(sentences.toString(), sentences.size() > 2);
        assertTrue(sentences.toString(), String.join("", sentences).contains("児童手当法"));
    }

    @Test
    public void withoutTheSiblingTheYoungestWasTheThirdAsWell() {
        YearMonth march = YearMonth.of(2026, 3);

        assertEquals(Yen.of(10_000 + 10_000 + 30_000), assessed(march, march).total());
    }

    @Test
    public void monthsBeforeTheLedgerWasTakenOverGiveNothing() {
        YearMonth before = YearMonth.of(2024, 9);

        assertEquals(Yen.ZERO, assessed(before, before).total());
    }

    @Test
    public void theChildrenAreShownEldestFirstWithTheirCareLatestFirst() {
        CaseFile file = ledger.register.find(LEDGER).orElseThrow();

        assertEquals(
                List.of(ELDEST, SECOND, YOUNGEST),
                file.children().stream().map(child -> child.number().value()).toList());
        assertEquals(YearMonth.of(2026, 4), file.children().get(0).care().get(0).from());
        assertEquals(2, file.children().get(0).care().size());
    }

    private Assessed assessed(YearMonth first, YearMonth last) {
        CaseFile file = ledger.register.find(LEDGER).orElseThrow();
        return (Assessed) file.assess(MonthSpan.of(first, last));
    }
}
