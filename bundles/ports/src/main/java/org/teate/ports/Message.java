// SPDX-FileCopyrightText: Teate contributors
// SPDX-License-Identifier: Apache-2.0
package org.teate.ports;

/**
 * One thing to tell one external system.
 *
 * @param key what makes the message itself, at most 100 characters; the receiver acts once on each key
 * @param system the system it is for, such as {@code welfare} or {@code bank}, at most 50 characters; see {@link Teller}
 * @param subject whose messages must arrive in order, such as an addressee number; at most 50 characters
 * @param kind what is told, such as {@code entitlement.ended}; at most 50 characters
 * @param body the content, JSON unless the port says otherwise; at most 30,000 characters
 */
public record Message(String key, String system, String subject, String kind, String body) {

    /** @throws IllegalArgumentException if key or system is empty, or anything is too long */
    public Message {
        if (key.isEmpty() || system.isEmpty()) {
            throw new IllegalArgumentException("A message needs a key and a system");
        }
        if (key.length() > 100
                || system.length() > 50
                || subject.length() > 50
                || kind.length() > 50
                || body.length() > 30_000) {
            throw new IllegalArgumentException("Part of the message " + kind + " is too long");
        }
    }

    /** Names only key and system: the rest may be about a person. */
    @Override
    public String toString() {
        return "Message " + key + " to " + system;
    }
}
