// SPDX-FileCopyrightText: Teate contributors
// SPDX-License-Identifier: Apache-2.0
package org.teate.exchange;

/** What came of the attempt to discard a message. */
public sealed interface Discard {

    /** It waits for the approval of a second person. */
    record Proposed(long draft) implements Discard {}

    /** The second person did not approve: the message waits on. */
    record SentBack(String key) implements Discard {}

    /** It is told to nobody any more. */
    record Discarded(String key) implements Discard {}

    /**
     * The message is as it was.
     *
     * @param reason why, a Japanese sentence
     */
    record NotDiscarded(String reason) implements Discard {}
}
