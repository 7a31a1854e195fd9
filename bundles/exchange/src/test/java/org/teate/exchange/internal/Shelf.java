// SPDX-FileCopyrightText: Teate contributors
// SPDX-License-Identifier: Apache-2.0
package org.teate.exchange.internal;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.teate.exchange.MigrationFlaw;
import org.teate.exchange.MigrationLayout;
import org.teate.exchange.MigrationSet;

/** A set in memory; its rows lie by owner. */
final class Shelf implements MigrationSet {

    final List<MigrationFlaw> obstacles = new ArrayList<>();
    final List<LocalDate> days = new ArrayList<>();
    private final MigrationLayout layout;
    private final TreeMap<String, List<List<String>>> rows = new TreeMap<>();

    Shelf(MigrationLayout layout) {
        this.layout = layout;
    }

    /** Puts a row in place of the one with the same key. */
    void put(String... row) {
        MigrationShape shape = new MigrationShape(layout);
        List<List<String>> ofOwner = rows.computeIfAbsent(row[0], owner -> new ArrayList<>());
        ofOwner.removeIf(other -> shape.key(other).equals(shape.key(List.of(row))));
        ofOwner.add(List.of(row));
        ofOwner.sort(Comparator.comparing(List::hashCode));
    }

    @Override
    public MigrationLayout layout() {
        return layout;
    }

    @Override
    public List<List<String>> after(Optional<String> owner, int limit, LocalDate businessDate) {
        days.add(businessDate);
        List<List<String>> page = new ArrayList<>();
        for (List<List<String>> ofOwner :
                owner.map(last -> rows.tailMap(last, false)).orElse(rows).values()) {
            if (page.size() >= limit) {
                break;
            }
            page.addAll(ofOwner);
        }
        return page;
    }

    @Override
    public List<MigrationFlaw> obstacles() {
        return obstacles;
    }
}
