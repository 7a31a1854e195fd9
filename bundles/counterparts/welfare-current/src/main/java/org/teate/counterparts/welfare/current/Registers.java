// SPDX-FileCopyrightText: Teate contributors
// SPDX-License-Identifier: Apache-2.0
package org.teate.counterparts.welfare.current;

import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import org.teate.counterparts.welfare.current.FixedRecord.Broken;

/**
 * What this system knows: ledgers (W1 受給資格者台帳), applicants (W2 申請者) and payments (W3 支払). Thread-safe.
 *
 * <p>Begun empty, a fact opens the ledger that it is about; filled, an unknown ledger is refused.
 */
final class Registers {

    private static final DateTimeFormatter MONTH = DateTimeFormatter.ofPattern("uuuuMM");

    private final NavigableMap<String, Holding> ledgers = new TreeMap<>();
    private final Map<String, List<String>> ofRecipient = new HashMap<>();
    private final Map<String, Inhabitant> inhabitants = new HashMap<>();
    private final Map<String, Inhabitant.Holder> accounts = new HashMap<>();
    private long payments;
    private long yenPaid;

    synchronized void fill(HandOver handOver) {
        handOver.ledgers().values().forEach(this::put);
        inhabitants.putAll(handOver.inhabitants());
    }

    /**
     * Books a fact.
     *
     * @throws Broken if it is refused; nothing is booked then
     */
    synchronized void take(FactFile file) throws Broken {
        List<Holding> changed = new ArrayList<>();
        Map<String, Inhabitant.Holder> newAccounts = new HashMap<>();
        long yen = 0;
        for (FixedRecord record : file.data()) {
            switch (file.fact()) {
                case "06" -> {
                    changed.add(paid(record));
                    yen += record.number(110, 11, "金額");
                }
                case "07" -> newAccounts.put(recipient(record), account(record));
                default -> changed.add(decided(file.fact(), record));
            }
        }
        changed.forEach(this::put);
        accounts.putAll(newAccounts);
        if (file.fact().equals("06")) {
            payments += changed.size();
            yenPaid += yen;
        }
    }

    private void put(Holding ledger) {
        // two payments of one ledger in one file: the later month counts
        Holding known = ledgers.get(ledger.ledger());
        ledgers.put(ledger.ledger(), known == null ? ledger : ledger.paid(known.paidUpTo()));
        if (known == null) {
            ofRecipient
                    .computeIfAbsent(ledger.recipient(), key -> new ArrayList<>())
                    .add(ledger.ledger());
        }
    }

    private Holding decided(String fact, FixedRecord record) throws Broken {
        String decision = record.needed(34, 30, "決定番号");
        record.digits(64, 8, "決定年月日");
        String start = record.month(72, "開始年月");
        record.blankFrom(101);
        if (fact.equals("01")) {
            return certified(record, start).revised(monthly(record), children(record), decision);
        }
        Holding ledger = known(record, start);
        record.digits(78, 8, "事由発生日");
        String reason = record.needed(86, 4, "事由");
        return switch (fact) {
            case "02" -> living(ledger).revised(monthly(record), children(record), decision);
            case "03" -> living(ledger).ended(monthBefore(start), reason, decision);
            case "04" -> living(ledger).heldBack(reason, decision);
            default -> living(ledger).released(decision);
        };
    }

    private Holding certified(FixedRecord record, String start) throws Broken {
        Holding known = ledgers.get(ledger(record));
        if (known != null && !known.hasEnded()) {
            throw new Broken("5001", "受給中の台帳です");
        }
        Holding opened = Holding.opened(ledger(record), recipient(record), start);
        return known == null ? opened : opened.paid(known.paidUpTo());
    }

    private Holding paid(FixedRecord record) throws Broken {
        record.needed(34, 50, "支払処理番号");
        record.month(84, "支払年月");
        record.digits(90, 8, "支払年月日");
        String from = record.month(98, "開始年月");
        record.blankFrom(121);
        return known(record, from).paid(record.month(104, "終了年月"));
    }

    private Inhabitant.Holder account(FixedRecord record) throws Broken {
        String decidedOn = record.digits(34, 8, "決定年月日");
        known(record, decidedOn.substring(0, 6));
        record.blankFrom(105);
        return new Inhabitant.Holder(
                record.digits(42, 4, "銀行番号"),
                record.digits(46, 3, "支店番号"),
                record.digits(49, 1, "預金種目"),
                record.digits(50, 7, "口座番号"),
                record.needed(57, 48, "口座名義人"));
    }

    /** The ledger that a record is about, opened if this system began without one. */
    private Holding known(FixedRecord record, String month) throws Broken {
        Holding ledger = ledgers.get(ledger(record));
        if (ledger == null && inhabitants.isEmpty()) {
            return Holding.opened(ledger(record), recipient(record), month);
        }
        if (ledger == null) {
            throw new Broken("4001", "台帳がありません");
        }
        if (!ledger.recipient().equals(recipient(record))) {
            throw new Broken("4002", "台帳の受給者が異なります");
        }
        return ledger;
    }

    private static Holding living(Holding ledger) throws Broken {
        if (ledger.hasEnded()) {
            throw new Broken("5002", "消滅した台帳です");
        }
        return ledger;
    }

    private static String ledger(FixedRecord record) throws Broken {
        return record.digits(9, 10, "台帳番号");
    }

    private static String recipient(FixedRecord record) throws Broken {
        return record.needed(19, 15, "宛名番号");
    }

    private static long monthly(FixedRecord record) throws Broken {
        return record.number(90, 9, "月額");
    }

    private static int children(FixedRecord record) throws Broken {
        return (int) record.number(99, 2, "児童数");
    }

    private static String monthBefore(String month) {
        return MONTH.format(YearMonth.parse(month, MONTH).minusMonths(1));
    }

    /** The ledgers of a recipient. */
    synchronized List<Holding> of(String recipient) {
        return ofRecipient.getOrDefault(recipient, List.of()).stream()
                .map(ledgers::get)
                .toList();
    }

    /** The next ledgers after a number. */
    synchronized List<Holding> after(String number, int limit) {
        return ledgers.tailMap(number, false).values().stream().limit(limit).toList();
    }

    /** An applicant, with the account that was told last. */
    synchronized Optional<Inhabitant> inhabitant(String number) {
        return Optional.ofNullable(inhabitants.get(number))
                .map(person -> new Inhabitant(
                        person.number(),
                        person.name(),
                        person.kana(),
                        person.birth(),
                        person.household(),
                        person.incomes(),
                        Optional.ofNullable(accounts.get(number)).or(person::account)));
    }

    synchronized int size() {
        return ledgers.size();
    }

    synchronized long payments() {
        return payments;
    }

    synchronized long yenPaid() {
        return yenPaid;
    }
}
