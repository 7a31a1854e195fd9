// SPDX-FileCopyrightText: Teate contributors
// SPDX-License-Identifier: Apache-2.0
package org.teate.cases;

import java.util.Optional;
import org.teate.kernel.AddresseeNumber;

/**
 * The recipient's spouse as the ledger knows it（配偶者）.
 *
 * @param state whether there is one
 * @param number the spouse's addressee number, if known
 * @param occupation what the spouse does, if known
 */
public record Spouse(SpouseState state, Optional<AddresseeNumber> number, Optional<Occupation> occupation) {}
