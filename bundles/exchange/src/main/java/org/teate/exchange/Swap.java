// SPDX-FileCopyrightText: Teate contributors
// SPDX-License-Identifier: Apache-2.0
package org.teate.exchange;

/** What came of the attempt to put another connector in use. */
public sealed interface Swap {

    /**
     * New calls go to the chosen connector.
     *
     * @param choice what was chosen, and which one was in use until then
     */
    record Swapped(Choice choice) implements Swap {}

    /**
     * Nothing has changed.
     *
     * @param reason why, a Japanese sentence
     */
    record NotSwapped(String reason) implements Swap {}
}
