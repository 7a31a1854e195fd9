// SPDX-FileCopyrightText: Teate contributors
// SPDX-License-Identifier: Apache-2.0
package org.teate.rules;

import java.util.List;

/**
 * A refusal to compute, because the facts cannot be as recorded. No amount, not even zero, follows from them.
 *
 * @param findings what is wrong, at least one
 */
public record Impossible(List<Finding> findings) implements Assessment, Comparison {

    /** @throws IllegalArgumentException if there is no finding */
    public Impossible {
        if (findings.isEmpty()) {
            throw new IllegalArgumentException("A refusal names a fact");
        }
        findings = List.copyOf(findings);
    }
}
