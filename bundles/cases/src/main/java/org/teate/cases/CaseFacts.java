// SPDX-FileCopyrightText: Teate contributors
// SPDX-License-Identifier: Apache-2.0
package org.teate.cases;

import org.teate.rules.Facts;

/**
 * One case as a run needs it: the entitlement, and the facts ready to be assessed.
 *
 * <p>Immutable and thread-safe.
 *
 * @param entitlement the entitlement now
 * @param employment whose contributions bear the cost of an infant; {@link EmploymentClass#UNKNOWN} if the ledger does not
 *     say
 * @param facts what {@link org.teate.rules.Act#assess} takes; each child's key is its addressee number, and no month
 *     before October 2024 is entitled, since the ledger holds no child's facts from before
 */
public record CaseFacts(Entitlement entitlement, EmploymentClass employment, Facts facts) {}
