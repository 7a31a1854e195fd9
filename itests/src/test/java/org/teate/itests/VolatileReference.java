// SPDX-FileCopyrightText: Teate contributors
// SPDX-License-Identifier: Apache-2.0
package org.teate.itests;

import java.util.List;
import org.teate.kernel.AddresseeNumber;
import org.teate.ports.Connector;
import org.teate.ports.welfare.LedgerEntry;
import org.teate.ports.welfare.WelfareLedger;

/**
 * What most would write instead of a line: a component with a dynamic reference in a volatile field.
 *
 * <p>Described in {@code OSGI-INF/volatile-reference.xml}.
 */
public final class VolatileReference {

    private volatile Connector welfare;

    List<LedgerEntry> ledgersOf(AddresseeNumber recipient) {
        Connector held = welfare;
        if (held == null) {
            throw new IllegalStateException("No connector is there");
        }
        return ((WelfareLedger) held).ledgersOf(recipient);
    }
}
