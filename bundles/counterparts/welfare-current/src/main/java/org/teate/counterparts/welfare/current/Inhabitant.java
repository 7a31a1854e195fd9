// SPDX-FileCopyrightText: Teate contributors
// SPDX-License-Identifier: Apache-2.0
package org.teate.counterparts.welfare.current;

import java.util.List;
import java.util.Optional;

/**
 * A person as this system knows applicants (W2).
 *
 * @param name as CP932 writes it, own characters (外字) in the private use area
 * @param incomes latest year first
 */
record Inhabitant(
        String number,
        String name,
        String kana,
        String birth,
        List<Other> household,
        List<Income> incomes,
        Optional<Holder> account) {

    /** Another person of the household. */
    record Other(String number, String name, String relation) {}

    /** What was judged of one year. */
    record Income(String year, long judged) {}

    /** Where the allowance is paid. */
    record Holder(String bank, String branch, String type, String number, String kana) {}
}
