// SPDX-FileCopyrightText: Teate contributors
// SPDX-License-Identifier: Apache-2.0
package org.teate.access;

import java.util.function.Supplier;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Asks whether the one who acts on this thread may do a thing.
 *
 * <p>Web and shell bind the signed-in person to the thread before a service is called; services ask here, so that no
 * way in can forget to. Thread-safe.
 */
@ProviderType
public interface Guard {

    /**
     * Who acts on this thread.
     *
     * @throws Forbidden if nobody is signed in
     */
    Actor actor();

    /**
     * Returns who acts if they may.
     *
     * @throws Forbidden if they may not; the attempt is audited in a transaction of its own
     */
    Actor require(Permission permission);

    /** Whether the one who acts may; false if nobody is signed in. Nothing is audited. */
    boolean permits(Permission permission);

    /** Does {@code work} as a system account; afterwards this thread acts as before. */
    <T> T actingAs(SystemAccount account, Supplier<T> work);

    /** {@code work}, to be run on another thread, as the one who acts on this thread now. */
    Runnable carrying(Runnable work);
}
