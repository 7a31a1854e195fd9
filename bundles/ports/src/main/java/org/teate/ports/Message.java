// SPDX-FileCopyrightText: Teate contributors
// SPDX-License-Identifier: Apache-2.0
package org.teate.ports;

/**
 * One thing to tell one external system.
 *
 * @param key what makes the message itself, at most 100 characters; the receiver acts once on each key
 * @param system the system it is for, such as {@code welfare} or {@code bank}; see {@link Teller}
 * @param subject whose messages must arrive in order, such as an addressee number; at most 50 characters
 * @param kind what is told, such as {@code entitlement.ended}; at most 50 characters
 * @param body the content, JSON unless the port says otherwise; at most 30,000 characters
 */
public record Message(String key, String system, String subject, String kind, String body) {}
