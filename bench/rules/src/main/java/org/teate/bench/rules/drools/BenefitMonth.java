// SPDX-FileCopyrightText: Teate contributors
// SPDX-License-Identifier: Apache-2.0
package org.teate.bench.rules.drools;

/** The month that is computed. */
public final class BenefitMonth {

    private final int index;

    BenefitMonth(int index) {
        this.index = index;
    }

    public int getIndex() {
        return index;
    }
}
