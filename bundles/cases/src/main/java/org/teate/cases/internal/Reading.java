// SPDX-FileCopyrightText: Teate contributors
// SPDX-License-Identifier: Apache-2.0
package org.teate.cases.internal;

import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import org.teate.exchange.Taken;
import org.teate.kernel.AddresseeNumber;

/** What came of reading a record: its values, or why it is refused. */
sealed interface Reading {

    /** An item that does not fit. */
    record Flaw(Taken.Refused refusal) implements Reading {}

    /** The values of a record's items by name; an item that was empty has none. */
    final class Values implements Reading {

        private final Map<String, Integer> positions;
        private final Object[] values;

        Values(Map<String, Integer> positions, Object[] values) {
            this.positions = positions;
            this.values = values;
        }

        Optional<Object> find(String item) {
            return Optional.ofNullable(values[positions.get(item)]);
        }

        boolean has(String item) {
            return values[positions.get(item)] != null;
        }

        /** The value of an item that every record has, or that was seen to be there. */
        String text(String item) {
            return (String) find(item).orElseThrow();
        }

        LocalDate day(String item) {
            return (LocalDate) find(item).orElseThrow();
        }

        AddresseeNumber addressee(String item) {
            return AddresseeNumber.of(text(item));
        }
    }
}
