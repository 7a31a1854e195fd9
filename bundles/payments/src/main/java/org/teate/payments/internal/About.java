// SPDX-FileCopyrightText: Teate contributors
// SPDX-License-Identifier: Apache-2.0
package org.teate.payments.internal;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.teate.access.Deed;
import org.teate.cases.CaseRegister;
import org.teate.kernel.AddresseeNumber;
import org.teate.kernel.LedgerNumber;
import org.teate.payments.Payment;
import org.teate.payments.Unpaid;

/** Views of payments and accounts, which are kept by ledger, as deeds about the recipients whose they are. */
final class About {

    private About() {}

    static Deed ledger(CaseRegister cases, LedgerNumber ledger, String action, String object, String reason) {
        Optional<AddresseeNumber> recipient =
                Optional.ofNullable(cases.recipients(List.of(ledger)).get(ledger));
        return new Deed(action, object, recipient, reason);
    }

    /** A list of payments of a run: a deed for each that is shown. */
    static List<Deed> payments(CaseRegister cases, long run, List<Payment> shown) {
        Map<LedgerNumber, AddresseeNumber> recipients =
                cases.recipients(shown.stream().map(Payment::ledger).toList());
        return listed(
                run,
                "支払一覧の照会",
                shown.stream()
                        .map(Payment::ledger)
                        .map(ledger -> Optional.ofNullable(recipients.get(ledger)))
                        .toList());
    }

    /** A list of those whom a run does not pay: a deed for each that is shown. */
    static List<Deed> unpaid(long run, List<Unpaid> shown) {
        return listed(
                run,
                "未支払者一覧の照会",
                shown.stream().map(Unpaid::recipient).map(Optional::of).toList());
    }

    private static List<Deed> listed(long run, String list, List<Optional<AddresseeNumber>> recipients) {
        // a list of nobody is a look at the run
        return recipients.isEmpty()
                ? List.of(Deed.of("payment.list", "run " + run, list))
                : recipients.stream()
                        .distinct()
                        .map(recipient -> new Deed("payment.list", "run " + run, recipient, list))
                        .toList();
    }
}
