// SPDX-FileCopyrightText: Teate contributors
// SPDX-License-Identifier: Apache-2.0
/** Who a person is (宛名): addressee, household, addresses, life events, and the vault of Individual Numbers. */
@Export
@Version("1.0.0")
package org.teate.addressing;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
