// SPDX-FileCopyrightText: Teate contributors
// SPDX-License-Identifier: Apache-2.0
package org.teate.rules;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.teate.kernel.LegalBasis;

/**
 * One step of a reason: a rule applied to facts.
 *
 * <p>Immutable and thread-safe.
 *
 * @param rule the rule
 * @param basis the provision that holds it, in the version of that month
 * @param values the facts used, in the order of {@link Rule#facts()}: strings, numbers, dates, months, amounts and {@link
 *     Labelled} terms
 */
public record Step(Rule rule, LegalBasis basis, List<Object> values) {

    public Step {
        values = List.copyOf(values);
    }

    static Step of(Rule rule, Regime regime, Object... values) {
        return new Step(rule, rule.basisIn(regime), List.of(values));
    }

    /** The facts used by name, in their order. */
    public Map<String, Object> facts() {
        Map<String, Object> facts = new LinkedHashMap<>();
        for (int i = 0; i < values.size(); i++) {
            facts.put(rule.facts().get(i), values.get(i));
        }
        return facts;
    }

    /** The step in Japanese, ending in its provision. */
    public String sentence() {
        return rule.sentence(values) + "（" + basis.citation() + "）";
    }
}
