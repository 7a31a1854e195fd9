// SPDX-FileCopyrightText: Teate contributors
// SPDX-License-Identifier: Apache-2.0
/** How Teate talks to other systems: what comes in once, what goes out at least once, and through which line. */
@Export
@Version("1.0.0")
package org.teate.exchange;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
