// SPDX-FileCopyrightText: Teate contributors
// SPDX-License-Identifier: Apache-2.0
package org.teate.access;

import java.util.List;
import org.osgi.annotation.versioning.ProviderType;

/**
 * The record of who saw and changed what, when, of whom and why (証跡).
 *
 * <p>Entries are only ever added. Who and when are filled in here. Thread-safe.
 */
@ProviderType
public interface AuditTrail {

    /**
     * Records a view in a transaction of its own, so that it stays even if the caller's work fails.
     *
     * @throws Forbidden if nobody acts on this thread, as everything that records
     */
    void viewed(Deed deed);

    /** Records many views, such as the rows of a search, in one transaction of their own. */
    void viewed(List<Deed> deeds);

    /** Records a change in the caller's transaction, so that it stands and falls with the change. */
    void changed(Deed deed);

    /** Records many changes at once in the caller's transaction. */
    void changed(List<Deed> deeds);

    /**
     * The latest entries that match, newest first; looking is itself recorded.
     *
     * @throws Forbidden without {@link Permission#AUDIT_VIEW}
     * @throws IllegalArgumentException if the limit is out of its range
     */
    List<AuditEntry> search(AuditQuery query);
}
