// SPDX-FileCopyrightText: Teate contributors
// SPDX-License-Identifier: Apache-2.0
package org.teate.connectors.bank.zengin;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.List;
import org.teate.kernel.BusinessDays;
import org.teate.kernel.Holidays;
import org.teate.kernel.Yen;
import org.teate.ports.bank.Finding;
import org.teate.ports.bank.Transfer;
import org.teate.ports.bank.TransferOrder;

/**
 * The checks before sending of one order, numbered as usual for transfer files.
 *
 * <p>What concerns the shape of records (V101 to V106, V203 and V204 of numbers, V305) cannot go wrong here: {@link Records}
 * makes nothing but whole records, and the constants are checked when the configuration is read.
 */
final class OrderCheck {

    private static final String PAYDAY = "振込指定日";
    private static final String COUNT = "合計件数";
    private static final String TOTAL = "合計金額";
    private static final String BATCH = "顧客コード1";

    private final BankContract contract;
    private final BusinessDays banks;
    private final LocalDate today;
    private final TransferOrder order;
    private final Findings findings = new Findings();

    private OrderCheck(BankContract contract, BusinessDays banks, LocalDate today, TransferOrder order) {
        this.contract = contract;
        this.banks = banks;
        this.today = today;
        this.order = order;
    }

    static List<Finding> of(BankContract contract, BusinessDays banks, LocalDate today, TransferOrder order) {
        OrderCheck check = new OrderCheck(contract, banks, today, order);
        check.batch();
        check.count();
        check.total();
        check.payday();
        TransferCheck transfers = new TransferCheck(contract, check.findings);
        order.transfers().forEach(transfers::check);
        return check.findings.all();
    }

    private void batch() {
        if (order.batch() < 1 || order.batch() > Widths.CUSTOMER_CODE) {
            findings.block("V201", BATCH, BATCH + "（支払の番号）は1から9999999999まででなければなりません。");
        }
    }

    private void count() {
        int count = order.transfers().size();
        if (count == 0) {
            findings.block("V107", COUNT, "振込が1件もありません。");
        }
        if (count != order.count()) {
            findings.block("V302", COUNT, "振込は%,d件ですが、決裁された件数は%,d件です。".formatted(count, order.count()));
        }
        if (count > contract.maxTransfers()) {
            findings.block("V304", COUNT, "1つのファイルに入る振込は%,d件までです。".formatted(contract.maxTransfers()));
        }
    }

    private void total() {
        long sum = 0;
        try {
            for (Transfer transfer : order.transfers()) {
                sum = Math.addExact(sum, transfer.amount().amount());
            }
        } catch (ArithmeticException e) {
            findings.block("V303", TOTAL, "振込金額の合計が計算できる範囲を超えています。");
            return;
        }
        if (sum != order.total().amount()) {
            findings.block("V301", TOTAL, "振込金額の合計は%sですが、決裁された金額は%sです。".formatted(Yen.of(sum), order.total()));
        }
        if (sum > Widths.TOTAL) {
            findings.block("V304", TOTAL, TOTAL + "が12桁に収まりません。");
        }
    }

    private void payday() {
        LocalDate payday = order.payday();
        if (!banks.holidays().covers(payday.getYear())) {
            findings.block("V505", PAYDAY, payday.getYear() + "年の祝日が登録されていないため、銀行営業日かどうか確かめられません。");
            return;
        }
        if (!banks.isOpen(payday)) {
            closed(payday);
        } else {
            window(payday);
        }
        if (banks.holidays().sourceOf(payday.getYear()) == Holidays.Source.COMPUTED) {
            findings.warn("V505", PAYDAY, payday.getYear() + "年の祝日は公表前のため、計算した日付で確かめました。");
        }
    }

    private void closed(LocalDate payday) {
        DayOfWeek day = payday.getDayOfWeek();
        if (day == DayOfWeek.SATURDAY || day == DayOfWeek.SUNDAY) {
            findings.block("V501", PAYDAY, PAYDAY + "が土曜日か日曜日です。");
        } else if (banks.holidays().isHoliday(payday)) {
            findings.block("V502", PAYDAY, PAYDAY + "が祝日です。");
        } else {
            findings.block("V503", PAYDAY, PAYDAY + "が銀行の年末年始の休業日です。");
        }
    }

    /** Warns only: the bank may agree to take a file late, and an old month may be written again. */
    private void window(LocalDate payday) {
        LocalDate last = today;
        for (int day = 0; day < contract.daysAhead(); day++) {
            last = banks.onOrAfter(last.plusDays(1));
        }
        if (!payday.isAfter(today) || payday.isAfter(last)) {
            findings.warn("V504", PAYDAY, PAYDAY + "が、銀行の受け付ける期間（翌営業日から" + contract.daysAhead() + "営業日先まで）の外です。");
        }
    }
}
