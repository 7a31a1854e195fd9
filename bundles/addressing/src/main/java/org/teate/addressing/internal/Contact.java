// SPDX-FileCopyrightText: Teate contributors
// SPDX-License-Identifier: Apache-2.0
package org.teate.addressing.internal;

import org.teate.addressing.ContactPoint;

/** A way to reach a person. */
record Contact(ContactPoint point) implements Holding {

    @Override
    public String series() {
        return Integer.toString(point.priority());
    }
}
