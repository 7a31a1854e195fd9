// SPDX-FileCopyrightText: Teate contributors
// SPDX-License-Identifier: Apache-2.0
package org.teate.counterparts.welfare.current;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertNotEquals;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import net.lingala.zip4j.ZipFile;
import net.lingala.zip4j.exception.ZipException;
import org.junit.BeforeClass;
import org.junit.ClassRule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;
import org.teate.counterparts.town.Delivered;
import org.teate.counterparts.town.Plan;
import org.teate.kernel.AddresseeNumber;
import org.teate.kernel.IndividualNumber;
import org.teate.kernel.LedgerNumber;

public class LedgerFilesTest {

    @ClassRule
    public static final TemporaryFolder TEMPORARY = new TemporaryFolder();

    private static final String PASSPHRASE = "only for tests";
    private static final Plan PLAN = Plan.of(21, 12_000, 0.2, LocalDate.of(2026, 11, 24));
    private static final DateTimeFormatter MONTH = DateTimeFormatter.ofPattern("yyyyMM");
    private static final YearMonth TODAY = YearMonth.of(2026, 11);

    private static List<Delivered> files;

    @BeforeClass
    public static void writeTheTown() throws IOException {
        files = written(PLAN);
    }

    private static List<Delivered> written(Plan plan) throws IOException {
        return new LedgerFiles(plan, 24).write(TEMPORARY.newFolder().toPath(), PASSPHRASE, 1);
    }

    private static Delivered file(String id) {
        return files.stream()
                .filter(file -> file.interfaceId().equals(id))
                .findFirst()
                .orElseThrow();
    }

    private static List<Map<String, String>> records(String id) throws IOException {
        return parsed(Files.readString(file(id).data(), StandardCharsets.UTF_8));
    }

    private static List<Map<String, String>> parsed(String csv) {
        String[] lines = csv.split("\r\n");
        List<String> items = fields(lines[0]);
        List<Map<String, String>> records = new ArrayList<>();
        for (int i = 1; i < lines.length; i++) {
            List<String> fields = fields(lines[i]);
            assertEquals(lines[i], items.size(), fields.size());
            Map<String, String> record = new LinkedHashMap<>();
            for (int j = 0; j < fields.size(); j++) {
                record.put(items.get(j), fields.get(j));
            }
            records.add(record);
        }
        return records;
    }

    /** No value of the town holds a comma or a quote. */
    private static List<String> fields(String line) {
        return List.of(line.replace("\"", "").split(",", -1));
    }

    private static YearMonth month(String text) {
        return text.isEmpty() ? TODAY : YearMonth.parse(text, MONTH);
    }

    @Test
    public void thirteenSetsAreSentInTheirOrder() {
        List<String> ids = files.stream().map(Delivered::interfaceId).toList();
        assertEquals(
                List.of("M01", "M02", "M03", "M04", "M05", "M06", "M07", "M08", "M09", "M10", "M11", "M12", "M15"),
                ids);
    }

    @Test
    public void theSameSeedGivesTheSameBytesButForTheEncryptedSet() throws IOException {
        List<Delivered> again = written(PLAN);
        for (int i = 0; i < files.size(); i++) {
            if (!files.get(i).interfaceId().equals("M02")) {
                assertEquals(
                        files.get(i).interfaceId(),
                        files.get(i).manifest().sha256(),
                        again.get(i).manifest().sha256());
            }
        }
        assertNotEquals(
                file("M05").manifest().sha256(),
                written(Plan.of(22, 12_000, 0.2, PLAN.date())).get(4).manifest().sha256());
    }

    @Test
    public void everyManifestCountsWhatItsFileHolds() throws IOException {
        for (Delivered file : files) {
            if (file.interfaceId().equals("M02")) {
                continue;
            }
            List<Map<String, String>> records = records(file.interfaceId());
            assertEquals(file.interfaceId(), records.size(), file.records());
            file.manifest().totals().forEach((name, total) -> {
                String[] parts = name.split("\\.", 3);
                long found = parts[0].equals("sum")
                        ? records.stream()
                                .mapToLong(record -> Long.parseLong(record.get(parts[1])))
                                .sum()
                        : records.stream()
                                .filter(record -> record.get(parts[1]).equals(parts[2]))
                                .count();
                assertEquals(file.interfaceId() + " " + name, (long) total, found);
            });
        }
    }

    @Test
    public void theLedgersInUseAreTheRecipientsThatWereAskedFor() throws IOException {
        long inUse = records("M05").stream()
                .filter(ledger -> !ledger.get("statusCode").equals("50"))
                .count();
        assertEquals(PLAN.recipients(), inUse);
    }

    @Test
    public void everyNumberIsValidAndThereOnlyOnce() throws IOException {
        Set<String> persons = new HashSet<>();
        for (Map<String, String> person : records("M01")) {
            assertTrue(AddresseeNumber.isValid(person.get("addresseeNumber")));
            assertTrue(persons.add(person.get("addresseeNumber")));
        }
        Set<String> ledgers = new HashSet<>();
        Set<String> certificates = new HashSet<>();
        for (Map<String, String> ledger : records("M05")) {
            assertTrue(LedgerNumber.isValid(ledger.get("ledgerNumber")));
            assertTrue(ledgers.add(ledger.get("ledgerNumber")));
            assertTrue(certificates.add(ledger.get("certificateNumber")));
            assertTrue(persons.contains(ledger.get("addresseeNumber")));
            assertTrue(ledger.get("spouseAddresseeNumber").isEmpty()
                    || persons.contains(ledger.get("spouseAddresseeNumber")));
        }
        for (Map<String, String> child : records("M07")) {
            assertTrue(persons.contains(child.get("childAddresseeNumber")));
            assertTrue(ledgers.contains(child.get("ledgerNumber")));
        }
    }

    @Test
    public void individualNumbersTravelEncryptedWithRightCheckDigits() throws IOException {
        Path folder = TEMPORARY.newFolder().toPath();
        Path zip = file("M02").data();
        assertTrue(zip.toString().endsWith(".zip"));
        try (ZipFile locked = new ZipFile(zip.toFile(), "a wrong passphrase".toCharArray())) {
            assertThrows(ZipException.class, () -> locked.extractAll(folder.toString()));
        }
        try (ZipFile open = new ZipFile(zip.toFile(), PASSPHRASE.toCharArray())) {
            open.extractAll(folder.toString());
        }
        String csv = Files.readString(folder.resolve(file("M02").manifest().stem() + ".csv"), StandardCharsets.UTF_8);
        Set<String> numbers = new HashSet<>();
        for (Map<String, String> person : parsed(csv)) {
            String number = person.get("individualNumber");
            assertTrue("the check digit", IndividualNumber.isValid(number));
            assertTrue("only test numbers", number.startsWith("99"));
            assertTrue("twice", numbers.add(number));
        }
        assertEquals(file("M02").records(), numbers.size());
    }

    /** The Act's own formula (法第6条第1項第1号の表) on the births and flags of M07, against the amounts that stand there. */
    @Test
    public void everyMonthGivesWhatTheTableOfTheActGives() throws IOException {
        Map<String, Map<YearMonth, int[]>> found = new HashMap<>();
        for (Map<String, String> row : records("M07")) {
            LocalDate birth = LocalDate.parse(row.get("childBirthDate"), DateTimeFormatter.BASIC_ISO_DATE);
            Map<YearMonth, int[]> months = found.computeIfAbsent(row.get("ledgerNumber"), key -> new TreeMap<>());
            for (YearMonth month = month(row.get("fromMonth"));
                    !month.isAfter(month(row.get("toMonth")));
                    month = month.plusMonths(1)) {
                int[] counts = months.computeIfAbsent(month, key -> new int[4]);
                boolean infant = !month.isAfter(YearMonth.from(birth).plusYears(3));
                counts[row.get("countedSibling").equals("1") ? 0 : infant ? 2 : 1]++;
                counts[3] += Integer.parseInt(row.get("monthlyAmount"));
            }
        }
        int checked = 0;
        for (Map<YearMonth, int[]> months : found.values()) {
            YearMonth before = months.keySet().iterator().next().minusMonths(1);
            for (Map.Entry<YearMonth, int[]> entry : months.entrySet()) {
                int[] counts = entry.getValue();
                assertEquals(table(counts[0], counts[1], counts[2]), counts[3]);
                assertEquals("no month is missing", before.plusMonths(1), entry.getKey());
                before = entry.getKey();
                checked++;
            }
        }
        assertTrue("months " + checked, checked > 40_000);
    }

    /** @return yen for {@code q} only counted, {@code o} over and {@code u} under three */
    private static int table(int q, int o, int u) {
        if (q >= 2) {
            return 30_000 * (o + u);
        }
        if (q == 1) {
            return o == 0 ? 15_000 + 30_000 * (u - 1) : 10_000 + 30_000 * (o - 1) + 30_000 * u;
        }
        return switch (o) {
            case 0 -> u == 1 ? 15_000 : 30_000 + 30_000 * (u - 2);
            case 1 -> u == 0 ? 10_000 : 25_000 + 30_000 * (u - 1);
            default -> 20_000 + 30_000 * (o - 2) + 30_000 * u;
        };
    }

    @Test
    public void paymentsAddUpToTheMonthsThatTheyPay() throws IOException {
        YearMonth first = YearMonth.of(2024, 10);
        YearMonth last = YearMonth.of(2026, 9);
        Map<String, Long> due = new TreeMap<>();
        for (Map<String, String> row : records("M07")) {
            for (YearMonth month = month(row.get("fromMonth"));
                    !month.isAfter(month(row.get("toMonth")));
                    month = month.plusMonths(1)) {
                if (!month.isBefore(first) && !month.isAfter(last)) {
                    due.merge(row.get("ledgerNumber"), Long.parseLong(row.get("monthlyAmount")), Long::sum);
                }
            }
        }
        due.values().removeIf(yen -> yen == 0);
        Map<String, Long> paid = new TreeMap<>();
        Set<String> failed = new HashSet<>();
        for (Map<String, String> row : records("M11")) {
            long yen = Long.parseLong(row.get("plannedAmount")) + Long.parseLong(row.get("adjustmentAmount"));
            boolean again = row.get("seq").equals("2");
            String transfer = row.get("ledgerNumber") + row.get("benefitPeriod");
            if (row.get("statusCode").equals("50")) {
                failed.add(transfer);
            }
            if (again) {
                assertTrue("only what came back is paid again", failed.contains(transfer));
            } else {
                paid.merge(row.get("ledgerNumber"), yen, Long::sum);
            }
        }
        assertEquals(due, paid);
    }

    @Test
    public void whatIsPaidIsPlannedAndAdjustedLessDeductions() throws IOException {
        Map<String, Long> deductions = new HashMap<>();
        for (Map<String, String> row : records("M12")) {
            deductions.put(row.get("ledgerNumber") + row.get("benefitPeriod"), Long.parseLong(row.get("amount")));
        }
        assertFalse(deductions.isEmpty());
        for (Map<String, String> row : records("M11")) {
            long deducted = row.get("seq").equals("1")
                    ? deductions.getOrDefault(row.get("ledgerNumber") + row.get("benefitPeriod"), 0L)
                    : 0;
            long expected =
                    Long.parseLong(row.get("plannedAmount")) + Long.parseLong(row.get("adjustmentAmount")) - deducted;
            assertEquals(row.get("statusCode").equals("40") ? expected : 0, Long.parseLong(row.get("paidAmount")));
        }
    }

    @Test
    public void whoIsPaidAtABankHasAnAccountForIt() throws IOException {
        Set<String> accounts = new HashSet<>();
        for (Map<String, String> row : records("M10")) {
            accounts.add(
                    row.get("ledgerNumber") + row.get("bankCode") + row.get("branchCode") + row.get("accountNumber"));
            assertTrue(row.get("accountNumber"), row.get("accountNumber").matches("9\\d{6}"));
            assertTrue(row.get("holderKana"), row.get("holderKana").matches("[ｱ-ﾝﾞﾟ\\-. ]{1,48}"));
            assertEquals(
                    row.get("bankCode").equals("9900"), !row.get("yuchoSymbol").isEmpty());
        }
        for (Map<String, String> row : records("M11")) {
            if (row.get("paymentMethod").equals("1")) {
                assertTrue(accounts.contains(row.get("ledgerNumber")
                        + row.get("bankCode")
                        + row.get("branchCode")
                        + row.get("accountNumber")));
            }
        }
    }

    @Test
    public void whatStandsInTheWayOfPaymentIsThere() throws IOException {
        Set<String> withAccount = new HashSet<>();
        records("M10").stream()
                .filter(row -> row.get("statusCode").equals("1"))
                .forEach(row -> withAccount.add(row.get("ledgerNumber")));
        List<Map<String, String>> ledgers = records("M05");
        Set<String> holds = new HashSet<>();
        ledgers.forEach(row -> holds.add(row.get("holdCode")));
        assertEquals(Set.of("00", "01", "02", "06"), holds);
        long silent = ledgers.stream()
                .filter(row -> row.get("statusCode").equals("30")
                        && row.get("holdCode").equals("00")
                        && !withAccount.contains(row.get("ledgerNumber")))
                .count();
        assertTrue("without account and without hold: " + silent, silent >= 5 && silent <= 30);
    }

    @Test
    public void historyNamesEveryCertificationFirst() throws IOException {
        String ledger = "";
        for (Map<String, String> row : records("M06")) {
            boolean first = !row.get("ledgerNumber").equals(ledger);
            assertEquals(first, row.get("eventKind").equals("1"));
            assertEquals(first, row.get("seq").equals("1"));
            boolean old = month(row.get("startMonth")).isBefore(YearMonth.of(2024, 10));
            assertEquals(old, row.get("afterAmount").isEmpty());
            ledger = row.get("ledgerNumber");
        }
    }

    @Test
    public void aShortPassphraseIsRefused() {
        assertThrows(IllegalArgumentException.class, () -> new EncryptedContainer("short"));
    }
}
