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
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HexFormat;
import javax.crypto.KeyGenerator;
import javax.crypto.SecretKey;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The key of the account numbers: alias {@code accounts} of the PKCS#12 store {@code etc/keys/accounts.p12}, whose password
 * lies beside it in {@code accounts.password}.
 *
 * <p>Both are made when first needed, readable by the server's own user alone. They must be kept apart from copies of the
 * database: without them no account number can be read again. So a key is made only as long as there is no account, for a
 * fresh one would hide that the old one is lost. Thread-safe.
 */
@Component(service = AccountKey.class)
public final class AccountKey {

    private static final Logger LOG = LoggerFactory.getLogger(AccountKey.class);
    private static final String ALIAS = "accounts";
    private static final int BITS = 256;
    private static final int WORD_BYTES = 24;

    private final Path store;
    private final Path password;
    private final Database database;
    private SecretKey secret;

    @Activate
    public AccountKey(BundleContext context, @Reference Database database) {
        this(Path.of(context.getProperty("karaf.etc"), "keys"), database);
    }

    AccountKey(Path folder, Database database) {
        this.database = database;
        store = folder.resolve("accounts.p12");
        password = folder.resolve("accounts.password");
    }

    /** @throws IllegalStateException if there are accounts but the key is lost */
    synchronized SecretKey secret() {
        if (secret == null) {
            secret = Files.exists(store) ? load() : make();
        }
        return secret;
    }

    private static boolean hasAccounts(Connection connection) throws SQLException {
        try (Statement select = connection.createStatement();
                ResultSet rows =
                        select.executeQuery("SELECT LEDGER_NUMBER FROM PAYMENT_ACCOUNT FETCH FIRST 1 ROWS ONLY")) {
            return rows.next();
        }
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
        if (database.tx(AccountKey::hasAccounts)) {
            throw new IllegalStateException("Account numbers are held, but their key store is missing: " + store);
        }
        try {
            Files.createDirectories(store.getParent());
            KeyGenerator generator = KeyGenerator.getInstance("AES");
            generator.init(BITS);
            SecretKey key = generator.generateKey();
            write(key, word());
            LOG.warn("Made the key of the account numbers in {}; put a copy of both files in a safe", store);
            return key;
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot write " + store, e);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java platform has AES and PKCS12", e);
        }
    }

    /** The store's password: the one that lies there, else a fresh one. */
    private char[] word() throws IOException {
        if (Files.exists(password)) {
            String word = Files.readString(password).strip();
            if (word.isEmpty()) {
                throw new IllegalStateException("The password of the account numbers' key is empty: " + password);
            }
            return word.toCharArray();
        }
        byte[] random = new byte[WORD_BYTES];
        new SecureRandom().nextBytes(random);
        String word = HexFormat.of().formatHex(random);
        try (OutputStream out = ownersOnly(password)) {
            out.write(word.getBytes(StandardCharsets.US_ASCII));
        }
        return word.toCharArray();
    }

    /** Writes the store whole or not at all: a half one would be taken for a lost one. */
    private void write(SecretKey key, char[] word) throws IOException, GeneralSecurityException {
        KeyStore keys = KeyStore.getInstance("PKCS12");
        keys.load(null, word);
        keys.setEntry(ALIAS, new KeyStore.SecretKeyEntry(key), new KeyStore.PasswordProtection(word));
        Path half = Files.createTempFile(store.getParent(), "accounts", ".tmp");
        try (OutputStream out = Files.newOutputStream(half)) {
            keys.store(out, word);
        }
        Files.move(half, store, StandardCopyOption.ATOMIC_MOVE);
    }

    private static OutputStream ownersOnly(Path file) throws IOException {
        if (file.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        } else {
            Files.createFile(file);
        }
        return Files.newOutputStream(file);
    }
}
