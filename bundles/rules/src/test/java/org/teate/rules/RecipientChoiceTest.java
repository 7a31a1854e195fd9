// SPDX-FileCopyrightText: Teate contributors
// SPDX-License-Identifier: Apache-2.0
package org.teate.rules;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import java.util.List;
import org.junit.Test;
import org.teate.rules.Carer.Role;
import org.teate.rules.RecipientChoice.Nobody;
import org.teate.rules.RecipientChoice.PaidByEmployer;
import org.teate.rules.RecipientChoice.Recipient;
import org.teate.rules.RecipientChoice.Undecided;

public class RecipientChoiceTest {

    private static final Carer FATHER =
            new Carer("father", Role.PARENT, true, true, true, true, false, 5_000_000, true);
    private static final Carer MOTHER =
            new Carer("mother", Role.PARENT, true, true, true, true, false, 4_000_000, false);

    @Test
    public void theParentWhoMaintainsTheChildToTheHigherDegreeIsPaid() {
        RecipientChoice choice = choose(FATHER, MOTHER);

        assertRecipient("father", choice);
        assertEquals(
                List.of(
                        "児童（c1）について要件を満たす者のうち、父母の立場にある者が先に立ちます。（児童手当法第4条第1項）",
                        "fatherは、児童の生計を維持する程度が高い者です。（児童手当法第4条第3項）",
                        "fatherを受給資格者とします。（児童手当法第4条第1項）"),
                choice.steps().stream().map(Step::sentence).toList());
    }

    @Test
    public void betweenEqualIncomesTheOneWhoInsuresTheChildIsPaid() {
        assertRecipient("father", choose(withIncome(FATHER, 4_000_000), MOTHER));
    }

    @Test
    public void whatTheRecordDoesNotDecideAClerkDecides() {
        Carer equal = new Carer("other", Role.PARENT, true, true, true, true, false, 5_000_000, true);

        assertEquals(List.of("father", "other"), ((Undecided) choose(FATHER, equal)).keys());
    }

    @Test
    public void duringDivorceTalksTheParentWhoLivesWithTheChildIsPaid() {
        Carer gone = new Carer("father", Role.PARENT, true, true, true, false, false, 9_000_000, true);

        assertRecipient("mother", RecipientChoice.among("c1", List.of(gone, MOTHER), true));
        assertRecipient("father", RecipientChoice.among("c1", List.of(gone, MOTHER), false));
    }

    @Test
    public void anOfficialIsPaidByTheEmployer() {
        Carer official = new Carer("father", Role.PARENT, true, true, true, true, true, 5_000_000, true);

        assertEquals("father", ((PaidByEmployer) choose(official, MOTHER)).key());
        assertRecipient("mother", choose(withIncome(official, 3_000_000), MOTHER));
    }

    @Test
    public void anOfficialWhoFostersIsPaidByTheCity() {
        Carer foster = new Carer("foster", Role.FACILITY, false, false, true, true, true, 5_000_000, false);

        assertRecipient("foster", choose(foster, MOTHER));
    }

    @Test
    public void aGuardianTakesTheParentsPlace() {
        Carer guardian = new Carer("guardian", Role.GUARDIAN, true, true, true, true, false, 0, false);

        assertRecipient("guardian", choose(FATHER, guardian));
    }

    @Test
    public void parentsAbroadAreRepresentedByWhomTheyDesignate() {
        Carer abroad = new Carer("father", Role.PARENT, true, true, false, false, false, 9_000_000, true);
        Carer designated = new Carer("aunt", Role.DESIGNATED, true, true, true, true, false, 1_000_000, false);

        assertRecipient("aunt", choose(abroad, designated));
    }

    @Test
    public void anotherCarerIsPaidOnlyIfNoParentCares() {
        Carer grandmother = new Carer("grandmother", Role.OTHER, true, true, true, true, false, 9_000_000, false);
        Carer absent = new Carer("father", Role.PARENT, false, false, true, false, false, 5_000_000, true);

        assertRecipient("mother", choose(grandmother, MOTHER));
        assertRecipient("grandmother", choose(grandmother, absent));
    }

    @Test
    public void withoutAnyoneWhoMeetsTheConditionsNobodyIsPaid() {
        Carer absent = new Carer("father", Role.PARENT, false, false, true, false, false, 5_000_000, true);

        assertTrue(choose(absent) instanceof Nobody);
    }

    private static Carer withIncome(Carer carer, long income) {
        return new Carer(
                carer.key(),
                carer.role(),
                carer.cares(),
                carer.sharesLivelihood(),
                carer.inJapan(),
                carer.livesWithChild(),
                carer.paidByEmployer(),
                income,
                carer.insures());
    }

    private static RecipientChoice choose(Carer... carers) {
        return RecipientChoice.among("c1", List.of(carers), false);
    }

    private static void assertRecipient(String key, RecipientChoice choice) {
        assertEquals(key, ((Recipient) choice).key());
    }
}
