// SPDX-FileCopyrightText: Teate contributors
// SPDX-License-Identifier: Apache-2.0
package org.teate.ports.migration;

import java.util.List;
import java.util.Optional;
import org.osgi.annotation.versioning.ConsumerType;
import org.teate.ports.CallLimit;
import org.teate.ports.Connector;

/**
 * A plug through which another system is given whole data sets (移行データセット).
 *
 * <p>A call carries one part of one set. Every call may be made again: a part is loaded by the natural keys of its rows, so
 * twice is once. Each throws {@link org.teate.ports.OutOfService} if it cannot be made now.
 */
@ConsumerType
@CallLimit(60)
public interface SetReceiver extends Connector {

    /** The system, as in {@link org.teate.ports.Message#system()}. */
    String system();

    /**
     * Opens the place where a migration's sets are loaded. A rehearsal's place is empty at first and apart from the system's
     * own data; a cut-over's is the system's own data. Opening it again keeps what was loaded.
     *
     * @param migration the migration's number, such as {@code 20261124-01}
     * @param rehearsal whether it is only tried (リハーサル)
     */
    void open(String migration, boolean rehearsal);

    /** Hands over one part and returns what became of it there. */
    SetReceipt put(SetPart part);

    /**
     * What lies there of a set, in the order of the keys, to be compared with what was sent.
     *
     * @param set the set, such as {@code M05}
     * @param after the key after which the page begins, empty for the first page
     * @param limit how many at most, 1 to 10,000
     * @return fewer than {@code limit} only at the end
     */
    List<RowDigest> digests(String migration, String set, Optional<String> after, int limit);
}
