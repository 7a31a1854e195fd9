// SPDX-FileCopyrightText: Teate contributors
// SPDX-License-Identifier: Apache-2.0
package org.teate.payments;

import java.util.List;
import org.teate.rules.ChildMonth;

/**
 * A payment and what it was made of when it was calculated.
 *
 * @param payment the payment
 * @param months each child in each month that it pays, in order of month and rank; empty if it was taken over from the
 *     previous system, which hands over sums only
 */
public record PaymentDetail(Payment payment, List<ChildMonth> months) {

    public PaymentDetail {
        months = List.copyOf(months);
    }
}
