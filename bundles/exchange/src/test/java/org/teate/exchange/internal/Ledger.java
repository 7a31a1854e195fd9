// SPDX-FileCopyrightText: Teate contributors
// SPDX-License-Identifier: Apache-2.0
package org.teate.exchange.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.teate.exchange.FeedHandler;
import org.teate.exchange.Taken;
import org.teate.ports.FeedRecord;

/** A domain bundle that keeps the amounts in a table of its own (LEDGER), in the transaction it is called in. */
final class Ledger implements FeedHandler {

    private final DerbyTransactions transactions;
    int chunksUntilKilled = Integer.MAX_VALUE;
    int calls;
    /** The sum each time a file came to its end. */
    final List<Long> sums = new ArrayList<>();

    /** The lines that hold no text. */
    final List<Long> damagedLines = new ArrayList<>();

    boolean isKilledAtTheEnd;
    /** What every record is answered with, if anything. */
    Optional<Taken> refusal = Optional.empty();

    Ledger(DerbyTransactions transactions) {
        this.transactions = transactions;
    }

    long rows() {
        return transactions.number("SELECT COUNT(*) FROM LEDGER");
    }

    long sum() {
        return transactions.number("SELECT COALESCE(SUM(AMOUNT), 0) FROM LEDGER");
    }

    @Override
    public String interfaceId() {
        return Sender.INTERFACE;
    }

    @Override
    public int stage() {
        return 20;
    }

    @Override
    public List<Taken> take(List<FeedRecord> records) {
        calls++;
        List<Taken> taken = new ArrayList<>();
        for (FeedRecord feedRecord : records) {
            if (refusal.isPresent()) {
                taken.add(refusal.get());
                continue;
            }
            if (!feedRecord.get("amount").matches("\\d+")) {
                taken.add(new Taken.Refused("amount", "E202", "金額が数字ではありません。"));
                continue;
            }
            transactions.execute(
                    "INSERT INTO LEDGER VALUES ('" + feedRecord.get("code") + "', " + feedRecord.get("amount") + ")");
            taken.add(Taken.APPLIED);
        }
        if (--chunksUntilKilled < 0) {
            throw new IllegalStateException("killed");
        }
        return taken;
    }

    @Override
    public void damaged(List<FeedRecord> records) {
        records.forEach(each -> damagedLines.add(each.line()));
    }

    @Override
    public void finish() {
        sums.add(sum());
        if (isKilledAtTheEnd) {
            transactions.execute("DELETE FROM LEDGER");
            throw new IllegalStateException("killed");
        }
    }
}
