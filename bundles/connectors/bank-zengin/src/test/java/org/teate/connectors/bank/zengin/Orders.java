// SPDX-FileCopyrightText: Teate contributors
// SPDX-License-Identifier: Apache-2.0
package org.teate.connectors.bank.zengin;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.teate.kernel.Yen;
import org.teate.ports.bank.Transfer;
import org.teate.ports.bank.TransferOrder;

/** Orders of invented people. */
final class Orders {

    static final LocalDate PAYDAY = LocalDate.of(2026, 10, 15);
    static final Clock CLOCK = Clock.fixed(Instant.parse("2026-10-01T00:00:00Z"), ZoneOffset.UTC);

    static final Transfer TRANSFER = new Transfer(
            20_261_015L, "9900", "ﾕｳﾁﾖ", "318", "ｻﾝｲﾁﾊﾁ", '1', "1234567", "ﾜﾀﾅﾍﾞ ｼﾖｳﾀ", Yen.of(60_000), '0');

    private static final String[] NAMES = {
        "ﾔﾏﾀﾞ ﾊﾅｺ", "NGUYEN VAN AN", "ｶ)ｼﾞﾄﾞｳｴﾝ", "ｻﾄｳ ﾘ-", "ﾏﾙﾁﾈｽ ｶﾞﾙｼｱ ﾏﾘｱ ﾌｴﾙﾅﾝﾀﾞ ﾃﾞ ﾛｽ ｱﾝﾍﾚｽ"
    };

    private Orders() {}

    static TransferOrder of(Transfer... transfers) {
        return on(PAYDAY, List.of(transfers));
    }

    /** With the totals that belong to the transfers. */
    static TransferOrder on(LocalDate payday, List<Transfer> transfers) {
        Yen total = transfers.stream().map(Transfer::amount).reduce(Yen.ZERO, Yen::plus);
        return new TransferOrder(1, payday, transfers, transfers.size(), total);
    }

    /** Any number of transfers that nothing is wrong with. */
    static TransferOrder random(int count, long seed) {
        Random random = new Random(seed);
        List<Transfer> transfers = new ArrayList<>(count);
        for (int serial = 1; serial <= count; serial++) {
            transfers.add(transfer(serial, random));
        }
        return on(PAYDAY, transfers);
    }

    private static Transfer transfer(long serial, Random random) {
        int bank = 1 + random.nextInt(40);
        int branch = random.nextInt(300);
        return new Transfer(
                serial * 7 + random.nextInt(7),
                "%04d".formatted(bank),
                "ｷﾞﾝｺｳ" + bank,
                "%03d".formatted(branch),
                "ｼﾃﾝ" + branch,
                "1249".charAt(random.nextInt(4)),
                "%07d".formatted(random.nextInt(10_000_000)),
                NAMES[random.nextInt(NAMES.length)],
                Yen.of(1 + random.nextInt(500_000)),
                "012".charAt(random.nextInt(3)));
    }
}
