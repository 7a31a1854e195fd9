// SPDX-FileCopyrightText: Teate contributors
// SPDX-License-Identifier: Apache-2.0
package org.teate.exchange.internal;

/**
 * The name of a connector, such as {@code welfare-next}.
 *
 * @param value the name of its bundle after the common beginning, with hyphens for dots
 */
record ConnectorName(String value) {

    private static final String BEGINNING = "org.teate.connectors.";

    /** The connector whose bundle has that symbolic name. */
    static ConnectorName ofBundle(String symbolicName) {
        String own = symbolicName.startsWith(BEGINNING) ? symbolicName.substring(BEGINNING.length()) : symbolicName;
        return new ConnectorName(own.replace('.', '-'));
    }

    /** The system to which it is a plug: what stands before the first hyphen. */
    String system() {
        int hyphen = value.indexOf('-');
        return hyphen < 0 ? value : value.substring(0, hyphen);
    }
}
