// SPDX-FileCopyrightText: Teate contributors
// SPDX-License-Identifier: Apache-2.0
package org.teate.addressing.internal;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * What we know of one kind about one person, and what of it changes.
 *
 * <p>Rows are only added and superseded: a fact that ends is superseded by the same fact with a last day. What was
 * added and superseded before it was written has never been known and is forgotten. Not thread-safe.
 */
final class Facts<C extends Holding> {

    private final List<Fact<C>> known = new ArrayList<>();
    private final List<Fact<C>> added = new ArrayList<>();
    private final List<Integer> superseded = new ArrayList<>();
    private int lastSeq;

    /** A row of the table; one that is superseded only takes its number. */
    void load(Fact<C> fact, boolean isSuperseded) {
        lastSeq = Math.max(lastSeq, fact.seq());
        if (!isSuperseded) {
            known.add(fact);
        }
    }

    /**
     * From {@code from} on {@code content} holds, and what held in its series ends the day before.
     *
     * @return whether that was news
     */
    boolean hold(C content, LocalDate from, String source) {
        Optional<Fact<C>> open = open(content.series());
        if (open.isPresent() && open.get().content().equals(content)) {
            return false;
        }
        open.ifPresent(fact -> endBefore(fact, from));
        add(new Fact<>(++lastSeq, content, from, Optional.empty(), source));
        return true;
    }

    /**
     * Nothing holds in the series from {@code day} on.
     *
     * @return whether that was news
     */
    boolean end(String series, LocalDate day) {
        Optional<Fact<C>> open = open(series);
        open.ifPresent(fact -> {
            LocalDate lastDay = day.minusDays(1);
            supersede(fact);
            add(fact.until(lastDay.isBefore(fact.from()) ? fact.from() : lastDay, ++lastSeq));
        });
        return open.isPresent();
    }

    /**
     * Exactly this is known of the series and the first day.
     *
     * @return whether that was news
     */
    boolean state(C content, LocalDate from, Optional<LocalDate> to, String source) {
        Optional<Fact<C>> before = known.stream()
                .filter(fact -> fact.content().series().equals(content.series())
                        && fact.from().equals(from))
                .findFirst();
        if (before.filter(fact -> fact.content().equals(content) && fact.to().equals(to))
                .isPresent()) {
            return false;
        }
        before.ifPresent(this::supersede);
        add(new Fact<>(++lastSeq, content, from, to, source));
        return true;
    }

    Optional<Fact<C>> open(String series) {
        return inSeries(series).filter(Fact::isOpen);
    }

    /** What holds in the series, else what held last. */
    Optional<Fact<C>> inSeries(String series) {
        return known.stream()
                .filter(fact -> fact.content().series().equals(series))
                .max(Comparator.<Fact<C>, Boolean>comparing(Fact::isOpen).thenComparing(Fact::from));
    }

    /** What holds on {@code day}, in the order of series. */
    List<Fact<C>> on(LocalDate day) {
        return known.stream()
                .filter(fact -> !fact.from().isAfter(day)
                        && fact.to().filter(day::isAfter).isEmpty())
                .sorted(Comparator.comparing(fact -> fact.content().series()))
                .toList();
    }

    /** Everything that is known, whenever it held. */
    List<Fact<C>> all() {
        return known;
    }

    List<Fact<C>> added() {
        return added;
    }

    List<Integer> superseded() {
        return superseded;
    }

    private void endBefore(Fact<C> fact, LocalDate from) {
        supersede(fact);
        if (from.isAfter(fact.from())) {
            add(fact.until(from.minusDays(1), ++lastSeq));
        }
    }

    private void supersede(Fact<C> fact) {
        known.remove(fact);
        if (!added.remove(fact)) {
            superseded.add(fact.seq());
        }
    }

    private void add(Fact<C> fact) {
        known.add(fact);
        added.add(fact);
    }
}
