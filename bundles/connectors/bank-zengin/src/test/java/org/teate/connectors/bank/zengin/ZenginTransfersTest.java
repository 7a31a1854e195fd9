// SPDX-FileCopyrightText: Teate contributors
// SPDX-License-Identifier: Apache-2.0
package org.teate.connectors.bank.zengin;

import static org.junit.Assert.assertArrayEquals;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.Test;
import org.teate.kernel.BankKana;
import org.teate.kernel.Yen;
import org.teate.ports.bank.Encoded;
import org.teate.ports.bank.Finding;
import org.teate.ports.bank.Transfer;
import org.teate.ports.bank.TransferOrder;

public class ZenginTransfersTest {

    private static final Charset CHARSET = Charset.forName("windows-31j");

    private final ZenginTransfers transfers = new ZenginTransfers(Configs.city(), Orders.CLOCK);

    @Test
    public void theFileIsTheSampleByteForByte() throws IOException {
        byte[] file = file(transfers, Orders.of(Orders.TRANSFER));

        assertArrayEquals(sample().replace("\n", "").getBytes(CHARSET), file);
        assertEquals(4 * 120, file.length);
    }

    @Test
    public void aBankMayWantASeparatorBehindEveryRecordAndAnEndMark() throws IOException {
        assertArrayEquals(sample().getBytes(CHARSET), encode(Map.of("framing", Framing.LF)));
        assertArrayEquals(
                (sample().replace("\n", "\r\n") + '\u001A').getBytes(CHARSET),
                encode(Map.of("framing", Framing.CRLF, "endOfFileMark", true)));
    }

    @Test
    public void aBankMayWantSpacesForTheClearingHouseAndTheDesignation() {
        String file = new String(
                encode(Map.of("clearingHouse", ClearingHouse.SPACES, "designation", "", "businessType", "71")),
                CHARSET);

        assertEquals("171", file.substring(0, 3));
        assertEquals("    ", file.substring(120 + 38, 120 + 42));
        assertEquals(' ', file.charAt(120 + 111));
    }

    @Test
    public void anyOrderComesBackAsItWasWritten() {
        for (int seed = 0; seed < 200; seed++) {
            Framing framing = Framing.values()[seed % 3];
            ZenginTransfers bank = new ZenginTransfers(
                    Configs.with(Map.of("framing", framing, "endOfFileMark", seed % 2 == 0)), Orders.CLOCK);
            TransferOrder order = Orders.random(1 + seed * 7 % 311, seed);

            byte[] file = file(bank, order);

            assertEquals((order.count() + 3) * (120 + framing.length()) + (seed + 1) % 2, file.length);
            TransferFileReader.Contents contents = TransferFileReader.read(file);
            assertEquals(
                    order.transfers().stream()
                            .map(ZenginTransfersTest::asWritten)
                            .toList(),
                    contents.transfers());
            assertEquals(order.count(), contents.count());
            assertEquals(order.total(), contents.total());
            assertEquals(order.batch(), contents.batch());
        }
    }

    @Test
    public void theLargestNumbersFit() {
        Transfer largest =
                new Transfer(9_999_999_999L, "9999", "A", "999", "A", '9', "9999999", "A", Yen.of(9_999_999_999L), '2');

        TransferFileReader.Contents contents = TransferFileReader.read(file(transfers, Orders.of(largest)));

        assertEquals(List.of(largest), contents.transfers());
    }

    @Test
    public void theSameOrderGivesTheSameBytes() {
        TransferOrder order = Orders.random(50, 1);

        assertArrayEquals(file(transfers, order), file(transfers, order));
    }

    @Test
    public void anOrderThatTheChecksBlockIsNotWritten() {
        TransferOrder order = new TransferOrder(1, Orders.PAYDAY, List.of(Orders.TRANSFER), 2, Yen.of(60_000));

        Encoded encoded = transfers.encode(order);

        assertEquals(
                List.of("V302"), encoded.blocking().stream().map(Finding::code).toList());
        assertTrue(encoded.file().isEmpty());
    }

    @Test
    public void aSettingThatDoesNotFitIsRefusedByItsName() {
        Map<String, Object> wrong = Map.of(
                "businessType", "211",
                "clientCode", "17",
                "clientKana", "金沢市",
                "bankCode", "146",
                "bankKana", "ﾎｯｺｸ",
                "branchCode", "",
                "accountType", "4",
                "accountNumber", "90000012",
                "designation", "9",
                "maxTransfers", 1_000_000);
        wrong.forEach((key, setting) -> {
            ZenginTransfers.Config config = Configs.with(Map.of(key, setting));
            IllegalArgumentException e =
                    assertThrows(key, IllegalArgumentException.class, () -> new ZenginTransfers(config, Orders.CLOCK));
            assertTrue(e.getMessage(), e.getMessage().startsWith(key));
            assertFalse(e.getMessage().contains("90000012"));
        });
    }

    private static byte[] encode(Map<String, Object> settings) {
        return file(new ZenginTransfers(Configs.with(settings), Orders.CLOCK), Orders.of(Orders.TRANSFER));
    }

    private static byte[] file(ZenginTransfers bank, TransferOrder order) {
        return bank.encode(order).file().orElseThrow();
    }

    private static Transfer asWritten(Transfer given) {
        return new Transfer(
                given.serial(),
                given.bankCode(),
                given.bankKana(),
                given.branchCode(),
                given.branchKana(),
                given.accountType(),
                given.accountNumber(),
                BankKana.cut(given.holderKana(), 30),
                given.amount(),
                given.newness());
    }

    private static String sample() throws IOException {
        try (InputStream sample = ZenginTransfersTest.class.getResourceAsStream("transfer-file.txt")) {
            return new String(sample.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
