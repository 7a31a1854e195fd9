// SPDX-FileCopyrightText: Teate contributors
// SPDX-License-Identifier: Apache-2.0
package org.teate.rules;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import org.teate.rules.Carer.Role;

/**
 * Who is the recipient for a child（受給者の決定, 第4条・第17条）, with the reason.
 *
 * <p>The order is that of the Act: an institution or foster parent; guardians, in the place of parents, together with
 * designated persons; another carer. Among several, one who lives with the child comes first if they do not share a
 * livelihood with each other（同居優先）, else the one who maintains the child to the higher degree.
 */
public sealed interface RecipientChoice {

    /** Why, at least one step. */
    List<Step> steps();

    /**
     * The city certifies this one.
     *
     * @param key the recipient's key
     */
    record Recipient(String key, List<Step> steps) implements RecipientChoice {}

    /**
     * The one to be certified is a public official, whom the employer certifies and pays; the city refuses.
     *
     * @param key the official's key
     */
    record PaidByEmployer(String key, List<Step> steps) implements RecipientChoice {}

    /** Several maintain the child to the same degree by what is known: a clerk has to decide. */
    record Undecided(List<String> keys, List<Step> steps) implements RecipientChoice {}

    /** Nobody meets the conditions. */
    record Nobody(List<Step> steps) implements RecipientChoice {}

    /**
     * Chooses among all who might be.
     *
     * @param child the child's key
     * @param carers the candidates
     * @param livelihoodsApart whether the candidates do not share a livelihood with each other, as in a separation during
     *     divorce talks; a posting elsewhere（単身赴任） does not part them
     */
    static RecipientChoice among(String child, List<Carer> carers, boolean livelihoodsApart) {
        List<Step> steps = new ArrayList<>();
        List<Carer> left =
                ofTheFirstRole(carers.stream().filter(Carer::meetsItsRole).toList());
        if (left.isEmpty()) {
            steps.add(step(Rule.NO_RECIPIENT, child));
            return new Nobody(steps);
        }
        steps.add(step(Rule.ROLE_OF_RECIPIENT, child, left.get(0).role()));
        boolean someLiveWithIt = left.stream().anyMatch(Carer::livesWithChild);
        if (livelihoodsApart && someLiveWithIt && !left.stream().allMatch(Carer::livesWithChild)) {
            left = left.stream().filter(Carer::livesWithChild).toList();
            steps.add(step(Rule.LIVES_WITH_CHILD, left.get(0).key(), child));
        }
        if (left.size() > 1) {
            left = highest(left);
            steps.add(
                    left.size() == 1
                            ? step(Rule.MAINTAINS_MORE, left.get(0).key())
                            : step(Rule.MAINTAIN_EQUALLY, child));
        }
        return result(left, steps);
    }

    private static RecipientChoice result(List<Carer> left, List<Step> steps) {
        if (left.size() > 1) {
            return new Undecided(left.stream().map(Carer::key).toList(), steps);
        }
        Carer chosen = left.get(0);
        // an official who fosters is paid for the fostered child by the city（第18条第4項）
        if (chosen.paidByEmployer() && chosen.role() != Role.FACILITY) {
            steps.add(step(Rule.PUBLIC_OFFICIAL, chosen.key()));
            return new PaidByEmployer(chosen.key(), steps);
        }
        steps.add(step(Rule.CHOSEN, chosen.key()));
        return new Recipient(chosen.key(), steps);
    }

    private static List<Carer> ofTheFirstRole(List<Carer> carers) {
        boolean guarded = carers.stream().anyMatch(carer -> carer.role() == Role.GUARDIAN);
        Set<Role> first = guarded ? Set.of(Role.GUARDIAN, Role.DESIGNATED) : Set.of(Role.PARENT, Role.DESIGNATED);
        for (Set<Role> roles : List.of(Set.of(Role.FACILITY), first, Set.of(Role.OTHER))) {
            List<Carer> among = carers.stream()
                    .filter(carer -> roles.contains(carer.role()))
                    .toList();
            if (!among.isEmpty()) {
                return among;
            }
        }
        return List.of();
    }

    private static List<Carer> highest(List<Carer> carers) {
        Comparator<Carer> degree = Comparator.comparingLong(Carer::income).thenComparing(Carer::insures);
        Carer top = carers.stream().max(degree).orElseThrow();
        return carers.stream().filter(carer -> degree.compare(carer, top) == 0).toList();
    }

    private static Step step(Rule rule, Object... values) {
        return Step.of(rule, Regime.R3, values);
    }
}
