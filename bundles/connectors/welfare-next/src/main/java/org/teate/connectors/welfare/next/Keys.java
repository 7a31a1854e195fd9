// SPDX-FileCopyrightText: Teate contributors
// SPDX-License-Identifier: Apache-2.0
package org.teate.connectors.welfare.next;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.Arrays;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.teate.ports.OutOfService;

/**
 * Our key, the certificates that we trust, and the secrets that we share with the other system, all in files.
 *
 * <p>They are read when they are needed, so that they may be laid down after the connector was installed.
 */
final class Keys {

    /** How many sessions of TLS are kept to be taken up again. */
    private static final int SESSIONS = 100;

    private final Path keyStore;
    private final Path trustStore;
    private final Path password;
    private final Path clientSecret;
    private final Path containerPassphrase;

    Keys(Path keyStore, Path trustStore, Path password, Path clientSecret, Path containerPassphrase) {
        this.keyStore = keyStore;
        this.trustStore = trustStore;
        this.password = password;
        this.clientSecret = clientSecret;
        this.containerPassphrase = containerPassphrase;
    }

    /**
     * Shows our certificate and trusts no other issuers than those of the trust store.
     *
     * @throws OutOfService if a store cannot be read
     */
    SSLContext tls() {
        char[] word = secret(password).toCharArray();
        try {
            KeyManagerFactory ours = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
            ours.init(store(keyStore, word), word);
            TrustManagerFactory theirs = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            theirs.init(store(trustStore, word));
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(ours.getKeyManagers(), theirs.getTrustManagers(), null);
            // else Java keeps 20,480 of them, each for a day
            context.getClientSessionContext().setSessionCacheSize(SESSIONS);
            return context;
        } catch (IOException | GeneralSecurityException e) {
            throw new OutOfService("次期福祉システムとの通信に使う鍵と証明書（" + keyStore + "、" + trustStore + "）を読めません。", e);
        } finally {
            Arrays.fill(word, ' ');
        }
    }

    byte[] clientSecret() {
        return secret(clientSecret).getBytes(StandardCharsets.UTF_8);
    }

    char[] containerPassphrase() {
        return secret(containerPassphrase).toCharArray();
    }

    private static String secret(Path file) {
        try {
            return Files.readString(file).strip();
        } catch (IOException e) {
            throw new OutOfService("次期福祉システムとの通信に使うファイル " + file + " を読めません。", e);
        }
    }

    private static KeyStore store(Path file, char[] word) throws IOException, GeneralSecurityException {
        KeyStore store = KeyStore.getInstance("PKCS12");
        try (InputStream bytes = Files.newInputStream(file)) {
            store.load(bytes, word);
        }
        return store;
    }
}
