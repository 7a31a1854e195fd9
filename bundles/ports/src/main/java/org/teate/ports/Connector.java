// SPDX-FileCopyrightText: Teate contributors
// SPDX-License-Identifier: Apache-2.0
package org.teate.ports;

import org.osgi.annotation.versioning.ConsumerType;

/**
 * A plug to one external system.
 *
 * <p>A connector is registered as a service under this type alone, marked with {@link Plug}. Nobody but the
 * switchboard of {@code exchange} binds it; everyone else binds the port interface and gets a line that outlives any
 * one connector. A connector is called from many threads at once.
 */
@ConsumerType
public interface Connector {}
