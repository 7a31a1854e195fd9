// SPDX-FileCopyrightText: Teate contributors
// SPDX-License-Identifier: Apache-2.0
package org.teate.cases;

import java.time.LocalDate;
import java.util.Optional;

/**
 * The status report of one year（現況届）.
 *
 * @param fiscalYear the year
 * @param state where it stands
 * @param dueOn by when it is due, if it is
 * @param submittedOn when it was filed, if it was
 */
public record StatusReport(
        int fiscalYear, ReportState state, Optional<LocalDate> dueOn, Optional<LocalDate> submittedOn) {}
