// SPDX-FileCopyrightText: Teate contributors
// SPDX-License-Identifier: Apache-2.0
package org.teate.counterparts.town;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;

public class FeedFileTest {

    private static final LocalDate DATE = LocalDate.of(2026, 11, 24);

    @Rule
    public final TemporaryFolder temporary = new TemporaryFolder();

    private static Layout layout(boolean header) {
        return new Layout(
                header ? "M10" : "IF-11",
                "tests",
                "F",
                header ? StandardCharsets.UTF_8 : Gaiji.MS932,
                header,
                List.of("nameKanji", "sex", "branchCode", "birthDate", "holderKana", "amount"),
                Set.of("sex"),
                Set.of("amount"));
    }

    private Delivered delivered(Layout layout) {
        try (FeedFile file = new FeedFile(temporary.getRoot().toPath(), layout, DATE, 1)) {
            file.add("森　\"翔\"", "1", "101", "20200229", "ﾓﾘ", "10");
            file.add("林　凛", "2", "102", "20200301", "ﾊﾔｼ", "-3");
            file.add("原　新", "2", "103", "20200302", "ﾊﾗ", "");
            return file.deliver();
        }
    }

    private static String text(Delivered file) throws IOException {
        return Files.readString(file.data(), file.manifest().layout().charset());
    }

    private static String hash(Path file) throws IOException {
        return FeedFile.hex(FeedFile.sha256().digest(Files.readAllBytes(file)));
    }

    @Test
    public void withoutAHeaderEveryFieldIsQuoted() throws IOException {
        String expected = "\"森　\"\"翔\"\"\",\"1\",\"101\",\"20200229\",\"ﾓﾘ\",\"10\"\r\n";
        String text = text(delivered(layout(false)));
        assertEquals(expected, text.substring(0, expected.length()));
        assertTrue(text.endsWith("\"ﾊﾗ\",\"\"\r\n"));
    }

    @Test
    public void withAHeaderNoValueIsNothing() throws IOException {
        String text = text(delivered(layout(true)));
        assertTrue(text.startsWith("\"nameKanji\",\"sex\","));
        assertTrue(text.endsWith("\"ﾊﾗ\",\r\n"));
    }

    @Test
    public void theManifestAgreesWithTheFile() throws IOException {
        Delivered file = delivered(layout(false));
        assertEquals(
                "IF11_172014_20261124_000001_F.csv", file.data().getFileName().toString());
        assertEquals(hash(file.data()), file.manifest().sha256());
        assertEquals(3, file.records());
        assertEquals(
                "{count.sex.1=1, count.sex.2=2, sum.amount=7}",
                file.manifest().totals().toString());
        String json = Files.readString(file.manifestFile(), StandardCharsets.UTF_8);
        assertTrue(json, json.contains("\"interfaceId\": \"IF-11\""));
        assertTrue(json, json.contains("\"charset\": \"MS932\""));
        assertTrue(json, json.contains("\"previousSequenceNo\": 0"));
    }

    @Test
    public void nothingElseIsLeftInTheFolder() throws IOException {
        delivered(layout(false));
        try (Stream<Path> files = Files.list(temporary.getRoot().toPath())) {
            assertEquals(2, files.count());
        }
    }

    @Test
    public void aRecordWithTooFewValuesIsRefused() {
        try (FeedFile file = new FeedFile(temporary.getRoot().toPath(), layout(false), DATE, 1)) {
            assertThrows(IllegalArgumentException.class, () -> file.add("one"));
        }
    }

    @Test
    public void aMissingManifestLeavesTheData() {
        Delivered damaged = Damage.MANIFEST_MISSING.to(delivered(layout(false)));
        assertTrue(Files.exists(damaged.data()));
        assertFalse(Files.exists(damaged.manifestFile()));
    }

    @Test
    public void aWrongHashIsTheOnlyThingWrong() throws IOException {
        Delivered right = delivered(layout(false));
        Delivered damaged = Damage.WRONG_HASH.to(right);
        assertEquals("0".repeat(64), damaged.manifest().sha256());
        assertEquals(right.manifest().totals(), damaged.manifest().totals());
        assertTrue(Files.readString(damaged.manifestFile()).contains("0".repeat(64)));
    }

    @Test
    public void aGapSkipsOneNumber() {
        Delivered damaged = Damage.SEQUENCE_GAP.to(delivered(layout(false)));
        assertEquals(
                "IF11_172014_20261124_000002_F.csv",
                damaged.data().getFileName().toString());
        assertEquals(2, damaged.manifest().sequence());
        assertEquals(1, damaged.manifest().previousSequence());
        assertTrue(Files.exists(damaged.manifestFile()));
    }

    @Test
    public void aWrongCountAnnouncesOneRecordMore() {
        assertEquals(4, Damage.WRONG_COUNT.to(delivered(layout(false))).records());
    }

    @Test
    public void aDamagedRecordLeavesHashAndTotalsRight() throws IOException {
        for (boolean header : new boolean[] {false, true}) {
            for (Damage damage : List.of(
                    Damage.BROKEN_QUOTING,
                    Damage.UNKNOWN_CODE,
                    Damage.IMPOSSIBLE_DATE,
                    Damage.NAME_NOT_ENCODABLE,
                    Damage.UNKNOWN_BRANCH,
                    Damage.FORBIDDEN_KANA)) {
                Delivered right = delivered(layout(header));
                String before = right.manifest().sha256();
                Delivered damaged = damage.to(right);
                assertEquals(hash(damaged.data()), damaged.manifest().sha256());
                assertFalse(damage.toString(), before.equals(damaged.manifest().sha256()));
                assertEquals(3, damaged.records());
            }
        }
    }

    @Test
    public void anUnknownCodeIsCountedAsWhatItIs() {
        Delivered damaged = Damage.UNKNOWN_CODE.to(delivered(layout(false)));
        assertEquals(
                "{count.sex.1=1, count.sex.2=1, count.sex.Z=1, sum.amount=7}",
                damaged.manifest().totals().toString());
    }

    @Test
    public void theDamageIsInTheThirdRecord() throws IOException {
        String[] lines = text(Damage.UNKNOWN_BRANCH.to(delivered(layout(true)))).split("\r\n");
        assertTrue(lines[3], lines[3].contains("\"000\""));
        assertTrue(text(Damage.IMPOSSIBLE_DATE.to(delivered(layout(false))))
                .split("\r\n")[2]
                .contains("20260231"));
    }

    @Test
    public void anOrderNamesDamageAndInterface() {
        List<Delivered> files = DamageOrder.parse("wrong-count:IF-11").to(List.of(delivered(layout(false))));
        assertEquals(4, files.get(0).records());
        assertThrows(IllegalArgumentException.class, () -> DamageOrder.parse("burnt:IF-11"));
        assertThrows(IllegalArgumentException.class, () -> DamageOrder.parse("wrong-count"));
    }
}
