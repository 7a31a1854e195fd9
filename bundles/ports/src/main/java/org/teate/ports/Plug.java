// SPDX-FileCopyrightText: Teate contributors
// SPDX-License-Identifier: Apache-2.0
package org.teate.ports;

import org.osgi.service.component.annotations.ComponentPropertyType;

/** Names the port into which a connector is plugged; the port is the interface that callers bind. */
@ComponentPropertyType
public @interface Plug {

    Class<? extends Connector> value();
}
