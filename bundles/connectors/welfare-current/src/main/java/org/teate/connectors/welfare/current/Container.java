// SPDX-FileCopyrightText: Teate contributors
// SPDX-License-Identifier: Apache-2.0
package org.teate.connectors.welfare.current;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.List;
import net.lingala.zip4j.ZipFile;
import net.lingala.zip4j.exception.ZipException;
import net.lingala.zip4j.model.AESExtraDataRecord;
import net.lingala.zip4j.model.FileHeader;
import net.lingala.zip4j.model.enums.AesKeyStrength;
import net.lingala.zip4j.model.enums.EncryptionMethod;
import org.teate.ports.UnreadableFile;

/**
 * An encrypted container (ZIP with AES-256) that holds one file.
 *
 * <p>Nothing is unpacked to disk. A container that is not encrypted as agreed, holds anything else, or unpacks to more
 * than a hundred times its size is refused.
 */
final class Container {

    private static final int MOST_RATIO = 100;

    private Container() {}

    /**
     * The bytes of the file inside; closing the stream closes the container.
     *
     * @throws UnreadableFile if the container is not as agreed
     * @throws IOException if there is no passphrase or it does not open the container: ours to put right
     */
    static InputStream open(Path container, String name, String passphrase) throws IOException {
        if (passphrase.isEmpty()) {
            throw new IOException("No passphrase is configured for " + container.getFileName());
        }
        ZipFile zip = new ZipFile(container.toFile(), passphrase.toCharArray());
        try {
            return new Contents(zip, onlyEntry(zip, name));
        } catch (ZipException e) {
            zip.close();
            if (e.getType() == ZipException.Type.WRONG_PASSWORD) {
                throw new IOException("The passphrase does not open " + container.getFileName(), e);
            }
            throw new UnreadableFile(1, "暗号化ZIPとして読めません。");
        } catch (IOException e) {
            zip.close();
            throw e;
        }
    }

    private static FileHeader onlyEntry(ZipFile zip, String name) throws IOException {
        List<FileHeader> entries = zip.getFileHeaders();
        if (entries.size() != 1 || !entries.get(0).getFileName().equals(name)) {
            throw new UnreadableFile(1, "暗号化ZIPの内容が取り決めと異なります。");
        }
        FileHeader entry = entries.get(0);
        AESExtraDataRecord aes = entry.getAesExtraDataRecord();
        if (entry.getEncryptionMethod() != EncryptionMethod.AES
                || aes == null
                || aes.getAesKeyStrength() != AesKeyStrength.KEY_STRENGTH_256) {
            throw new UnreadableFile(1, "AES-256で暗号化されていません。");
        }
        return entry;
    }

    /** What is inside, up to the limit. */
    private static final class Contents extends FilterInputStream {

        private final ZipFile zip;
        private long left;

        Contents(ZipFile zip, FileHeader entry) throws IOException {
            super(zip.getInputStream(entry));
            this.zip = zip;
            left = MOST_RATIO * Math.max(1, entry.getCompressedSize());
        }

        @Override
        public int read() throws IOException {
            int read = super.read();
            count(read < 0 ? 0 : 1);
            return read;
        }

        @Override
        public int read(byte[] buffer, int offset, int length) throws IOException {
            int read = super.read(buffer, offset, length);
            count(Math.max(0, read));
            return read;
        }

        private void count(int bytes) throws UnreadableFile {
            left -= bytes;
            if (left < 0) {
                throw new UnreadableFile(1, "暗号化ZIPの展開後の大きさが制限を超えています。");
            }
        }

        @Override
        public void close() throws IOException {
            try {
                super.close();
            } finally {
                zip.close();
            }
        }
    }
}
