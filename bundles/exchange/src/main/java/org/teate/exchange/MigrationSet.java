// SPDX-FileCopyrightText: Teate contributors
// SPDX-License-Identifier: Apache-2.0
package org.teate.exchange;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * A set of data that is handed over whole to the next system（移行データセット）; registered as a service by the domain bundle
 * that owns the data.
 *
 * <p>It says what the bundle holds now, whatever was once taken over. Reading changes nothing but the audit trail and may be
 * done again. Thread-safe.
 */
@ConsumerType
public interface MigrationSet {

    /** How its rows look; always the same. */
    MigrationLayout layout();

    /**
     * The rows that follow an owner, an owner being a value of the first key item, such as a ledger number. Of an owner there
     * are all rows or none; owners are in the order of their code points, the rows of one owner in any order.
     *
     * @param owner the last owner of the page before; empty for the first page
     * @param limit about how many rows, at least 1; more only if the rows of the last owner need it
     * @param businessDate the day for which what depends on the day is said, such as the months of a stretch that still goes on
     * @return the rows, each with one text for each item, empty where there is no value; no row only after the last owner
     * @throws org.teate.access.Forbidden without {@code MIGRATE}
     */
    List<List<String>> after(Optional<String> owner, int limit, LocalDate businessDate);

    /**
     * What must be put right before anything is handed over, such as one of the city's own characters of which nobody knows
     * what it stands for; empty if nothing stands in the way.
     *
     * @throws org.teate.access.Forbidden without {@code MIGRATE}
     */
    default List<MigrationFlaw> obstacles() {
        return List.of();
    }
}
