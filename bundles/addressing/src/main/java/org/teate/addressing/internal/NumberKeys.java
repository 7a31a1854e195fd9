// SPDX-FileCopyrightText: Teate contributors
// SPDX-License-Identifier: Apache-2.0
package org.teate.addressing.internal;

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
import java.util.Collections;
import java.util.HexFormat;
import java.util.Set;
import java.util.stream.Collectors;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;

/**
 * The keys of the Individual Numbers, in a PKCS#12 key store outside the database.
 *
 * <p>The store holds a pair of keys for each key id: one seals, one makes the blind index. The pair whose id is marked
 * current is used for new numbers; the others stay to open what they have sealed. Immutable and thread-safe.
 */
final class NumberKeys {

    private static final String TYPE = "PKCS12";
    private static final String SEAL = "seal-";
    private static final String INDEX = "index-";
    private static final int KEY_BYTES = 32;
    private static final SecureRandom RANDOM = new SecureRandom();

    private final KeyStore store;
    private final char[] password;
    private final String currentId;

    private NumberKeys(KeyStore store, char[] password) throws GeneralSecurityException {
        this.store = store;
        this.password = password;
        // ids begin with the time they were made, so the greatest is the latest
        currentId = Collections.list(store.aliases()).stream()
                .filter(alias -> alias.startsWith(SEAL))
                .map(alias -> alias.substring(SEAL.length()))
                .max(String::compareTo)
                .orElseThrow(() -> new IllegalStateException("The key store holds no key for Individual Numbers"));
    }

    /**
     * Opens the key store.
     *
     * @throws IllegalStateException if it cannot be opened with this password or holds no key
     */
    static NumberKeys open(Path file, Path passwordFile) {
        try (InputStream in = Files.newInputStream(file)) {
            char[] password = Files.readString(passwordFile, StandardCharsets.US_ASCII)
                    .strip()
                    .toCharArray();
            KeyStore store = KeyStore.getInstance(TYPE);
            store.load(in, password);
            return new NumberKeys(store, password);
        } catch (IOException | GeneralSecurityException e) {
            throw new IllegalStateException("The key store of the Individual Numbers cannot be opened: " + file, e);
        }
    }

    /**
     * Makes a key store with one pair of keys, and a password for it, readable to the server's account only.
     *
     * @param createdAt the time in digits; makes the key's id
     */
    static void create(Path file, Path passwordFile, String createdAt) {
        try {
            byte[] random = new byte[KEY_BYTES];
            RANDOM.nextBytes(random);
            String password = HexFormat.of().formatHex(random);
            KeyStore store = KeyStore.getInstance(TYPE);
            store.load(null, null);
            String id = createdAt + HexFormat.of().toHexDigits((short) RANDOM.nextInt());
            KeyStore.ProtectionParameter protection = new KeyStore.PasswordProtection(password.toCharArray());
            store.setEntry(SEAL + id, freshKey("AES"), protection);
            store.setEntry(INDEX + id, freshKey("HmacSHA256"), protection);
            writePrivately(passwordFile, password.getBytes(StandardCharsets.US_ASCII));
            try (OutputStream out = Files.newOutputStream(createPrivately(file), StandardOpenOption.WRITE)) {
                store.store(out, password.toCharArray());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("This Java platform cannot keep secret keys in PKCS#12", e);
        }
    }

    String currentId() {
        return currentId;
    }

    /** The ids of all keys, for a search that must try each index. */
    Set<String> ids() throws GeneralSecurityException {
        return Collections.list(store.aliases()).stream()
                .filter(alias -> alias.startsWith(INDEX))
                .map(alias -> alias.substring(INDEX.length()))
                .collect(Collectors.toUnmodifiableSet());
    }

    SecretKey sealing(String id) throws GeneralSecurityException {
        return key(SEAL + id);
    }

    SecretKey indexing(String id) throws GeneralSecurityException {
        return key(INDEX + id);
    }

    private SecretKey key(String alias) throws GeneralSecurityException {
        if (store.getKey(alias, password) instanceof SecretKey key) {
            return key;
        }
        throw new IllegalStateException("The key store lacks a key that has sealed Individual Numbers: " + alias);
    }

    private static KeyStore.SecretKeyEntry freshKey(String algorithm) {
        byte[] key = new byte[KEY_BYTES];
        RANDOM.nextBytes(key);
        return new KeyStore.SecretKeyEntry(new SecretKeySpec(key, algorithm));
    }

    private static void writePrivately(Path file, byte[] content) throws IOException {
        Files.write(createPrivately(file), content);
    }

    private static Path createPrivately(Path file) throws IOException {
        Files.createDirectories(
                file.toAbsolutePath().getParent(),
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        return Files.createFile(
                file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    }
}
