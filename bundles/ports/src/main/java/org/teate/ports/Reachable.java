// SPDX-FileCopyrightText: Teate contributors
// SPDX-License-Identifier: Apache-2.0
package org.teate.ports;

import org.osgi.annotation.versioning.ConsumerType;

/** A connector that can be asked whether it reaches its system; what an operator sees as its health. */
@ConsumerType
public interface Reachable {

    /**
     * Returns if the system answers and lets this connector in; changes nothing there.
     *
     * @throws OutOfService with the reason, in words for an operator, if not
     */
    void reach();
}
