// SPDX-FileCopyrightText: Teate contributors
// SPDX-License-Identifier: Apache-2.0
package org.teate.rules;

/**
 * Somebody who might be the recipient for a child（受給者の候補）.
 *
 * <p>Immutable and thread-safe.
 *
 * @param key what names the person or body, such as the addressee number
 * @param role in which role of Article 4
 * @param cares whether it cares for the child（監護）
 * @param sharesLivelihood whether it shares the livelihood with the child（生計同一）; for another carer, whether it maintains
 *     the child（生計維持）
 * @param inJapan whether it has a residence in Japan
 * @param livesWithChild whether it lives with the child
 * @param paidByEmployer whether it is a public official whom the employer certifies（第17条）; staff of 行政執行法人 and
 *     特定地方独立行政法人 are not
 * @param income the yearly income that the degree of maintaining the child goes by
 * @param insures whether the child is its dependant in health insurance or for tax, which decides between equal incomes
 */
public record Carer(
        String key,
        Role role,
        boolean cares,
        boolean sharesLivelihood,
        boolean inJapan,
        boolean livesWithChild,
        boolean paidByEmployer,
        long income,
        boolean insures) {

    /** The roles of Article 4, paragraph 1. */
    public enum Role implements Labelled {
        /** Father or mother（第1号）. */
        PARENT("父母"),
        /** A guardian, who takes the parents' place（第1号）. */
        GUARDIAN("未成年後見人"),
        /** A person whom parents living abroad have designated（第2号）. */
        DESIGNATED("父母指定者"),
        /** Another who cares for and maintains the child（第3号）. */
        OTHER("養育者"),
        /** A foster parent or institution（第4号）. */
        FACILITY("施設等");

        private final String label;

        Role(String label) {
            this.label = label;
        }

        @Override
        public String label() {
            return label;
        }
    }

    boolean meetsItsRole() {
        return inJapan && (role == Role.FACILITY || cares && sharesLivelihood);
    }
}
