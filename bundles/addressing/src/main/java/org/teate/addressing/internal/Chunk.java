// SPDX-FileCopyrightText: Teate contributors
// SPDX-License-Identifier: Apache-2.0
package org.teate.addressing.internal;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.teate.access.Deed;
import org.teate.access.WorkItem;
import org.teate.kernel.AddresseeNumber;
import org.teate.kernel.Utc;

/**
 * The people whom some records of a file name: read in a few queries before, changed in memory while the records are
 * taken one after the other, written in batches afterwards.
 *
 * <p>Not thread-safe.
 */
final class Chunk {

    private final Connection database;
    private final Timestamp now;
    private final Map<String, Image> images;
    private final Set<String> stored;
    private final Set<String> touched = new HashSet<>();
    private final Map<FactTable<?>, Map<String, ? extends Facts<?>>> facts = new HashMap<>();
    private final List<LifeEvent> past = new ArrayList<>();
    private final List<LifeEvent> news = new ArrayList<>();
    private final List<WorkItem> items = new ArrayList<>();
    private final List<Deed> deeds = new ArrayList<>();
    private Optional<OwnCharacters> characters = Optional.empty();

    Chunk(Connection database, Set<String> numbers, Instant now) throws SQLException {
        this.database = database;
        this.now = Utc.timestamp(now);
        images = AddresseeTable.load(database, numbers);
        stored = Set.copyOf(images.keySet());
    }

    Connection database() {
        return database;
    }

    Timestamp now() {
        return now;
    }

    Optional<Image> image(AddresseeNumber number) {
        return Optional.ofNullable(images.get(number.value()));
    }

    void put(AddresseeNumber number, Image image) {
        images.put(number.value(), image);
        touched.add(number.value());
    }

    /**
     * What is known of one person; of everybody in the chunk it is read at once, the first time one is asked for.
     * Somebody without an image has no facts either.
     */
    <C extends Holding> Facts<C> facts(FactTable<C> table, AddresseeNumber number) throws SQLException {
        return loaded(table).computeIfAbsent(number.value(), nobody -> new Facts<>());
    }

    OwnCharacters characters() throws SQLException {
        if (characters.isEmpty()) {
            characters = Optional.of(OwnCharacters.load(database));
        }
        return characters.get();
    }

    /** A change that gives somebody something to do. */
    void happened(LifeEvent event) {
        news.add(event);
    }

    /** A change that the office has dealt with before Teate. */
    void remember(LifeEvent event) {
        past.add(event);
    }

    void leave(WorkItem item) {
        items.add(item);
    }

    /** A change of somebody who was known before is recorded one by one; of the others their number. */
    void changed(AddresseeNumber number, String object, String reason) {
        if (stored.contains(number.value())) {
            deeds.add(Deed.about(number, "person.change", object, reason));
        }
    }

    /** Writes everything that has changed. */
    void save() throws SQLException {
        Map<String, Image> entered = new TreeMap<>();
        Map<String, Image> changed = new TreeMap<>();
        touched.forEach(number -> (stored.contains(number) ? changed : entered).put(number, images.get(number)));
        AddresseeTable.save(database, entered, changed, now);
        for (FactTable<?> table : facts.keySet()) {
            save(table);
        }
        LifeEvents.save(database, past, now);
        LifeEvents.save(database, news, now);
        items.addAll(LifeEvents.effects(database, news));
        if (!entered.isEmpty()) {
            deeds.add(Deed.of("person.enter", entered.size() + "件", ""));
        }
    }

    List<WorkItem> items() {
        return items;
    }

    List<Deed> deeds() {
        return deeds;
    }

    private <C extends Holding> void save(FactTable<C> table) throws SQLException {
        table.save(database, loaded(table), now);
    }

    @SuppressWarnings("unchecked") // a table's facts are put here by this method only
    private <C extends Holding> Map<String, Facts<C>> loaded(FactTable<C> table) throws SQLException {
        Map<String, Facts<C>> loaded = (Map<String, Facts<C>>) facts.get(table);
        if (loaded == null) {
            loaded = table.load(database, stored);
            facts.put(table, loaded);
        }
        return loaded;
    }
}
