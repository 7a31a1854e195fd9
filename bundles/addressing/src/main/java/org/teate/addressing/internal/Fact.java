// SPDX-FileCopyrightText: Teate contributors
// SPDX-License-Identifier: Apache-2.0
package org.teate.addressing.internal;

import java.time.LocalDate;
import java.util.Optional;

/**
 * Something that holds of a person for a time, as we know it now.
 *
 * @param seq the row's number among those of the person
 * @param content what holds
 * @param from the first day
 * @param to the last day
 * @param source the interface that told us
 */
record Fact<C extends Holding>(int seq, C content, LocalDate from, Optional<LocalDate> to, String source) {

    boolean isOpen() {
        return to.isEmpty();
    }

    /** The same with a last day, in a row of its own. */
    Fact<C> until(LocalDate lastDay, int newSeq) {
        return new Fact<>(newSeq, content, from, Optional.of(lastDay), source);
    }
}
