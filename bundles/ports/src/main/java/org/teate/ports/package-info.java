// SPDX-FileCopyrightText: Teate contributors
// SPDX-License-Identifier: Apache-2.0
/** The shape of every plug: what a connector is, what it offers and what it is told. */
@Export
@Version("1.0.0")
package org.teate.ports;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
