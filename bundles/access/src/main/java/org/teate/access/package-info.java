// SPDX-FileCopyrightText: Teate contributors
// SPDX-License-Identifier: Apache-2.0
/** Who may do what, and the record that they did: people, roles, approvals, work and the audit trail. */
@Export
@Version("1.0.0")
package org.teate.access;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
