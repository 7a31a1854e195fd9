// SPDX-FileCopyrightText: Teate contributors
// SPDX-License-Identifier: Apache-2.0
package org.teate.cases;

import java.time.LocalDate;
import java.util.List;
import org.teate.kernel.AddresseeNumber;

/**
 * A child of a case, or a sibling of 18 to 22 who counts（児童）.
 *
 * <p>Immutable and thread-safe.
 *
 * @param number the child's addressee number
 * @param born the birth date on which the office has relied; an unknown day or month is the first possible
 * @param care what was found about the child, month by month, latest first; at least one
 */
public record CaseChild(AddresseeNumber number, LocalDate born, List<Care> care) {

    public CaseChild {
        care = List.copyOf(care);
    }
}
