// SPDX-FileCopyrightText: Teate contributors
// SPDX-License-Identifier: Apache-2.0
package org.teate.exchange;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What was found about a migration. No part of it shows more of a person than a number and a character.
 *
 * @param migration the migration with its sets
 * @param refused the rows that were refused, by set and part; of each set the first 10,000
 * @param comparisons what the last reconciliation found of each set; empty if there was none
 * @param differences the rows that differ, by set and key; of each set the first 10,000
 * @param balances money by group, here and there
 * @param spellings the names that are spelled otherwise than they were received; the first 10,000
 * @param reconciledAt when the last reconciliation came to its end, if one did
 */
public record MigrationReport(
        Migration migration,
        List<MigrationFlaw> refused,
        List<Comparison> comparisons,
        List<Difference> differences,
        List<Balance> balances,
        List<Spelling> spellings,
        Optional<Instant> reconciledAt) {

    public MigrationReport {
        refused = List.copyOf(refused);
        comparisons = List.copyOf(comparisons);
        differences = List.copyOf(differences);
        balances = List.copyOf(balances);
        spellings = List.copyOf(spellings);
    }

    /** How many differences nothing explains; 0 is wanted. */
    public long unexplained() {
        return comparisons.stream().mapToLong(Comparison::unexplained).sum();
    }

    /**
     * What the reconciliation of one set has found.
     *
     * @param set the set
     * @param here rows here
     * @param there rows there
     * @param equal rows that are the same
     * @param differing rows that differ, or are only here, or only there
     * @param explained those of them that follow from a decision after the mark
     */
    public record Comparison(String set, long here, long there, long equal, long differing, long explained) {

        public long unexplained() {
            return differing - explained;
        }
    }

    /**
     * A row that is not the same.
     *
     * @param set the set
     * @param key the values of the row's key items, joined by {@code |}
     * @param kind how it differs
     * @param explanation the key of the message that tells it, and whether it was told; empty if nothing explains it
     */
    public record Difference(String set, String key, Kind kind, String explanation) {

        /** How a row differs. */
        public enum Kind {
            ONLY_HERE("こちらのみ"),
            ONLY_THERE("相手のみ"),
            DIFFERENT("内容が異なる");

            private final String label;

            Kind(String label) {
                this.label = label;
            }

            /** Its name on a page. */
            public String label() {
                return label;
            }
        }
    }

    /**
     * The money of one group, such as a payment month.
     *
     * @param set the set
     * @param group the group, such as {@code 202610}
     * @param here rows here
     * @param sumHere their sum
     * @param there rows there
     * @param sumThere the sum of those that are the same as here, and so of all if {@code unsure} is 0
     * @param unsure rows there that differ, of which only the other system knows the amount
     */
    public record Balance(String set, String group, long here, long sumHere, long there, long sumThere, long unsure) {

        /** Whether the same money lies here and there. */
        public boolean agrees() {
            return here == there && sumHere == sumThere && unsure == 0;
        }
    }

    /**
     * A name that is spelled otherwise than it was received.
     *
     * @param set the set
     * @param key the row's key
     * @param received the code points that were received, such as {@code U+E012}; only those that changed
     * @param handedOver the code points that stand there instead
     */
    public record Spelling(String set, String key, String received, String handedOver) {}
}
