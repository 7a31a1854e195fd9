// SPDX-FileCopyrightText: Teate contributors
// SPDX-License-Identifier: Apache-2.0
/** The port to a system that takes over our data set by set (移行). */
@Export
@Version("1.0.0")
package org.teate.ports.migration;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
