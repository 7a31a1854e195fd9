// SPDX-FileCopyrightText: Teate contributors
// SPDX-License-Identifier: Apache-2.0
package org.teate.rules;

/** What the Act makes of the facts: amounts, or a refusal that names the facts that cannot be. */
public sealed interface Assessment permits Assessed, Impossible {}
