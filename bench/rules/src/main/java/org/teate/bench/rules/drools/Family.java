// SPDX-FileCopyrightText: Teate contributors
// SPDX-License-Identifier: Apache-2.0
package org.teate.bench.rules.drools;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** A household that the rules write its amount into. */
public final class Family {

    private final int id;
    private final List<Child> children = new ArrayList<>();
    private int amount;

    Family(int id, List<LocalDate> births) {
        this.id = id;
        for (int i = 0; i < births.size(); i++) {
            children.add(new Child(id, i + 1, births.get(i)));
        }
    }

    public int getId() {
        return id;
    }

    public List<Child> getChildren() {
        return children;
    }

    public int getAmount() {
        return amount;
    }

    public void setAmount(int amount) {
        this.amount = amount;
    }
}
