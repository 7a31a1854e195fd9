// SPDX-FileCopyrightText: Teate contributors
// SPDX-License-Identifier: Apache-2.0
package org.teate.counterparts.residents;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertNotEquals;
import static org.junit.Assert.assertNull;
import static org.junit.Assert.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;
import org.teate.counterparts.town.Delivered;
import org.teate.counterparts.town.Gaiji;
import org.teate.counterparts.town.Plan;

public class ResidentFilesTest {

    private static final LocalDate DATE = LocalDate.of(2026, 11, 24);

    @Rule
    public final TemporaryFolder temporary = new TemporaryFolder();

    private List<Delivered> files(Plan plan, int days) throws IOException {
        return new ResidentFiles(plan, days).write(temporary.newFolder().toPath(), 1);
    }

    private static Plan town(int people) {
        return Plan.of(11, people, 0.2, DATE);
    }

    private static List<String[]> records(Delivered file) throws IOException {
        String text = Files.readString(file.data(), Gaiji.MS932);
        List<String[]> records = new ArrayList<>();
        for (String line : text.split("\r\n")) {
            if (!line.isEmpty()) {
                records.add(line.substring(1, line.length() - 1).split("\",\"", -1));
            }
        }
        return records;
    }

    @Test
    public void theSameSeedGivesTheSameBytes() throws IOException {
        assertEquals(hashes(files(town(2_000), 3)), hashes(files(town(2_000), 3)));
        assertNotEquals(hashes(files(town(2_000), 3)), hashes(files(Plan.of(12, 2_000, 0.2, DATE), 3)));
    }

    private static List<String> hashes(List<Delivered> files) {
        return files.stream().map(file -> file.manifest().sha256()).toList();
    }

    @Test
    public void theFullFileHasEveryResidentOnceInTheOrderOfNumbers() throws IOException {
        List<String[]> records = records(files(town(5_000), 0).get(0));
        assertEquals(5_000, records.size());
        List<String> numbers = records.stream().map(record -> record[3]).toList();
        assertEquals(numbers.stream().distinct().sorted().toList(), numbers);
    }

    @Test
    public void everyRecordHasFiftyFieldsAndTheFullFileOnlyFacts() throws IOException {
        for (String[] record : records(files(town(2_000), 0).get(0))) {
            assertEquals(50, record.length);
            assertEquals(24, record[0].length());
            assertEquals("I", record[2]);
            assertEquals("99", record[34]);
            assertEquals("20261124", record[35]);
            assertEquals("1", record[6]);
            assertFalse("kana", record[8].isEmpty());
            assertTrue(record[13], record[13].matches("\\d{8}"));
            assertTrue(record[21], record[21].matches("92\\d{5}"));
        }
    }

    @Test
    public void everyLineEndsWithCarriageReturnAndLineFeed() throws IOException {
        String text = Files.readString(files(town(500), 0).get(0).data(), Gaiji.MS932);
        assertEquals(500, text.chars().filter(c -> c == '\n').count());
        assertEquals(500, text.chars().filter(c -> c == '\r').count());
    }

    @Test
    public void namesOutsideCp932GoOutAsOwnCharactersOrGeta() throws IOException {
        Set<Integer> odd = records(files(town(20_000), 0).get(0)).stream()
                .flatMap(record -> record[7].chars().boxed())
                .filter(c -> c >= 0xE000 && c <= 0xE757 || c == '〓')
                .collect(Collectors.toSet());
        assertEquals(Set.of(0xE000, 0xE001, 0xE002, 0xE003, (int) '〓'), odd);
    }

    @Test
    public void theManifestCountsWhatTheFileHolds() throws IOException {
        for (Delivered file : files(town(3_000), 2)) {
            List<String[]> records = records(file);
            assertEquals(records.size(), file.records());
            Map<String, Long> counted = new HashMap<>();
            for (String[] record : records) {
                counted.merge("count.op." + record[2], 1L, Long::sum);
                counted.merge("count.residentKind." + record[5], 1L, Long::sum);
                counted.merge("count.residentState." + record[6], 1L, Long::sum);
                counted.merge("count.changeReason." + record[34], 1L, Long::sum);
            }
            assertEquals(counted, new HashMap<>(file.manifest().totals()));
        }
    }

    @Test
    public void aDayOfAChangeNamesTheStateBeforeIt() throws IOException {
        List<Delivered> files = files(town(3_000), 5);
        Map<String, String[]> known = new HashMap<>();
        records(files.get(0)).forEach(record -> known.put(record[3], record));
        int checked = 0;
        for (Delivered day : files.subList(1, files.size())) {
            for (String[] record : records(day)) {
                String[] before = known.put(record[3], record);
                if (record[2].equals("I")) {
                    assertNull(before);
                    assertEquals("", record[49]);
                } else {
                    assertEquals(image(before), record[49]);
                    assertEquals(Integer.parseInt(before[1]) + 1, Integer.parseInt(record[1]));
                    checked++;
                }
            }
        }
        assertTrue("changes " + checked, checked > 20);
    }

    private static String image(String[] record) {
        String joined = String.join("\u001F", Arrays.asList(record).subList(3, 34))
                + "\u001F"
                + String.join("\u001F", Arrays.asList(record).subList(38, 49));
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(joined.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    public void theDaysBringEveryKindOfChange() throws IOException {
        Set<String> reasons = new HashSet<>();
        Set<String> recordIds = new HashSet<>();
        for (Delivered day : files(town(10_000), 20).subList(1, 21)) {
            String before = "";
            for (String[] record : records(day)) {
                reasons.add(record[34]);
                assertTrue("recordId happens once", recordIds.add(record[0]));
                assertTrue(before.compareTo(record[37]) <= 0);
                before = record[37];
            }
        }
        assertEquals(Set.of("01", "03", "11", "12", "14", "21", "22", "31", "71"), reasons);
    }

    @Test
    public void daysFollowEachOtherWithoutGap() throws IOException {
        List<Delivered> files = files(town(500), 3);
        for (int i = 1; i <= 3; i++) {
            assertEquals(i, files.get(i).manifest().sequence());
            assertEquals(i - 1, files.get(i).manifest().previousSequence());
            assertEquals(DATE.plusDays(i), files.get(i).manifest().date());
        }
    }
}
