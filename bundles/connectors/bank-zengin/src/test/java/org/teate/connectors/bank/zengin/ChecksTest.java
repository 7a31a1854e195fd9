// SPDX-FileCopyrightText: Teate contributors
// SPDX-License-Identifier: Apache-2.0
package org.teate.connectors.bank.zengin;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.Test;
import org.teate.kernel.Yen;
import org.teate.ports.bank.Finding;
import org.teate.ports.bank.Transfer;
import org.teate.ports.bank.TransferOrder;

public class ChecksTest {

    private static final String HOLDER = "ﾜﾀﾅﾍﾞ ｼﾖｳﾀ";

    private final ZenginTransfers transfers = new ZenginTransfers(Configs.city(), Orders.CLOCK);

    @Test
    public void anOrderInOrderHasNoFinding() {
        assertEquals(List.of(), transfers.encode(Orders.of(Orders.TRANSFER)).findings());
    }

    @Test
    public void anOrderWithoutTransfersIsBlocked() {
        assertBlocks("V107", Orders.of());
    }

    @Test
    public void theTotalsMustBeTheApprovedOnes() {
        assertBlocks("V301", new TransferOrder(1, Orders.PAYDAY, List.of(Orders.TRANSFER), 1, Yen.of(59_999)));
        assertBlocks("V302", new TransferOrder(1, Orders.PAYDAY, List.of(Orders.TRANSFER), 2, Yen.of(60_000)));
    }

    @Test
    public void codesAndNumbersMustHaveTheirDigits() {
        assertBlocks("V201", with("01A6", "318", '1', "1234567", HOLDER, 1, '0'));
        assertBlocks("V201", with("146", "318", '1', "1234567", HOLDER, 1, '0'));
        assertBlocks("V201", with("9900", "３１8", '1', "1234567", HOLDER, 1, '0'));
        assertBlocks("V201", with("9900", "318", '1', "123456", HOLDER, 1, '0'));
        assertBlocks("V201", new TransferOrder(0, Orders.PAYDAY, List.of(Orders.TRANSFER), 1, Yen.of(60_000)));
        assertBlocks("V201", serial(0));
        assertBlocks("V201", serial(10_000_000_000L));
    }

    @Test
    public void namesMustHaveTheirCharacters() {
        assertBlocks("V202", holder("ﾜﾀﾅﾍﾞ ｼｮｳﾀ"));
        assertBlocks("V202", holder("渡辺"));
        assertBlocks("V202", holder("ｶｦﾙ"));
        assertBlocks("V206", holder("ﾅﾞ"));
        assertBlocks("V604", holder(" "));
    }

    @Test
    public void woIsAllowedWhereTheBankAllowsIt() {
        ZenginTransfers lenient = new ZenginTransfers(Configs.with(Map.of("allowWo", true)), Orders.CLOCK);

        assertEquals(List.of(), lenient.encode(holder("ｶｦﾙ")).findings());
    }

    @Test
    public void codesOutsideTheListAreBlocked() {
        assertBlocks("V205", with("9900", "318", '3', "1234567", HOLDER, 1, '0'));
        assertBlocks("V205", with("9900", "318", '1', "1234567", HOLDER, 1, '3'));
    }

    @Test
    public void nothingAndLessThanNothingCannotBeTransferred() {
        assertBlocks("V602", with("9900", "318", '1', "1234567", HOLDER, 0, '0'));
        assertBlocks("V602", with("9900", "318", '1', "1234567", HOLDER, -1, '0'));
    }

    @Test
    public void amountsThatDoNotFitAreBlocked() {
        assertBlocks("V304", with("9900", "318", '1', "1234567", HOLDER, 10_000_000_000L, '0'));
        Transfer enormous = Orders.TRANSFER;
        Transfer half = transfer(enormous.serial(), "9900", "318", '1', "1234567", HOLDER, Long.MAX_VALUE / 2 + 1, '0');
        Transfer other = transfer(2, "9900", "318", '1', "1234567", HOLDER, Long.MAX_VALUE / 2 + 1, '0');
        assertBlocks("V303", new TransferOrder(1, Orders.PAYDAY, List.of(half, other), 2, Yen.of(1)));
    }

    @Test
    public void aSumOfMoreThanTwelveDigitsIsBlocked() {
        List<Transfer> many =
                Collections.nCopies(101, transfer(1, "9900", "318", '1', "1234567", HOLDER, 9_999_999_999L, '0'));

        assertBlocks("V304", Orders.on(Orders.PAYDAY, many));
    }

    @Test
    public void moreTransfersThanTheBankTakesAreBlocked() {
        ZenginTransfers small = new ZenginTransfers(Configs.with(Map.of("maxTransfers", 2)), Orders.CLOCK);

        assertTrue(codes(small.encode(Orders.random(2, 1)).findings(), true).isEmpty());
        assertEquals(List.of("V304"), codes(small.encode(Orders.random(3, 1)).findings(), true));
    }

    @Test
    public void moreTransfersThanTheTrailerCanCountAreBlocked() {
        List<Transfer> many = Collections.nCopies(1_000_000, Orders.TRANSFER);

        assertBlocks("V304", new TransferOrder(1, Orders.PAYDAY, many, many.size(), Yen.of(60_000L * many.size())));
    }

    @Test
    public void theSameSerialTwiceIsBlockedAndTheSamePaymentTwiceIsShown() {
        Transfer again = transfer(7, "9900", "318", '1', "1234567", HOLDER, 60_000, '0');

        assertEquals(
                List.of("V306"),
                codes(transfers.encode(Orders.of(Orders.TRANSFER, again)).findings(), false));
        assertBlocks("V307", Orders.of(Orders.TRANSFER, Orders.TRANSFER));
    }

    @Test
    public void aLongNameIsCutAndShown() {
        List<Finding> findings =
                transfers.encode(holder("ﾏﾙﾁﾈｽ ｶﾞﾙｼｱ ﾏﾘｱ ﾌｴﾙﾅﾝﾀﾞ ﾃﾞ ﾛｽ ｱﾝﾍﾚｽ")).findings();

        assertEquals(List.of("V601"), codes(findings, false));
    }

    @Test
    public void banksAreCheckedAsFarAsTheyAreKnown() {
        assertBlocks("V401", with("0000", "318", '1', "1234567", HOLDER, 1, '0'));
        assertBlocks("V402", with("9900", "310", '1', "1234567", HOLDER, 1, '0'));
        Transfer misnamed = new Transfer(1, "0146", "ﾎﾂｸﾆ", "101", "ﾎﾝﾃﾝ", '1', "7654321", HOLDER, Yen.of(1), '0');
        assertEquals(
                List.of("V403"), codes(transfers.encode(Orders.of(misnamed)).findings(), false));
    }

    @Test
    public void thePaydayMustBeABankBusinessDay() {
        assertBlocks("V501", on("2026-10-17"));
        assertBlocks("V502", on("2026-10-12"));
        assertBlocks("V503", on("2026-12-31"));
        assertBlocks("V505", on("2100-10-15"));
        assertEquals(List.of(), codes(transfers.encode(on("2026-12-30")).findings(), true));
    }

    @Test
    public void aPaydayOutsideTheWindowOfTheBankIsShown() {
        assertEquals(List.of("V504"), codes(transfers.encode(on("2026-10-01")).findings(), false));
        assertEquals(List.of(), codes(transfers.encode(on("2026-10-02")).findings(), false));
        assertEquals(List.of(), codes(transfers.encode(on("2026-10-23")).findings(), false));
        assertEquals(List.of("V504"), codes(transfers.encode(on("2026-10-26")).findings(), false));
    }

    @Test
    public void aPaydayChosenByComputedHolidaysIsShown() {
        Clock later = Clock.fixed(Instant.parse("2040-10-05T00:00:00Z"), ZoneOffset.UTC);

        assertEquals(
                List.of("V505"),
                codes(
                        new ZenginTransfers(Configs.city(), later)
                                .encode(on("2040-10-15"))
                                .findings(),
                        false));
    }

    @Test
    public void aFindingNamesSerialItemAndReasonButNeitherAccountNorHolder() {
        Finding finding = transfers.encode(holder("ﾜﾀﾅﾍﾞ ｼｮｳﾀ")).findings().get(0);

        assertEquals(20_261_015L, finding.serial());
        assertEquals("受取人名", finding.item());
        assertEquals("受取人名の8文字目の「ｮ」は銀行のファイルに使えません。", finding.message());
        for (Finding other : transfers
                .encode(with("99", "31", '3', "765432", "ﾜﾀﾅﾍﾞ漢", -1, '9'))
                .findings()) {
            assertFalse(other.message().contains("ﾜﾀﾅﾍﾞ"));
            assertFalse(other.message().contains("765432"));
        }
    }

    private void assertBlocks(String code, TransferOrder order) {
        List<String> codes = codes(transfers.encode(order).findings(), true);
        assertTrue(code + " is missing in " + codes, codes.contains(code));
    }

    private static List<String> codes(List<Finding> findings, boolean blocking) {
        return findings.stream()
                .filter(finding -> finding.blocking() == blocking)
                .map(Finding::code)
                .toList();
    }

    private static TransferOrder on(String payday) {
        return Orders.on(LocalDate.parse(payday), List.of(Orders.TRANSFER));
    }

    private static TransferOrder holder(String kana) {
        return with("9900", "318", '1', "1234567", kana, 60_000, '0');
    }

    private static TransferOrder serial(long serial) {
        return Orders.of(transfer(serial, "9900", "318", '1', "1234567", HOLDER, 60_000, '0'));
    }

    private static TransferOrder with(
            String bank, String branch, char type, String account, String holder, long yen, char newness) {
        return Orders.of(transfer(20_261_015L, bank, branch, type, account, holder, yen, newness));
    }

    private static Transfer transfer(
            long serial, String bank, String branch, char type, String account, String holder, long yen, char newness) {
        return new Transfer(serial, bank, "ﾕｳﾁﾖ", branch, "ｻﾝｲﾁﾊﾁ", type, account, holder, Yen.of(yen), newness);
    }
}
