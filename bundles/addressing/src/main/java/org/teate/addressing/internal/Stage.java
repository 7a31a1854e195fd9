// SPDX-FileCopyrightText: Teate contributors
// SPDX-License-Identifier: Apache-2.0
package org.teate.addressing.internal;

/** The stages of import at which this bundle's files are taken. */
final class Stage {

    static final int MASTERS = 10;
    static final int PERSONS = 20;

    private Stage() {}
}
