// SPDX-FileCopyrightText: Teate contributors
// SPDX-License-Identifier: Apache-2.0
package org.teate.bench.rules;

import java.time.LocalDate;
import java.util.List;

/**
 * A household of the invented town.
 *
 * @param id its number from 0
 * @param parent the claimant's birth date
 * @param births the children's birth dates, eldest first
 */
record Household(int id, LocalDate parent, List<LocalDate> births) {}
