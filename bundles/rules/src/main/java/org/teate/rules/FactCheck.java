// SPDX-FileCopyrightText: Teate contributors
// SPDX-License-Identifier: Apache-2.0
package org.teate.rules;

import java.util.ArrayList;
import java.util.List;
import org.teate.rules.Finding.Code;

/** Finds the facts that cannot be. Written with plain loops, for a run builds the facts of a whole caseload. */
final class FactCheck {

    private final Facts facts;
    private List<Finding> findings = List.of();

    private FactCheck(Facts facts) {
        this.facts = facts;
    }

    /** What is wrong whatever the month, or nothing. */
    static List<Finding> findingsIn(Facts facts) {
        FactCheck check = new FactCheck(facts);
        check.entitlement();
        check.children();
        check.incomes();
        return check.findings;
    }

    private void entitlement() {
        List<Period> entitled = facts.entitled();
        for (int i = 0; i < entitled.size(); i++) {
            Period period = entitled.get(i);
            if (period.endsBeforeItBegins()) {
                found(Code.ENTITLEMENT_ENDS_BEFORE_IT_BEGINS, period.first(), period.last());
            }
            for (int j = 0; j < i; j++) {
                if (period.overlaps(entitled.get(j))) {
                    found(Code.ENTITLEMENT_TWICE, entitled.get(j).first(), period.first());
                }
            }
        }
    }

    private void children() {
        List<Child> children = facts.children();
        for (int i = 0; i < children.size(); i++) {
            Child child = children.get(i);
            if (!child.born().isAfter(facts.claimant().born())) {
                found(
                        Code.CHILD_NOT_YOUNGER_THAN_CLAIMANT,
                        child.key(),
                        child.born(),
                        facts.claimant().born());
            }
            for (int j = 0; j < i; j++) {
                if (child.key().equals(children.get(j).key())) {
                    found(Code.CHILD_TWICE, child.key());
                }
            }
            spells(child);
        }
    }

    private void spells(Child child) {
        List<Spell> spells = child.spells();
        for (int i = 0; i < spells.size(); i++) {
            Spell spell = spells.get(i);
            if (spell.months().endsBeforeItBegins()) {
                found(
                        Code.CIRCUMSTANCE_ENDS_BEFORE_IT_BEGINS,
                        child.key(),
                        spell.what(),
                        spell.months().first(),
                        spell.months().last());
            }
        }
    }

    private void incomes() {
        List<Income> incomes = facts.incomes();
        for (int i = 0; i < incomes.size(); i++) {
            Income income = incomes.get(i);
            if (income.yen() < 0 || income.dependants() < 0 || income.agedDependants() < 0) {
                found(Code.INCOME_NEGATIVE, income.year());
            }
            for (int j = 0; j < i; j++) {
                if (income.year() == incomes.get(j).year()) {
                    found(Code.INCOME_TWICE, income.year());
                }
            }
        }
    }

    private void found(Code code, Object... values) {
        if (findings.isEmpty()) {
            findings = new ArrayList<>();
        }
        findings.add(Finding.of(code, values));
    }
}
