// SPDX-FileCopyrightText: Teate contributors
// SPDX-License-Identifier: Apache-2.0
package org.teate.cases.internal;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import org.teate.cases.Care;
import org.teate.cases.CaseChild;
import org.teate.cases.Entitlement;
import org.teate.cases.Livelihood;
import org.teate.rules.Child;
import org.teate.rules.Circumstance;
import org.teate.rules.Claimant;
import org.teate.rules.ClaimantKind;
import org.teate.rules.Facts;
import org.teate.rules.Period;
import org.teate.rules.Spell;

/** Says in the terms of the Act what the ledger holds. Written with plain loops, for a run does it for every ledger. */
final class RuleFacts {

    /** The ledger was taken over with the facts from this month on; what was before is the old system's. */
    private static final YearMonth FIRST_HELD = YearMonth.of(2024, 10);

    private RuleFacts() {}

    static Facts of(Entitlement entitlement, List<CaseChild> children) {
        List<Child> counted = new ArrayList<>(children.size());
        for (CaseChild child : children) {
            counted.add(child(entitlement.kind(), child));
        }
        return new Facts(claimant(entitlement.kind()), entitled(entitlement), counted, List.of());
    }

    /** The first month of an entitlement of which the ledger holds facts about children. */
    static YearMonth firstHeld(Entitlement entitlement) {
        return entitlement.firstMonth().isBefore(FIRST_HELD) ? FIRST_HELD : entitlement.firstMonth();
    }

    private static Claimant claimant(ClaimantKind kind) {
        return switch (kind) {
            case INDIVIDUAL -> Claimant.individual();
            case CORPORATE_GUARDIAN -> Claimant.corporateGuardian();
            case FACILITY -> Claimant.facility();
        };
    }

    private static List<Period> entitled(Entitlement entitlement) {
        YearMonth first = firstHeld(entitlement);
        YearMonth last = entitlement.lastMonth().orElse(Period.OPEN);
        return last.isBefore(first) ? List.of() : List.of(new Period(first, last));
    }

    static Child child(ClaimantKind claimant, CaseChild child) {
        List<Spell> spells = new ArrayList<>(child.care().size());
        for (Care care : child.care()) {
            if (counts(claimant, care)) {
                spells.add(spell(circumstance(claimant, care), care));
            }
            if (claimant != ClaimantKind.FACILITY && !care.facility().isEmpty()) {
                spells.add(spell(placement(care), care));
            }
        }
        return new Child(child.number().value(), child.born(), spells);
    }

    /**
     * Whoever is paid as a parent, guardian or foster carer has the child in custody（監護, 第4条第1項）. An institution need
     * not, and one of the years 18 to 22 is no longer in anyone's custody: there it is the care that is like it
     * （監護に相当する世話, 第6条第2項第2号）, which the livelihood says.
     */
    private static boolean counts(ClaimantKind claimant, Care care) {
        return claimant == ClaimantKind.FACILITY || care.livelihood() == Livelihood.SUPPORTED || care.custody();
    }

    private static Spell spell(Circumstance what, Care care) {
        return Spell.of(what, care.from(), care.to().orElse(Period.OPEN));
    }

    /** What takes a child in an institution from everybody but the institution（施設入所等児童, 第3条第3項・第4条第1項）. */
    private static Circumstance placement(Care care) {
        return care.livelihood() == Livelihood.SUPPORTED ? Circumstance.PLACEMENT_EXTENDED : Circumstance.PLACED;
    }

    private static Circumstance circumstance(ClaimantKind claimant, Care care) {
        if (claimant == ClaimantKind.FACILITY) {
            return Circumstance.PLACED;
        }
        return care.livelihood() == Livelihood.SUPPORTED ? Circumstance.SUPPORTED : Circumstance.IN_CARE;
    }
}
