// SPDX-FileCopyrightText: Teate contributors
// SPDX-License-Identifier: Apache-2.0
/** What is due and paid（支払）: payment runs, their transfer files, accounts, banks, and what a ledger was paid. */
@Export
@Version("1.0.0")
package org.teate.payments;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
