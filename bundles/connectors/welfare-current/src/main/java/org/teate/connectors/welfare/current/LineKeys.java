// SPDX-FileCopyrightText: Teate contributors
// SPDX-License-Identifier: Apache-2.0
package org.teate.connectors.welfare.current;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.PublicKey;
import java.util.ArrayList;
import java.util.List;
import org.apache.sshd.common.NamedResource;
import org.apache.sshd.common.config.keys.AuthorizedKeyEntry;
import org.apache.sshd.common.config.keys.FilePasswordProvider;
import org.apache.sshd.common.config.keys.PublicKeyEntryResolver;
import org.apache.sshd.common.util.security.SecurityUtils;

/** Reads the key files of the SFTP line, as {@code ssh-keygen} writes them. Stateless. */
final class LineKeys {

    private LineKeys() {}

    /** @throws IOException if the file is not there, or holds no private key */
    static KeyPair clientKey(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return SecurityUtils.loadKeyPairIdentities(
                            null, NamedResource.ofName(file.toString()), in, FilePasswordProvider.EMPTY)
                    .iterator()
                    .next();
        } catch (GeneralSecurityException | RuntimeException e) {
            throw new Trouble("ファイル " + file + " に秘密鍵がありません。", e);
        }
    }

    /** @throws IOException if the file is not there, or holds anything else than public keys */
    static List<PublicKey> hostKeys(Path file) throws IOException {
        try {
            List<PublicKey> keys = new ArrayList<>();
            for (AuthorizedKeyEntry entry : AuthorizedKeyEntry.readAuthorizedKeys(file)) {
                keys.add(entry.resolvePublicKey(null, PublicKeyEntryResolver.FAILING));
            }
            return List.copyOf(keys);
        } catch (GeneralSecurityException | RuntimeException e) {
            throw new Trouble("ファイル " + file + " に公開鍵がありません。", e);
        }
    }
}
