// SPDX-FileCopyrightText: Teate contributors
// SPDX-License-Identifier: Apache-2.0
package org.teate.connectors.bank.zengin;

import static org.junit.Assert.assertArrayEquals;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;

import java.io.ByteArrayInputStream;
import java.io.File;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.HashMap;
import java.util.Map;
import org.junit.Before;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;
import org.teate.ports.Message;
import org.teate.ports.OutOfService;
import org.teate.ports.bank.FrozenFiles;

public class OutFolderTest {

    private static final String KEY = "2026-000001";
    private static final byte[] CONTENT = "1210 a transfer file".getBytes();

    @Rule
    public final TemporaryFolder temporary = new TemporaryFolder();

    private final Map<String, byte[]> approved = new HashMap<>(Map.of(KEY, CONTENT));
    private Path folder;
    private OutFolder bank;

    @Before
    public void openTheFolder() {
        folder = temporary.getRoot().toPath().resolve("bank/out");
        bank = outFolder(key -> new ByteArrayInputStream(contentOf(key)));
    }

    @Test
    public void anApprovedFileIsPutIntoTheFolderUnderItsKey() throws IOException {
        bank.tell(message("transfer.file", KEY));

        assertArrayEquals(CONTENT, Files.readAllBytes(folder.resolve(KEY + ".dat")));
        assertEquals(1, filesInFolder());
    }

    @Test
    public void theSameKeyAgainWritesNothingAndSucceeds() throws IOException {
        bank.tell(message("transfer.file", KEY));
        FileTime past = FileTime.fromMillis(1_000_000);
        Files.setLastModifiedTime(folder.resolve(KEY + ".dat"), past);

        bank.tell(message("transfer.file", KEY));

        assertEquals(past, Files.getLastModifiedTime(folder.resolve(KEY + ".dat")));
        assertEquals(1, filesInFolder());
    }

    @Test
    public void aFileWithOtherContentIsNeverReplaced() throws IOException {
        bank.tell(message("transfer.file", KEY));
        approved.put(KEY, "another".getBytes());

        assertEquals(
                "金融機関あてのフォルダに、同じ名前で内容の異なるファイル " + KEY + ".dat があります。",
                assertThrows(IllegalArgumentException.class, () -> bank.tell(message("transfer.file", KEY)))
                        .getMessage());
        assertArrayEquals(CONTENT, Files.readAllBytes(folder.resolve(KEY + ".dat")));
    }

    @Test
    public void aFileThatBreaksOffLeavesNothingBehind() {
        OutFolder broken = outFolder(key -> new FilterInputStream(new ByteArrayInputStream(CONTENT)) {
            @Override
            public int read(byte[] buffer, int offset, int length) throws IOException {
                throw new IOException("the disk is gone");
            }
        });

        assertEquals(
                "振込データ " + KEY + " を金融機関あてのフォルダに置けません。",
                assertThrows(OutOfService.class, () -> broken.tell(message("transfer.file", KEY)))
                        .getMessage());
        assertEquals(0, filesInFolder());
    }

    @Test
    public void aFolderThatCannotBeMadeIsAnOutage() throws IOException {
        Files.createFile(temporary.getRoot().toPath().resolve("bank"));

        assertThrows(OutOfService.class, () -> bank.tell(message("transfer.file", KEY)));
    }

    @Test
    public void aFileThatWasNotApprovedAndAMessageOfAnotherKindAreRefused() {
        assertThrows(IllegalArgumentException.class, () -> bank.tell(message("transfer.file", "2026-000002")));
        assertThrows(IllegalArgumentException.class, () -> bank.tell(message("account.check", KEY)));
    }

    @Test
    public void aKeyThatLeadsOutOfTheFolderIsRefused() {
        for (String key : new String[] {"../etc/passwd", "/etc/passwd", ".hidden", "", "a/b"}) {
            assertThrows(IllegalArgumentException.class, () -> bank.tell(message("transfer.file", key)));
        }
    }

    @Test
    public void aConfigurationWithoutAFolderIsRefused() {
        assertThrows(
                IllegalArgumentException.class,
                () -> new OutFolder(Configs.city(), key -> InputStream.nullInputStream()));
    }

    private OutFolder outFolder(FrozenFiles files) {
        return new OutFolder(Configs.with(Map.of("folder", folder.toString())), files);
    }

    private byte[] contentOf(String key) {
        if (!approved.containsKey(key)) {
            throw new IllegalArgumentException("No approved file " + key);
        }
        return approved.get(key);
    }

    private int filesInFolder() {
        File[] files = folder.toFile().listFiles();
        return files == null ? 0 : files.length;
    }

    private static Message message(String kind, String key) {
        return new Message("m1", "bank", KEY, kind, key);
    }
}
