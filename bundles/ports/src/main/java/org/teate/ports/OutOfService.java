// SPDX-FileCopyrightText: Teate contributors
// SPDX-License-Identifier: Apache-2.0
package org.teate.ports;

/**
 * The external system cannot be reached now; the same call may succeed later.
 *
 * <p>A refusal by the other system is not this: it is an answer, and ports return answers.
 */
public class OutOfService extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public OutOfService(String message) {
        super(message);
    }

    public OutOfService(String message, Throwable cause) {
        super(message, cause);
    }
}
