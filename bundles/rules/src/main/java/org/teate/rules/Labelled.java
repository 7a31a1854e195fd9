// SPDX-FileCopyrightText: Teate contributors
// SPDX-License-Identifier: Apache-2.0
package org.teate.rules;

/** A term of the Act that has a Japanese name to print. */
public interface Labelled {

    /** The term as a notice prints it. */
    String label();
}
