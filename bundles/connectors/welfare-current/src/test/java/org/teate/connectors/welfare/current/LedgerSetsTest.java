// SPDX-FileCopyrightText: Teate contributors
// SPDX-License-Identifier: Apache-2.0
package org.teate.connectors.welfare.current;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.lang.annotation.Annotation;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import net.lingala.zip4j.ZipFile;
import net.lingala.zip4j.model.ZipParameters;
import net.lingala.zip4j.model.enums.AesKeyStrength;
import net.lingala.zip4j.model.enums.EncryptionMethod;
import org.junit.Before;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;
import org.teate.ports.FeedRecord;
import org.teate.ports.Offer;
import org.teate.ports.RecordReader;
import org.teate.ports.UnreadableFile;

public class LedgerSetsTest {

    private static final String PASSPHRASE = "an invented passphrase";
    private static final String NUMBERS = "M02_172014_20261124_000001_F";
    private static final String NUMBERS_CSV = "\"addresseeNumber\",\"individualNumber\",\"validFrom\"\r\n"
            + "\"000000000000001\",\"000000000000\",\"20151005\"\r\n";

    @Rule
    public final TemporaryFolder folder = new TemporaryFolder();

    private Path inbox;

    @Before
    public void makeInbox() throws IOException {
        inbox = folder.newFolder("inbox").toPath();
    }

    private LedgerSets opening(String passphrase) {
        return new LedgerSets(new LedgerSets.Config() {
            @Override
            public String inbox() {
                return inbox.toString();
            }

            @Override
            public String _passphrase() {
                return passphrase;
            }

            @Override
            public int service_ranking() {
                return 0;
            }

            @Override
            public Class<? extends Annotation> annotationType() {
                return LedgerSets.Config.class;
            }
        });
    }

    private static FeedRecord first(LedgerSets sets) throws IOException {
        Offer offer = sets.offers().get(0);
        try (RecordReader records = sets.records(offer)) {
            FeedRecord first = records.next().orElseThrow();
            assertFalse(records.next().isPresent());
            return first;
        }
    }

    private void pack(String name, String content, EncryptionMethod method, AesKeyStrength strength)
            throws IOException {
        ZipParameters parameters = new ZipParameters();
        parameters.setFileNameInZip(name);
        parameters.setEncryptFiles(method != EncryptionMethod.NONE);
        parameters.setEncryptionMethod(method);
        parameters.setAesKeyStrength(strength);
        try (ZipFile zip = new ZipFile(inbox.resolve(NUMBERS + ".zip").toFile(), PASSPHRASE.toCharArray())) {
            zip.addStream(new ByteArrayInputStream(content.getBytes(StandardCharsets.UTF_8)), parameters);
        }
    }

    private void pack(String content) throws IOException {
        pack(NUMBERS + ".csv", content, EncryptionMethod.AES, AesKeyStrength.KEY_STRENGTH_256);
    }

    @Test
    public void aSetIsReadByTheItemsOfItsHeader() throws IOException {
        Files.writeString(
                inbox.resolve("M15_172014_20261124_000001_F.csv"),
                "\"puaCode\",\"text\",\"cp932Fallback\",\"usedCount\"\r\n\"E000\",\"辻\uDB40\uDD00\",,\"3\"\r\n");

        FeedRecord gaiji = first(opening(PASSPHRASE));

        assertEquals("辻\uDB40\uDD00", gaiji.get("text"));
        assertEquals("", gaiji.get("cp932Fallback"));
    }

    @Test
    public void aSetThatCarriesMoreThanItsContractNamesIsRefused() throws IOException {
        Files.writeString(
                inbox.resolve("M15_172014_20261124_000001_F.csv"),
                "\"puaCode\",\"text\",\"cp932Fallback\",\"usedCount\",\"income\"\r\n");

        assertThrows(UnreadableFile.class, () -> first(opening(PASSPHRASE)));
    }

    @Test
    public void numbersAreReadOutOfTheirContainer() throws IOException {
        pack(NUMBERS_CSV);

        assertEquals("000000000000", first(opening(PASSPHRASE)).get("individualNumber"));
    }

    @Test
    public void aWrongPassphraseIsOursToPutRight() throws IOException {
        pack(NUMBERS_CSV);

        IOException wrong = assertThrows(IOException.class, () -> first(opening("another passphrase")));
        IOException none = assertThrows(IOException.class, () -> first(opening("")));

        assertFalse(wrong instanceof UnreadableFile);
        assertFalse(none instanceof UnreadableFile);
    }

    @Test
    public void aContainerWithAnotherFileIsRefused() throws IOException {
        pack("other.csv", NUMBERS_CSV, EncryptionMethod.AES, AesKeyStrength.KEY_STRENGTH_256);

        assertThrows(UnreadableFile.class, () -> first(opening(PASSPHRASE)));
    }

    @Test
    public void aContainerWithWeakEncryptionIsRefused() throws IOException {
        pack(NUMBERS + ".csv", NUMBERS_CSV, EncryptionMethod.ZIP_STANDARD, AesKeyStrength.KEY_STRENGTH_256);

        assertThrows(UnreadableFile.class, () -> first(opening(PASSPHRASE)));

        Files.delete(inbox.resolve(NUMBERS + ".zip"));
        pack(NUMBERS + ".csv", NUMBERS_CSV, EncryptionMethod.AES, AesKeyStrength.KEY_STRENGTH_128);

        assertThrows(UnreadableFile.class, () -> first(opening(PASSPHRASE)));
    }

    @Test
    public void aContainerThatUnpacksToFarMoreThanItsSizeIsRefused() throws IOException {
        pack(NUMBERS_CSV + "\"1\",\"2\",\"" + "0".repeat(5_000_000) + "\"\r\n");

        assertThrows(UnreadableFile.class, () -> first(opening(PASSPHRASE)));
    }

    @Test
    public void whatIsNoContainerIsRefused() throws IOException {
        Files.writeString(inbox.resolve(NUMBERS + ".zip"), "no container");

        assertThrows(UnreadableFile.class, () -> first(opening(PASSPHRASE)));
    }

    @Test
    public void everySetOfTheMigrationHasALayout() {
        assertEquals(13, opening("").interfaces().size());
        assertTrue(opening("").interfaces().contains("M12"));
    }
}
