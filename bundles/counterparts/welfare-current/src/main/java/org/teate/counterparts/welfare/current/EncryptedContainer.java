// SPDX-FileCopyrightText: Teate contributors
// SPDX-License-Identifier: Apache-2.0
package org.teate.counterparts.welfare.current;

import java.io.IOException;
import java.nio.file.Path;
import net.lingala.zip4j.ZipFile;
import net.lingala.zip4j.model.ZipParameters;
import net.lingala.zip4j.model.enums.AesKeyStrength;
import net.lingala.zip4j.model.enums.EncryptionMethod;
import org.teate.counterparts.town.Delivered;
import org.teate.counterparts.town.FeedFile;

/** A ZIP with AES-256, in which Individual Numbers travel. Its salt is random, so its bytes differ each time. */
final class EncryptedContainer {

    private final String passphrase;

    /** @throws IllegalArgumentException if the passphrase is shorter than eight characters */
    EncryptedContainer(String passphrase) {
        if (passphrase.length() < 8) {
            throw new IllegalArgumentException("A passphrase of at least eight characters is expected");
        }
        this.passphrase = passphrase;
    }

    Delivered deliver(FeedFile file) {
        return file.deliver(".zip", grown -> pack(grown, file.stem() + ".csv"));
    }

    private Path pack(Path grown, String name) throws IOException {
        Path zip = grown.resolveSibling(grown.getFileName() + ".zip");
        ZipParameters parameters = new ZipParameters();
        parameters.setFileNameInZip(name);
        parameters.setEncryptFiles(true);
        parameters.setEncryptionMethod(EncryptionMethod.AES);
        parameters.setAesKeyStrength(AesKeyStrength.KEY_STRENGTH_256);
        try (ZipFile container = new ZipFile(zip.toFile(), passphrase.toCharArray())) {
            container.addFile(grown.toFile(), parameters);
        }
        return zip;
    }
}
