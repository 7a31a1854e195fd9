// SPDX-FileCopyrightText: Teate contributors
// SPDX-License-Identifier: Apache-2.0
package org.teate.counterparts.welfare.current;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.Test;
import org.teate.counterparts.town.Gaiji;
import org.teate.counterparts.town.Plan;
import org.teate.counterparts.welfare.current.FixedRecord.Broken;
import org.teate.kernel.LedgerNumber;

public class RegistersTest {

    private static final String LEDGER = LedgerNumber.ofSerial(7).value();
    private static final String RECIPIENT = "000000000000070";

    private final Registers registers = new Registers();

    /** A file with one data record, as the other side would send it. */
    private static byte[] file(String fact, String rest) {
        String records = line("1" + fact + "000001" + pad("key", 100) + pad("subject", 50))
                + line("2" + fact + "000001" + rest)
                + line("9" + fact + "000001" + "000000000000000");
        return records.getBytes(Gaiji.MS932);
    }

    private static String line(String text) {
        return pad(text, FixedRecord.LENGTH) + "\r\n";
    }

    private static String pad(String text, int length) {
        return text + " ".repeat(length - text.length());
    }

    private static String decision(String ledger, String recipient, String start, String more) {
        return ledger + recipient + pad("D-" + start, 30) + "20261124" + start + more;
    }

    private void take(String fact, String rest) throws Broken {
        registers.take(FactFile.read(file(fact, rest)));
    }

    private void isRefused(String code, String fact, String rest) {
        assertEquals(code, assertThrows(Broken.class, () -> take(fact, rest)).code());
    }

    private void certify() throws Broken {
        take("01", decision(LEDGER, RECIPIENT, "202611", pad("", 12) + "000025000" + "02"));
    }

    private Holding only() {
        return registers.of(RECIPIENT).get(0);
    }

    @Test
    public void anEndKeepsTheLastMonthPaidAndWhy() throws Broken {
        certify();
        take("03", decision(LEDGER, RECIPIENT, "202701", "20261210" + "S04 "));

        assertEquals(new Holding(LEDGER, RECIPIENT, "50", "202611", "202612", "S04", 0, 0, "", "D-202701"), only());
    }

    @Test
    public void aLedgerThatIsPaidCannotBeCertifiedButAnEndedOneCan() throws Broken {
        certify();
        String again = decision(LEDGER, RECIPIENT, "202703", pad("", 12) + "000010000" + "01");
        isRefused("5001", "01", again);
        take("03", decision(LEDGER, RECIPIENT, "202701", "20261210" + "S04 "));

        take("01", again);

        assertEquals("30 202703", only().status() + " " + only().firstMonth());
    }

    @Test
    public void anEndedLedgerTakesNoFurtherDecision() throws Broken {
        certify();
        take("03", decision(LEDGER, RECIPIENT, "202701", "20261210" + "S04 "));

        isRefused("5002", "04", decision(LEDGER, RECIPIENT, "202702", "20261210" + "01  "));
    }

    @Test
    public void onlyWhatTheRecipientOwesWithholdsElseTheMoneyJustWaits() throws Broken {
        certify();
        take("04", decision(LEDGER, RECIPIENT, "202612", "20261110" + "05  "));
        assertEquals("30 05", only().status() + " " + only().reason());
        take("05", decision(LEDGER, RECIPIENT, "202612", "20261111" + "05  "));
        assertEquals("30 ", only().status() + " " + only().reason());
        take("04", decision(LEDGER, RECIPIENT, "202612", "20261112" + "01  "));
        assertEquals("35 01", only().status() + " " + only().reason());
        take("05", decision(LEDGER, RECIPIENT, "202612", "20261113" + "01  "));
        assertEquals("30 ", only().status() + " " + only().reason());
    }

    @Test
    public void anotherRecipientsLedgerIsRefused() throws Broken {
        certify();

        isRefused("4002", "04", decision(LEDGER, "000000000000071", "202702", "20261210" + "01  "));
    }

    @Test
    public void withATownAnUnknownLedgerIsRefused() {
        HandOver handOver = new HandOver();
        new LedgerFiles(Plan.of(1, 100, 0.2, LocalDate.of(2026, 11, 24)), 12).showTo(handOver);
        registers.fill(handOver);

        isRefused("4001", "04", decision(LedgerNumber.ofSerial(999).value(), RECIPIENT, "202702", "2026121001  "));
    }

    @Test
    public void anItemThatIsNotAsAgreedIsNamed() {
        isRefused("2002", "04", decision("00000000x7", RECIPIENT, "202702", "2026121001  "));
        isRefused("2002", "04", decision(LEDGER, RECIPIENT, "202713", "2026121001  "));
        isRefused("2002", "04", decision(LEDGER, RECIPIENT, "202702", "2026121 01  "));
    }

    @Test
    public void aFileThatIsNotOfWholeRecordsIsRefused() {
        byte[] whole = file("04", decision(LEDGER, RECIPIENT, "202702", "2026121001  "));
        byte[] half = Arrays.copyOf(whole, whole.length / 2);

        assertEquals(
                "2001", assertThrows(Broken.class, () -> FactFile.read(half)).code());
        assertEquals(
                "2001",
                assertThrows(Broken.class, () -> FactFile.read(new byte[0])).code());
    }

    @Test
    public void theTownsLedgersAreThoseOfItsMigrationSets() {
        Plan town = Plan.of(1, 1_000, Plan.USUAL_SHARE, LocalDate.of(2026, 11, 24));
        HandOver handOver = new HandOver();
        new LedgerFiles(town, 12).showTo(handOver);
        registers.fill(handOver);
        Map<String, Long> amounts = new TreeMap<>();
        new LedgerFiles(town, 12).showTo((layout, values) -> {
            if (layout.id().equals("M07") && values[layout.items().indexOf("toMonth")].isEmpty()) {
                amounts.merge(values[0], Long.parseLong(values[layout.items().indexOf("monthlyAmount")]), Long::sum);
            }
        });

        List<Holding> living = registers.after("", 1_000).stream()
                .filter(ledger -> !ledger.hasEnded())
                .sorted(Comparator.comparing(Holding::ledger))
                .toList();

        assertEquals(90, living.size());
        living.forEach(ledger ->
                assertEquals(ledger.ledger(), amounts.get(ledger.ledger()).longValue(), ledger.monthly()));
    }
}
