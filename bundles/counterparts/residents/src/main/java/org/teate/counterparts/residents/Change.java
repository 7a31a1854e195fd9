// SPDX-FileCopyrightText: Teate contributors
// SPDX-License-Identifier: Apache-2.0
package org.teate.counterparts.residents;

import java.time.LocalDate;
import org.teate.counterparts.town.Person;

/**
 * A change of the register (異動) for one person.
 *
 * @param number what the members of a household that move together have in common, within the day
 * @param before {@link Person#NOBODY} if the person is new
 * @param op I, U or D
 * @param reason 異動事由
 */
record Change(int number, Person before, Person after, String op, String reason, LocalDate on, LocalDate reportedOn) {}
