// SPDX-FileCopyrightText: Teate contributors
// SPDX-License-Identifier: Apache-2.0
package org.teate.exchange;

import org.osgi.annotation.versioning.ConsumerType;

/** What the city's own characters (外字) stand for; registered by the bundle that keeps their list. Thread-safe. */
@ConsumerType
public interface TrueCharacters {

    /** The text with every own character that is known replaced by the true one. */
    String resolve(String text);
}
