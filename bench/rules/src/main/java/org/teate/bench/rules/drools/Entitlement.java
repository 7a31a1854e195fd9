// SPDX-FileCopyrightText: Teate contributors
// SPDX-License-Identifier: Apache-2.0
package org.teate.bench.rules.drools;

/** What one child brings, derived by a rule. */
public final class Entitlement {

    private final int household;
    private final int amount;

    public Entitlement(int household, int amount) {
        this.household = household;
        this.amount = amount;
    }

    public int getHousehold() {
        return household;
    }

    public int getAmount() {
        return amount;
    }
}
