// SPDX-FileCopyrightText: Teate contributors
// SPDX-License-Identifier: Apache-2.0
package org.teate.addressing.internal;

import org.teate.kernel.AddresseeNumber;

/**
 * Belonging to a household.
 *
 * @param householdNumber which
 * @param relation to the householder, two digits for each step
 * @param householder who that is
 */
record Membership(String householdNumber, String relation, AddresseeNumber householder) implements Holding {

    /** One belongs to one household at a time. */
    @Override
    public String series() {
        return "";
    }
}
