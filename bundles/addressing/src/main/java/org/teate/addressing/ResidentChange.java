// SPDX-FileCopyrightText: Teate contributors
// SPDX-License-Identifier: Apache-2.0
package org.teate.addressing;

import java.time.LocalDate;
import java.util.Optional;

/**
 * A life event or correction that the resident register told us (異動).
 *
 * @param reason what it was
 * @param changedOn the day of the event (異動日)
 * @param reportedOn the day it was reported (届出日)
 */
public record ResidentChange(ChangeReason reason, LocalDate changedOn, Optional<LocalDate> reportedOn) {}
