// SPDX-FileCopyrightText: Teate contributors
// SPDX-License-Identifier: Apache-2.0
package org.teate.connectors.welfare.current;

import static org.junit.Assert.assertArrayEquals;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.util.Arrays;
import org.junit.Test;
import org.teate.ports.Message;
import org.teate.ports.welfare.Fact;

public class FactRecordsTest {

    private static final String SPACES = " ".repeat(FixedRecords.LENGTH);

    /** Each line is filled with spaces to the record's length. */
    private static byte[] file(String... lines) {
        StringBuilder file = new StringBuilder();
        for (String line : lines) {
            int width = line.getBytes(FixedRecords.CP932).length;
            file.append(line).append(SPACES, 0, FixedRecords.LENGTH - width).append("\r\n");
        }
        return file.toString().getBytes(FixedRecords.CP932);
    }

    private static String first(String fact, int count, Message message) {
        return "1" + fact + String.format("%06d", count) + pad(message.key(), 100) + pad(message.subject(), 50);
    }

    private static String pad(String text, int length) {
        return text + SPACES.substring(0, length - text.length());
    }

    private static void isWritten(Message message, String fact, String data) {
        assertArrayEquals(
                file(first(fact, 1, message), data, "9" + fact + "000001" + "000000000000000"),
                FactRecords.of(message));
    }

    @Test
    public void aCertifiedEntitlementIsWrittenByteForByte() {
        isWritten(
                Facts.certified(1),
                "01",
                "201000001" + "0000000011" + "000000009000001" + pad("0000000011-1", 30) + "20261124" + "202611"
                        + "            " + "000025000" + "02");
    }

    @Test
    public void aRevisedAmountIsWrittenByteForByte() {
        isWritten(
                Facts.revised(1, 40_000),
                "02",
                "202000001" + "0000000011" + "000000009000001" + pad("0000000011-2-40000", 30) + "20261124" + "202612"
                        + "20261105" + "R01 " + "000040000" + "03");
    }

    @Test
    public void anEndAHoldAndItsReleaseAreWrittenByteForByte() {
        isWritten(
                Facts.ended(1),
                "03",
                "203000001" + "0000000011" + "000000009000001" + pad("0000000011-3", 30) + "20261124" + "202612"
                        + "20261110" + "S04 ");
        isWritten(
                Facts.held(1),
                "04",
                "204000001" + "0000000011" + "000000009000001" + pad("0000000011-4", 30) + "20261124" + "202612"
                        + "20261110" + "01  ");
        isWritten(
                Facts.released(1),
                "05",
                "205000001" + "0000000011" + "000000009000001" + pad("0000000011-5", 30) + "20261124" + "202612"
                        + "20261111" + "01  ");
    }

    @Test
    public void everyPaymentHasItsOwnRecordAndTheLastOneTheSum() {
        Message paid = Facts.paid("run", 1, 2);
        String common = pad("202612-1", 50) + "202612" + "20261215" + "202610" + "202611";

        assertArrayEquals(
                file(
                        first("06", 2, paid),
                        "206000001" + "0000000011" + "000000009000001" + common + "00000050000",
                        "206000002" + "0000000022" + "000000009000002" + common + "00000020000",
                        "906000002" + "000000000070000"),
                FactRecords.of(paid));
    }

    @Test
    public void anAccountIsWrittenInHalfWidthKanaOfOneByte() {
        isWritten(
                Facts.account(1, "ﾀｶｻｷ ﾊﾅｺ"),
                "07",
                "207000001" + "0000000011" + "000000009000001" + "20261124" + "0146" + "101" + "1" + "9000001"
                        + "ﾀｶｻｷ ﾊﾅｺ");
    }

    @Test
    public void theCitysOwnCharactersAndThoseOfIbmAreCarried() {
        byte[] bytes =
                new FixedRecords(1).begin().text("name", "髙﨑\uE000\uE757", 8).bytes();

        assertArrayEquals(
                new byte[] {
                    (byte) 0xFB, (byte) 0xFC, (byte) 0xFA, (byte) 0xB1, (byte) 0xF0, 0x40, (byte) 0xF9, (byte) 0xFC
                },
                Arrays.copyOf(bytes, 8));
    }

    @Test
    public void whatCannotBeCarriedIsRefusedByItemAndWithoutThePersonsText() {
        for (String text : new String[] {"𠮷田", "辻\uDB40\uDD00", "100¥", "ｱ\tｲ", "ｱ ", "\uE758", "é"}) {
            IllegalArgumentException refusal =
                    assertThrows(text, IllegalArgumentException.class, () -> new FixedRecords(1)
                            .begin()
                            .text("holderKana", text, 48));

            assertTrue(refusal.getMessage(), refusal.getMessage().contains("holderKana"));
            assertFalse(refusal.getMessage(), refusal.getMessage().contains(text.strip()));
        }
    }

    @Test
    public void aTextIsMeasuredInBytesAndNeverCut() {
        assertEquals(202, new FixedRecords(1).begin().text("name", "漢字", 4).bytes().length);
        assertThrows(
                IllegalArgumentException.class,
                () -> new FixedRecords(1).begin().text("name", "漢字", 3));
    }

    @Test
    public void aMissingOrMistypedItemIsRefusedByItsName() {
        Message whole = Facts.ended(1);
        for (String item : new String[] {"decisionNumber", "ledgerNumber", "eventOn", "reasonCode", "startMonth"}) {
            Message without = new Message(
                    "k", Fact.SYSTEM, "s", whole.kind(), whole.body().replace(item, "other"));

            IllegalArgumentException refusal =
                    assertThrows(item, IllegalArgumentException.class, () -> FactRecords.of(without));

            assertTrue(refusal.getMessage(), refusal.getMessage().contains(item));
        }
        assertThrows(IllegalArgumentException.class, () -> FactRecords.of(Facts.revised(1, -1)));
        assertThrows(
                IllegalArgumentException.class,
                () -> FactRecords.of(new Message("k", Fact.SYSTEM, "s", "entitlement.unknown", "{}")));
        assertThrows(
                IllegalArgumentException.class,
                () -> FactRecords.of(new Message("k", Fact.SYSTEM, "s", whole.kind(), "no JSON")));
    }
}
