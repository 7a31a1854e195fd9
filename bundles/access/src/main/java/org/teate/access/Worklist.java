// SPDX-FileCopyrightText: Teate contributors
// SPDX-License-Identifier: Apache-2.0
package org.teate.access;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.osgi.annotation.versioning.ProviderType;

/**
 * What waits for a person (処理待ち): records that could not be taken in, events that need a decision.
 *
 * <p>Thread-safe.
 */
@ProviderType
public interface Worklist {

    /**
     * Adds items in the caller's transaction; an item whose key is there already, open or closed, is left as it is.
     *
     * @throws Forbidden if nobody acts on this thread
     */
    void add(List<WorkItem> items);

    /**
     * Open items, oldest first.
     *
     * @param kind only of this kind
     * @param after only items with a greater number, for paging; 0 from the start
     * @param limit at most so many
     * @throws Forbidden without {@link Permission#WORK_VIEW}
     */
    List<OpenItem> open(Optional<String> kind, long after, int limit);

    /**
     * How many open items there are of each kind, by kind.
     *
     * @throws Forbidden without {@link Permission#WORK_VIEW}
     */
    Map<String, Long> counts();

    /**
     * Closes an item.
     *
     * @param note what was done, not blank, at most 300 characters
     * @return whether it was open until now
     * @throws IllegalArgumentException if the note is blank or too long
     * @throws Forbidden without {@link Permission#WORK_DO}
     */
    boolean close(long number, String note);
}
