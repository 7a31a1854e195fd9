// SPDX-FileCopyrightText: Teate contributors
// SPDX-License-Identifier: Apache-2.0
package org.teate.addressing.internal;

/** The stages of import at which this bundle's files are taken. */
final class Stage {

    static final int MASTERS = 10;
    static final int PERSONS = 20;

    /** After everybody has been entered, or each change would look like one whose predecessor got lost. */
    static final int CHANGES = 21;

    private Stage() {}
}
