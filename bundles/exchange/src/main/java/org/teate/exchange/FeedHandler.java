// SPDX-FileCopyrightText: Teate contributors
// SPDX-License-Identifier: Apache-2.0
package org.teate.exchange;

import java.util.List;
import org.osgi.annotation.versioning.ConsumerType;
import org.teate.ports.FeedRecord;

/**
 * The owner of what one kind of file says; registered as a service by the domain bundle that owns it.
 *
 * <p>Called on one thread at a time, inside the transaction that also writes the file's progress: what it writes and
 * how far the file has been taken in commit together, so a record is applied once even if the server is killed.
 */
@ConsumerType
public interface FeedHandler {

    /** The interface whose records it takes, such as {@code IF-11} or {@code M05}. */
    String interfaceId();

    /** Files of a lower stage are taken in first when several wait: 10 masters, 20 persons, 30 cases, 40 payments. */
    int stage();

    /**
     * Takes a chunk of records, in file order.
     *
     * <p>A bad record is answered with {@link Taken.Refused}, never with an exception; an exception rolls the chunk back
     * and stops the file.
     *
     * @return one answer for each record, in the same order
     */
    List<Taken> take(List<FeedRecord> records);

    /**
     * Tells of records of a chunk that are refused without asking, as they hold bytes that are no text; called in the same
     * transaction, after {@link #take}. For a handler that must know what it lacks.
     */
    default void damaged(List<FeedRecord> records) {}

    /** Called after the file's last record, inside the transaction in which the file is marked as taken in. */
    default void finish() {}
}
