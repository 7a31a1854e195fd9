// SPDX-FileCopyrightText: Teate contributors
// SPDX-License-Identifier: Apache-2.0
package org.teate.addressing;

import java.time.LocalDate;
import java.util.Optional;

/**
 * Support measures for a victim of violence (支援措置).
 *
 * @param inForce whether they hold; the register says so, the days are for the clerk
 * @param from the first day
 * @param to the last day
 */
public record Protection(boolean inForce, Optional<LocalDate> from, Optional<LocalDate> to) {

    /** Whether measures hold, held or will hold. */
    public boolean isAnything() {
        return inForce || from.isPresent() || to.isPresent();
    }
}
