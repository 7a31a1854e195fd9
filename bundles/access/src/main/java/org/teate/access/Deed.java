// SPDX-FileCopyrightText: Teate contributors
// SPDX-License-Identifier: Apache-2.0
package org.teate.access;

import java.util.Optional;
import org.teate.kernel.AddresseeNumber;

/**
 * What was done.
 *
 * @param action what kind of thing, such as {@code person.view} or {@code payment.approve}; at most 50 characters
 * @param object to what, such as a ledger number or a run's number; at most 100 characters
 * @param subject whose data it is, if one person's
 * @param reason why, in the words of the one who did it or of the process; at most 300 characters, may be empty
 */
public record Deed(String action, String object, Optional<AddresseeNumber> subject, String reason) {

    /** @throws IllegalArgumentException if a part is longer than it may be */
    public Deed {
        Lengths.check("action", action, 50);
        Lengths.check("object", object, 100);
        Lengths.check("reason", reason, 300);
    }

    public static Deed of(String action, String object, String reason) {
        return new Deed(action, object, Optional.empty(), reason);
    }

    public static Deed about(AddresseeNumber subject, String action, String object, String reason) {
        return new Deed(action, object, Optional.of(subject), reason);
    }
}
