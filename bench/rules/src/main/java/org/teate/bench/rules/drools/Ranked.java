// SPDX-FileCopyrightText: Teate contributors
// SPDX-License-Identifier: Apache-2.0
package org.teate.bench.rules.drools;

/** A child and its place among those counted, derived by a rule. */
public final class Ranked {

    private final Child child;
    private final int rank;

    public Ranked(Child child, int rank) {
        this.child = child;
        this.rank = rank;
    }

    public Child getChild() {
        return child;
    }

    public int getRank() {
        return rank;
    }
}
