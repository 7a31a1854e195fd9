// SPDX-FileCopyrightText: Teate contributors
// SPDX-License-Identifier: Apache-2.0
package org.teate.rules;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.teate.kernel.MonthSpan;

/**
 * Everything that the office has ever held to be true of a claimant, so that any past calculation can be repeated and a
 * late fact be measured against it.
 *
 * <p>Immutable and thread-safe.
 *
 * @param claimant who claims
 * @param entitled the months of entitlement
 * @param children the children
 * @param incomes the assessed incomes
 */
public record RecordedFacts(
        Claimant claimant,
        List<Recorded<Period>> entitled,
        List<RecordedChild> children,
        List<Recorded<Income>> incomes) {

    public RecordedFacts {
        entitled = List.copyOf(entitled);
        children = List.copyOf(children);
        incomes = List.copyOf(incomes);
    }

    /**
     * What was ever recorded of a child.
     *
     * @param key the child's key
     * @param born the birth date; a corrected one supersedes
     * @param spells the circumstances
     */
    public record RecordedChild(String key, Recorded<LocalDate> born, List<Recorded<Spell>> spells) {

        public RecordedChild {
            spells = List.copyOf(spells);
        }
    }

    /** The facts as the office knew them at an instant. */
    public Facts asKnownAt(Instant at) {
        return new Facts(
                claimant,
                known(entitled, at),
                children.stream()
                        .filter(child -> child.born().wasKnownAt(at))
                        .map(child -> new Child(child.key(), child.born().fact(), known(child.spells(), at)))
                        .toList(),
                known(incomes, at));
    }

    /**
     * What the facts recorded after {@code before} and up to {@code after} change.
     *
     * @return {@link Difference}, or {@link Impossible} if either state cannot be
     */
    public Comparison difference(Act act, Instant before, Instant after, MonthSpan months) {
        return act.difference(asKnownAt(before), asKnownAt(after), months);
    }

    private static <T> List<T> known(List<Recorded<T>> facts, Instant at) {
        return facts.stream()
                .filter(fact -> fact.wasKnownAt(at))
                .map(Recorded::fact)
                .toList();
    }
}
