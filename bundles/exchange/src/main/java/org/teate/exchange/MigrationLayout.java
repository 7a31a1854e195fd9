// SPDX-FileCopyrightText: Teate contributors
// SPDX-License-Identifier: Apache-2.0
package org.teate.exchange;

import java.util.List;
import java.util.Optional;

/**
 * How the rows of a {@link MigrationSet} look; {@code docs/interfaces/migration-sets.md} has all of them.
 *
 * <p>Immutable and thread-safe.
 *
 * @param id the set, such as {@code M05}
 * @param stage sets of a lower stage go first: 10 masters, 20 persons, 30 cases, 40 payments; within a stage by {@code id}
 * @param items the items' names in their order
 * @param keys the items that make a row itself; the values of the first one all have the same length
 * @param counted the items of which each value is counted: {@code count.<item>.<value>}
 * @param summed the items that are summed up: {@code sum.<item>}
 * @param confidential whether it holds Individual Numbers
 * @param toldBy how the kinds of messages begin that tell of changes to it, such as {@code entitlement.}
 * @param balance by what it is balanced, if it is about money
 * @param spelling which items spell one name twice, if any do
 */
public record MigrationLayout(
        String id,
        int stage,
        List<String> items,
        List<String> keys,
        List<String> counted,
        List<String> summed,
        boolean confidential,
        List<String> toldBy,
        Optional<Balance> balance,
        Optional<Spelling> spelling) {

    /** @throws IllegalArgumentException if one of the lists names something that is no item, or there is no key */
    public MigrationLayout {
        items = List.copyOf(items);
        keys = List.copyOf(keys);
        counted = List.copyOf(counted);
        summed = List.copyOf(summed);
        toldBy = List.copyOf(toldBy);
        if (keys.isEmpty() || !items.containsAll(keys) || !items.containsAll(counted) || !items.containsAll(summed)) {
            throw new IllegalArgumentException(id + " has keys or totals that are no items of its own");
        }
    }

    /**
     * Items whose sums must agree group by group（収支の突合）.
     *
     * @param by the item that makes the groups, such as {@code benefitPeriod}
     * @param of the item that is summed, such as {@code paidAmount}
     */
    public record Balance(String by, String of) {}

    /**
     * A name as it was received and as it is handed over（文字の変換）.
     *
     * @param received the item with the characters of the system before
     * @param handedOver the item with the true characters
     */
    public record Spelling(String received, String handedOver) {}

    /** A layout without totals; the names are separated by spaces. */
    public static MigrationLayout of(String id, int stage, String items, String keys) {
        return new MigrationLayout(
                id,
                stage,
                List.of(items.split(" ")),
                List.of(keys.split(" ")),
                List.of(),
                List.of(),
                false,
                List.of(),
                Optional.empty(),
                Optional.empty());
    }

    /** This layout with {@link #counted} items. */
    public MigrationLayout counting(String... more) {
        return new MigrationLayout(
                id, stage, items, keys, List.of(more), summed, confidential, toldBy, balance, spelling);
    }

    /** This layout with {@link #summed} items. */
    public MigrationLayout summing(String... more) {
        return new MigrationLayout(
                id, stage, items, keys, counted, List.of(more), confidential, toldBy, balance, spelling);
    }

    /** This layout, of a set that is {@link #confidential}. */
    public MigrationLayout inConfidence() {
        return new MigrationLayout(id, stage, items, keys, counted, summed, true, toldBy, balance, spelling);
    }

    /** This layout, of a set that messages of these kinds tell of. */
    public MigrationLayout toldBy(String... beginnings) {
        return new MigrationLayout(
                id, stage, items, keys, counted, summed, confidential, List.of(beginnings), balance, spelling);
    }

    /** This layout with a {@link Balance}. */
    public MigrationLayout balanced(String by, String of) {
        Optional<Balance> own = Optional.of(new Balance(by, of));
        return new MigrationLayout(id, stage, items, keys, counted, summed, confidential, toldBy, own, spelling);
    }

    /** This layout with a {@link Spelling}. */
    public MigrationLayout spelled(String received, String handedOver) {
        Optional<Spelling> own = Optional.of(new Spelling(received, handedOver));
        return new MigrationLayout(id, stage, items, keys, counted, summed, confidential, toldBy, balance, own);
    }
}
