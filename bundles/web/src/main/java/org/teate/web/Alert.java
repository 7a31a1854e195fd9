// SPDX-FileCopyrightText: Teate contributors
// SPDX-License-Identifier: Apache-2.0
package org.teate.web;

/**
 * Something about the exchange that a person should look at.
 *
 * @param grave whether something does not work, not just waits
 * @param text a Japanese sentence
 * @param address the page on which one looks at it
 */
public record Alert(boolean grave, String text, String address) {

    static Alert fault(String text, String address) {
        return new Alert(true, text, address);
    }

    static Alert wait(String text, String address) {
        return new Alert(false, text, address);
    }
}
