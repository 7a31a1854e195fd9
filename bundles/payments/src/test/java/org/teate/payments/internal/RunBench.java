// SPDX-FileCopyrightText: Teate contributors
// SPDX-License-Identifier: Apache-2.0
package org.teate.payments.internal;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.teate.cases.CaseFacts;
import org.teate.cases.CaseStatus;
import org.teate.cases.EmploymentClass;
import org.teate.cases.Entitlement;
import org.teate.cases.Hold;
import org.teate.cases.PaymentMethod;
import org.teate.kernel.AddresseeNumber;
import org.teate.kernel.LedgerNumber;
import org.teate.payments.PaymentRun;
import org.teate.payments.PaymentRuns;
import org.teate.payments.RunState;
import org.teate.rules.Child;
import org.teate.rules.Circumstance;
import org.teate.rules.Claimant;
import org.teate.rules.ClaimantKind;
import org.teate.rules.Facts;
import org.teate.rules.Period;
import org.teate.rules.Spell;

/**
 * How fast payments calculates, on Derby on disk, with the ledgers in memory and a history of payments: run it by hand. What
 * the server as a whole does is measured by {@code bench/run}.
 */
final class RunBench {

    private static final YearMonth START = YearMonth.of(2024, 10);
    private static final int MONTHS_BEFORE = 12;

    private RunBench() {}

    /** @param arguments a folder for the database, how many ledgers, how many rounds */
    public static void main(String[] arguments) throws Exception {
        Path folder = Files.createTempDirectory(Path.of(arguments[0]), "bench");
        int size = Integer.parseInt(arguments[1]);
        for (int round = 0; round < Integer.parseInt(arguments[2]); round++) {
            measure(folder.resolve("round" + round), size);
        }
    }

    private static void measure(Path folder, int size) throws Exception {
        Files.createDirectories(folder);
        Office office = new Office(LocalDatabase.at(folder.resolve("db").toString()), folder, 4000);
        office.guard.signIn(Office.CLERK);
        long begun = System.nanoTime();
        fill(office, size);
        System.out.printf("fill %.2f s%n", seconds(begun));
        ExecutorService threads = Executors.newCachedThreadPool();
        PaymentRuns runs = office.server(threads);
        double cpu = cpuSeconds();
        begun = System.nanoTime();
        runs.start(YearMonth.of(2026, 12));
        while (runs.find(1).orElseThrow().state() == RunState.CALCULATING) {
            Thread.sleep(20);
        }
        double calculated = seconds(begun);
        double cpuOfCalculation = cpuSeconds() - cpu;
        office.guard.signIn(Office.APPROVER);
        begun = System.nanoTime();
        runs.approve(1);
        office.guard.signIn(Office.CLERK);
        runs.makeFile(1);
        office.guard.signIn(Office.APPROVER);
        runs.approveFile(1);
        double filed = seconds(begun);
        PaymentRun run = runs.find(1).orElseThrow();
        System.out.printf(
                "%d payments: calculated %.2f s (CPU %.2f s), file %.2f s (CPU %.2f s), together %.0f recipients/s%n",
                run.paid().recipients(),
                calculated,
                cpuOfCalculation,
                filed,
                cpuSeconds() - cpu - cpuOfCalculation,
                run.paid().recipients() / (calculated + filed));
        threads.shutdown();
    }

    private static void fill(Office office, int size) {
        Random random = new Random(1);
        List<AccountTable.Row> accounts = new ArrayList<>();
        java.sql.Date day = java.sql.Date.valueOf("2024-10-01");
        for (int serial = 1; serial <= size; serial++) {
            LedgerNumber ledger = LedgerNumber.ofSerial(serial);
            office.ledgers.put(facts(ledger, serial, random));
            accounts.add(new OpenAccount(
                            ledger.value(),
                            1,
                            "0146",
                            "101",
                            "1",
                            String.format("%07d", serial),
                            "",
                            "",
                            "ﾔﾏﾀﾞ ﾀﾛｳ",
                            "山田　太郎",
                            day,
                            null,
                            "1",
                            "1",
                            null)
                    .sealed(office.cipher));
        }
        for (int from = 0; from < size; from += 5000) {
            List<AccountTable.Row> part = accounts.subList(from, Math.min(size, from + 5000));
            office.database.tx(connection -> {
                AccountTable.insert(connection, part);
                try (var insert = connection.prepareStatement("INSERT INTO PAYMENT (SERIAL_NUMBER, LEDGER_NUMBER,"
                        + " BENEFIT_PERIOD, SEQ, FROM_MONTH, TO_MONTH, PAYMENT_METHOD, ACCOUNT_SEQ, NEWNESS,"
                        + " PLANNED_AMOUNT, ADJUSTMENT_AMOUNT, DEDUCTED_AMOUNT, PAID_AMOUNT, PLANNED_DATE, STATUS_CODE,"
                        + " BREAKDOWN) VALUES (?, ?, ?, 1, ?, ?, '1', 1, '0', 20000, 0, 0, 20000, '2026-10-15', '40',"
                        + " '')")) {
                    long serial = Counter.draw(connection, part.size() * MONTHS_BEFORE) - part.size() * MONTHS_BEFORE;
                    for (AccountTable.Row account : part) {
                        for (int back = 0; back < MONTHS_BEFORE; back++) {
                            YearMonth month = YearMonth.of(2026, 10).minusMonths(2L * back);
                            insert.setLong(1, ++serial);
                            insert.setString(2, account.ledger());
                            insert.setString(3, Columns.month(month));
                            insert.setString(4, Columns.month(month.minusMonths(2)));
                            insert.setString(5, Columns.month(month.minusMonths(1)));
                            insert.addBatch();
                        }
                    }
                    insert.executeBatch();
                }
                return part;
            });
        }
    }

    private static CaseFacts facts(LedgerNumber ledger, int serial, Random random) {
        List<Child> children = new ArrayList<>();
        int count = 1 + random.nextInt(4) * random.nextInt(2);
        for (int child = 0; child < count; child++) {
            LocalDate born = LocalDate.of(2009, 1, 1).plusDays(random.nextInt(6000));
            String number = String.format("%015d", serial * 10L + child);
            children.add(Child.of(number, born, Spell.from(Circumstance.IN_CARE, START)));
        }
        Entitlement entitlement = new Entitlement(
                ledger,
                "K" + serial,
                AddresseeNumber.of(String.valueOf(serial)),
                ClaimantKind.INDIVIDUAL,
                CaseStatus.RECEIVING,
                PaymentMethod.TRANSFER,
                START,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Hold.NONE,
                Optional.empty());
        return new CaseFacts(
                entitlement,
                serial % 2 == 0 ? EmploymentClass.EMPLOYEE : EmploymentClass.NOT_EMPLOYEE,
                Facts.of(Claimant.individual(), Period.from(START), children));
    }

    /** What all threads of this process have used; the clock is of no use on a machine that others use too. */
    private static double cpuSeconds() {
        return ProcessHandle.current()
                        .info()
                        .totalCpuDuration()
                        .orElse(Duration.ZERO)
                        .toMillis()
                / 1e3;
    }

    private static double seconds(long since) {
        return (System.nanoTime() - since) / 1e9;
    }
}
