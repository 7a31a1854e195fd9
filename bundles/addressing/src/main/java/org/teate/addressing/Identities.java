// SPDX-FileCopyrightText: Teate contributors
// SPDX-License-Identifier: Apache-2.0
package org.teate.addressing;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.osgi.annotation.versioning.ProviderType;
import org.teate.kernel.AddresseeNumber;

/**
 * Names and birth dates of many people at once, for lists, imports and runs.
 *
 * <p>It holds no address and nothing is recorded here: the bundle that asks has asked the guard for its own purpose and
 * records its own deed. Joins the caller's transaction. Thread-safe.
 */
@ProviderType
public interface Identities {

    /**
     * Who the numbers belong to.
     *
     * @param numbers some thousand at most, in any order
     * @return the identity of each number that somebody has; a number missing here is unknown
     * @throws org.teate.access.Forbidden if nobody acts on this thread
     */
    Map<AddresseeNumber, Identity> of(Collection<AddresseeNumber> numbers);

    /**
     * The next people in the order of their numbers, for a run that reads everybody page by page.
     *
     * @param key the last number of the page before; empty for the first page
     * @param limit how many at most, 1 to 10,000
     * @return the page; empty after the last person
     * @throws org.teate.access.Forbidden if nobody acts on this thread
     */
    List<Identity> after(Optional<AddresseeNumber> key, int limit);
}
