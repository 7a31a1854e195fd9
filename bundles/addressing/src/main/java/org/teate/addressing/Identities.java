// SPDX-FileCopyrightText: Teate contributors
// SPDX-License-Identifier: Apache-2.0
package org.teate.addressing;

import java.util.Collection;
import java.util.Map;
import org.osgi.annotation.versioning.ProviderType;
import org.teate.kernel.AddresseeNumber;

/**
 * Names and birth dates of many people at once, for lists, imports and runs.
 *
 * <p>It holds no address and nothing is recorded here: the bundle that asks records its own deed, about everybody whose
 * name it shows. Joins the caller's transaction. Thread-safe.
 */
@ProviderType
public interface Identities {

    /**
     * Who the numbers belong to.
     *
     * @param numbers some thousand at most, in any order
     * @return the identity of each number that somebody has; a number missing here is unknown. Empty for whoever may see
     *     neither persons nor cases ({@code PERSON_VIEW}, {@code CASE_VIEW}): their lists show the numbers alone
     * @throws org.teate.access.Forbidden if nobody acts on this thread
     */
    Map<AddresseeNumber, Identity> of(Collection<AddresseeNumber> numbers);
}
