// SPDX-FileCopyrightText: Teate contributors
// SPDX-License-Identifier: Apache-2.0
package org.teate.counterparts.welfare.next;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import net.lingala.zip4j.io.inputstream.ZipInputStream;
import net.lingala.zip4j.model.LocalFileHeader;
import net.lingala.zip4j.model.enums.AesKeyStrength;
import net.lingala.zip4j.model.enums.EncryptionMethod;

/** An encrypted container (ZIP with AES-256) that holds one file. */
final class Container {

    private static final int MOST_RATIO = 100;

    private Container() {}

    /** @throws Csv.Broken if it is not as agreed, or the passphrase does not open it */
    static byte[] open(byte[] container, char[] passphrase) throws Csv.Broken {
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(container), passphrase)) {
            LocalFileHeader entry = zip.getNextEntry();
            if (entry == null
                    || entry.getEncryptionMethod() != EncryptionMethod.AES
                    || entry.getAesExtraDataRecord().getAesKeyStrength() != AesKeyStrength.KEY_STRENGTH_256) {
                throw new Csv.Broken("AES-256で暗号化されていません。");
            }
            byte[] content = zip.readNBytes(container.length * MOST_RATIO);
            if (zip.read() >= 0) {
                throw new Csv.Broken("暗号化ZIPの展開後の大きさが制限を超えています。");
            }
            return content;
        } catch (IOException e) {
            throw new Csv.Broken("暗号化ZIPとして読めません。");
        }
    }
}
