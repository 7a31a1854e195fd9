// SPDX-FileCopyrightText: Teate contributors
// SPDX-License-Identifier: Apache-2.0
/** The port to the city's welfare system (福祉システム), whichever generation is plugged in. */
@Export
@Version("1.0.0")
package org.teate.ports.welfare;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
