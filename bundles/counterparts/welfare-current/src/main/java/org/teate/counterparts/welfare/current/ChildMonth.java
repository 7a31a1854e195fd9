// SPDX-FileCopyrightText: Teate contributors
// SPDX-License-Identifier: Apache-2.0
package org.teate.counterparts.welfare.current;

/**
 * What one month gives for one child.
 *
 * @param rank from 1, the eldest who counts
 * @param ageClass 1 to 5
 * @param amount yen
 */
record ChildMonth(Care care, int rank, int ageClass, int amount) {

    boolean isPaid() {
        return ageClass <= Act.HIGH_SCHOOL;
    }
}
