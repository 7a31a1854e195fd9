// SPDX-FileCopyrightText: Teate contributors
// SPDX-License-Identifier: Apache-2.0
package org.teate.access;

/** Nobody is signed in, or the one who is may not do this. The attempt is on the audit trail. */
public class Forbidden extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** @param message a Japanese sentence for the person who tried */
    public Forbidden(String message) {
        super(message);
    }
}
