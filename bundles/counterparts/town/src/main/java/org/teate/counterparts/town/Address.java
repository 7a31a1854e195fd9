// SPDX-FileCopyrightText: Teate contributors
// SPDX-License-Identifier: Apache-2.0
package org.teate.counterparts.town;

/**
 * Where somebody lives, lived or is moving to (住所).
 *
 * @param postalCode seven digits
 * @param townCode municipality and town; empty outside the city
 * @param text without building
 * @param building empty if there is none (方書)
 * @param municipality six digits with check digit; empty abroad
 */
public record Address(String postalCode, String townCode, String text, String building, String municipality) {

    /** Nowhere: the person has not moved. */
    public static final Address NONE = new Address("", "", "", "", "");
}
