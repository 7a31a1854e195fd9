// SPDX-FileCopyrightText: Teate contributors
// SPDX-License-Identifier: Apache-2.0
package org.teate.rules;

/** What two states of the facts, or two states of the law, make of the same months; a refusal if either is impossible. */
public sealed interface Comparison permits Difference, Impossible {}
