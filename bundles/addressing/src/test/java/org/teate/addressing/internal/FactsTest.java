// SPDX-FileCopyrightText: Teate contributors
// SPDX-License-Identifier: Apache-2.0
package org.teate.addressing.internal;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.Before;
import org.junit.Test;
import org.teate.kernel.AddresseeNumber;

public class FactsTest {

    private static final LocalDate APRIL = LocalDate.parse("2026-04-01");
    private static final LocalDate MAY = LocalDate.parse("2026-05-01");
    private static final Membership OLD = new Membership("1", "01", AddresseeNumber.of("1"));
    private static final Membership NEW = new Membership("2", "11", AddresseeNumber.of("2"));

    private final Facts<Membership> facts = new Facts<>();

    @Before
    public void oneRowIsInTheTable() {
        facts.load(new Fact<>(1, OLD, APRIL, Optional.empty(), "M03"), false);
    }

    @Test
    public void whatIsKnownIsNoNews() {
        assertFalse(facts.hold(OLD, MAY, "IF-10"));
        assertEquals(List.of(), facts.added());
        assertEquals(List.of(), facts.superseded());
    }

    @Test
    public void aChangeSupersedesTheRowAndKeepsWhatHeldUntilThen() {
        assertTrue(facts.hold(NEW, MAY, "IF-10"));

        assertEquals(List.of(1), facts.superseded());
        assertEquals(
                List.of(
                        new Fact<>(2, OLD, APRIL, Optional.of(MAY.minusDays(1)), "M03"),
                        new Fact<>(3, NEW, MAY, Optional.empty(), "IF-10")),
                facts.added());
    }

    @Test
    public void aCorrectionFromTheSameDaySupersedesTheRowAltogether() {
        facts.hold(NEW, APRIL, "IF-10");

        assertEquals(List.of(1), facts.superseded());
        assertEquals(List.of(new Fact<>(2, NEW, APRIL, Optional.empty(), "IF-10")), facts.added());
    }

    @Test
    public void whatWasNeverWrittenLeavesNoRow() {
        facts.hold(NEW, MAY, "IF-10");
        facts.hold(OLD, MAY, "IF-10");

        assertEquals(List.of(1), facts.superseded());
        assertEquals(2, facts.added().size());
        assertEquals(OLD, facts.open("").orElseThrow().content());
    }

    @Test
    public void anEndKeepsTheLastFact() {
        assertTrue(facts.end("", MAY));
        assertFalse(facts.end("", MAY));

        assertEquals(Optional.empty(), facts.open(""));
        assertEquals(
                Optional.of(MAY.minusDays(1)), facts.inSeries("").orElseThrow().to());
    }

    @Test
    public void aSupersededRowTakesItsNumberAndNothingElse() {
        facts.load(new Fact<>(7, NEW, APRIL, Optional.empty(), "M03"), true);
        facts.hold(NEW, APRIL, "IF-10");

        assertEquals(8, facts.added().get(0).seq());
    }
}
