// SPDX-FileCopyrightText: Teate contributors
// SPDX-License-Identifier: Apache-2.0
package org.teate.addressing.internal;

/** What holds of a person for a time. */
interface Holding {

    /** What of it excludes each other: of one series one holds at a time. */
    String series();
}
