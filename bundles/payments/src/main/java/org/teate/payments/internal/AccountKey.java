// SPDX-FileCopyrightText: Teate contributors
// SPDX-License-Identifier: Apache-2.0
package org.teate.payments.internal;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.SecureRandom;
import java.util.HexFormat;
import javax.crypto.KeyGenerator;
import javax.crypto.SecretKey;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The key of the account numbers: alias {@code accounts} of the PKCS#12 store {@code etc/keys/accounts.p12}, whose password
 * lies beside it in {@code accounts.password}.
 *
 * <p>Both are made when first needed, readable by the server's own user alone. They must be kept apart from copies of the
 * database: without them no account number can be read again. Thread-safe.
 */
@Component(service = AccountKey.class)
public final class AccountKey {

    private static final Logger LOG = LoggerFactory.getLogger(AccountKey.class);
    private static final String ALIAS = "accounts";
    private static final int BITS = 256;

    private final Path store;
    private final Path password;
    private SecretKey secret;

    @Activate
    public AccountKey(BundleContext context) {
        this(Path.of(context.getProperty("karaf.etc"), "keys"));
    }

    AccountKey(Path folder) {
        store = folder.resolve("accounts.p12");
        password = folder.resolve("accounts.password");
    }

    synchronized SecretKey secret() {
        if (secret == null) {
            secret = Files.exists(store) ? load() : make();
        }
        return secret;
    }

    private SecretKey load() {
        try (InputStream in = Files.newInputStream(store)) {
            char[] secretWord = Files.readString(password).strip().toCharArray();
            KeyStore keys = KeyStore.getInstance("PKCS12");
            keys.load(in, secretWord);
            KeyStore.SecretKeyEntry entry =
                    (KeyStore.SecretKeyEntry) keys.getEntry(ALIAS, new KeyStore.PasswordProtection(secretWord));
            if (entry == null) {
                throw new IllegalStateException(store + " has no key with the alias " + ALIAS);
            }
            return entry.getSecretKey();
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read " + store, e);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Cannot use " + store, e);
        }
    }

    private SecretKey make() {
        try {
            KeyGenerator generator = KeyGenerator.getInstance("AES");
            generator.init(BITS);
            SecretKey key = generator.generateKey();
            byte[] word = new byte[24];
            new SecureRandom().nextBytes(word);
            char[] secretWord = HexFormat.of().formatHex(word).toCharArray();
            KeyStore keys = KeyStore.getInstance("PKCS12");
            keys.load(null, secretWord);
            keys.setEntry(ALIAS, new KeyStore.SecretKeyEntry(key), new KeyStore.PasswordProtection(secretWord));
            Files.createDirectories(store.getParent());
            try (OutputStream out = ownersOnly(password)) {
                out.write(new String(secretWord).getBytes(StandardCharsets.US_ASCII));
            }
            try (OutputStream out = ownersOnly(store)) {
                keys.store(out, secretWord);
            }
            LOG.info("Made the key of the account numbers: {}", store);
            return key;
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot write " + store, e);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java platform has AES and PKCS12", e);
        }
    }

    private static OutputStream ownersOnly(Path file) throws IOException {
        Files.deleteIfExists(file);
        if (file.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        }
        return Files.newOutputStream(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    }
}
