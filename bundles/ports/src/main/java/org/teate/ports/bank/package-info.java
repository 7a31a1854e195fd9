// SPDX-FileCopyrightText: Teate contributors
// SPDX-License-Identifier: Apache-2.0
/** The port to the bank that carries out the city's transfers (総合振込). */
@Export
@Version("1.0.0")
package org.teate.ports.bank;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
