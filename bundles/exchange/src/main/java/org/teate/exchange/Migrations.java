// SPDX-FileCopyrightText: Teate contributors
// SPDX-License-Identifier: Apache-2.0
package org.teate.exchange;

import java.util.List;
import java.util.Optional;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Hands everything over to the next system, set by set, and shows that it has arrived（移行）.
 *
 * <p>Works in the background, one migration at a time, and commits after every part, so that a migration that was cut off
 * goes on with the next one. A part that goes twice is one there. Thread-safe; every method throws {@link
 * org.teate.access.Forbidden} without {@code MIGRATE}.
 */
@ProviderType
public interface Migrations {

    /** Starts a rehearsal. Recorded as {@code migration.rehearse}. */
    MigrationOutcome rehearse(String connector);

    /** Drafts a cut-over, to be approved by somebody else. Recorded as {@code migration.draft}. */
    MigrationOutcome cutOver(String connector);

    /**
     * Approves a drafted cut-over as the one who acts, and starts it. Recorded as {@code migration.approve}.
     *
     * @throws IllegalArgumentException if there is no such migration
     */
    MigrationOutcome approve(String number);

    /**
     * Sends a drafted cut-over back as the one who acts（差戻し）. Recorded as {@code migration.send-back}.
     *
     * @param reason why, not blank, at most 300 characters
     * @throws IllegalArgumentException if there is no such migration, or no reason
     */
    MigrationOutcome sendBack(String number, String reason);

    /**
     * Goes on with an interrupted migration where it stopped, and hands sets over again that did not agree. Recorded as
     * {@code migration.resume}.
     *
     * @throws IllegalArgumentException if there is no such migration
     */
    MigrationOutcome resume(String number);

    /**
     * Stops what is under way after the part that is being sent. Recorded as {@code migration.interrupt}.
     *
     * @return whether anything was under way
     */
    boolean interrupt();

    /**
     * Compares, in the background, every row that lies there with ours, for the {@linkplain #report report}. Recorded as
     * {@code migration.reconcile}.
     *
     * @throws IllegalArgumentException if there is no such migration
     */
    MigrationOutcome reconcile(String number);

    /** The migrations, newest first. */
    List<Migration> list();

    Optional<Migration> find(String number);

    /**
     * Everything that was found about a migration. Recorded as {@code migration.report}.
     *
     * @throws IllegalArgumentException if there is no such migration
     */
    MigrationReport report(String number);
}
