// SPDX-FileCopyrightText: Teate contributors
// SPDX-License-Identifier: Apache-2.0
package org.teate.exchange;

/** What became of one record of a file. */
public sealed interface Taken {

    Taken APPLIED = new Applied();
    Taken UNCHANGED = new Unchanged();
    Taken STALE = new Stale();

    /** It changed what we hold. */
    record Applied() implements Taken {}

    /** We held exactly this already. */
    record Unchanged() implements Taken {}

    /** We hold a later version. */
    record Stale() implements Taken {}

    /**
     * It cannot be taken and waits on the worklist.
     *
     * @param item the item at fault
     * @param code the error's code: E2xx form or character, E4xx reference, E5xx rule of the business
     * @param message a Japanese sentence that says what is wrong; names no one
     */
    record Refused(String item, String code, String message) implements Taken {}
}
