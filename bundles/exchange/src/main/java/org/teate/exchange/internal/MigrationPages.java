// SPDX-FileCopyrightText: Teate contributors
// SPDX-License-Identifier: Apache-2.0
package org.teate.exchange.internal;

import java.time.LocalDate;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import org.teate.exchange.MigrationSet;

/** The pages of a set, rows in the order of their keys; read one ahead, so that the last one is known. Not thread-safe. */
final class MigrationPages implements Iterator<List<List<String>>> {

    private final MigrationSet set;
    private final MigrationShape shape;
    private final LocalDate businessDate;
    private final int limit;
    private List<List<String>> ahead;

    /** @param owner the last owner that is not wanted, empty for all */
    MigrationPages(MigrationSet set, MigrationShape shape, String owner, LocalDate businessDate, int limit) {
        this.set = set;
        this.shape = shape;
        this.businessDate = businessDate;
        this.limit = limit;
        this.ahead = read(Optional.of(owner).filter(known -> !known.isEmpty()));
    }

    @Override
    public boolean hasNext() {
        return !ahead.isEmpty();
    }

    @Override
    public List<List<String>> next() {
        if (ahead.isEmpty()) {
            throw new NoSuchElementException();
        }
        List<List<String>> page = ahead;
        ahead = read(Optional.of(shape.owner(page.get(page.size() - 1))));
        return page;
    }

    private List<List<String>> read(Optional<String> owner) {
        return shape.sorted(set.after(owner, limit, businessDate));
    }
}
