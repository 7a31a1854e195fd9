// SPDX-FileCopyrightText: Teate contributors
// SPDX-License-Identifier: Apache-2.0
package org.teate.cases;

import org.teate.access.Approval;

/**
 * A drafted decision and where it stands（起案）.
 *
 * @param approval its number, drafter and state
 * @param proposal what is proposed
 */
public record DecisionDraft(Approval approval, Proposal proposal) {}
