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

    private static Claimant claimant(ClaimantKind kind) {
        return switch (kind) {
            case INDIVIDUAL -> Claimant.individual();
            case CORPORATE_GUARDIAN -> Claimant.corporateGuardian();
            case FACILITY -> Claimant.facility();
        };
    }

    private static List<Period> entitled(Entitlement entitlement) {
        YearMonth first = entitlement.firstMonth().isBefore(FIRST_HELD) ? FIRST_HELD : entitlement.firstMonth();
        YearMonth last = entitlement.lastMonth().orElse(Period.OPEN);
        return last.isBefore(first) ? List.of() : List.of(new Period(first, last));
    }

    private static Child child(ClaimantKind claimant, CaseChild child) {
        List<Spell> spells = new ArrayList<>(child.care().size());
        for (Care care : child.care()) {
            spells.add(Spell.of(
                    circumstance(claimant, care), care.from(), care.to().orElse(Period.OPEN)));
        }
        return new Child(child.number().value(), child.born(), spells);
    }

    private static Circumstance circumstance(ClaimantKind claimant, Care care) {
        if (claimant == ClaimantKind.FACILITY) {
            return Circumstance.PLACED;
        }
        return care.livelihood() == Livelihood.SUPPORTED ? Circumstance.SUPPORTED : Circumstance.IN_CARE;
    }
}
