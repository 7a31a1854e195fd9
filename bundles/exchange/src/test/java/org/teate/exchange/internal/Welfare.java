// SPDX-FileCopyrightText: Teate contributors
// SPDX-License-Identifier: Apache-2.0
package org.teate.exchange.internal;

import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.teate.kernel.AddresseeNumber;
import org.teate.kernel.LedgerNumber;
import org.teate.kernel.Yen;
import org.teate.ports.welfare.Applicant;
import org.teate.ports.welfare.LedgerEntry;
import org.teate.ports.welfare.WelfareLedger;

/** A welfare system that is asked; what it answers can be changed. */
final class Welfare implements WelfareLedger {

    final AtomicInteger asked = new AtomicInteger();
    volatile String name = "金沢　太郎";
    volatile String memberName = "金沢　花子";
    volatile long monthly = 15_000;
    volatile int ledgers = 1;
    volatile boolean knowsAccount = true;
    volatile Runnable before = () -> {};

    private void ask() {
        asked.incrementAndGet();
        before.run();
    }

    @Override
    public List<LedgerEntry> ledgersOf(AddresseeNumber recipient) {
        ask();
        return IntStream.range(0, ledgers)
                .mapToObj(i -> new LedgerEntry(
                        LedgerNumber.ofSerial(i + 1L),
                        recipient,
                        "30",
                        YearMonth.of(2026, 4),
                        Optional.empty(),
                        "",
                        new Yen(monthly),
                        1,
                        Optional.empty(),
                        ""))
                .toList();
    }

    @Override
    public Optional<Applicant> applicant(AddresseeNumber person) {
        ask();
        return Optional.of(new Applicant(
                person,
                name,
                "カナザワ　タロウ",
                "19900401",
                List.of(new Applicant.Member(person, memberName, "02")),
                List.of(),
                knowsAccount
                        ? Optional.of(new Applicant.Account("0146", "101", "1", "1234567", "ｶﾅｻﾞﾜ ﾀﾛｳ"))
                        : Optional.empty()));
    }

    @Override
    public List<LedgerEntry> after(Optional<LedgerNumber> after, int limit) {
        ask();
        return List.of();
    }
}
