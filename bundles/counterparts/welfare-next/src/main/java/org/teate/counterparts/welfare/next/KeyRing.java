// SPDX-FileCopyrightText: Teate contributors
// SPDX-License-Identifier: Apache-2.0
package org.teate.counterparts.welfare.next;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;

/**
 * The keys of both sides, made at the first start: ours stay with us, the client's are laid where it reads them. The
 * JDK's keytool makes them, as the JDK itself has no public way to a certificate.
 */
final class KeyRing {

    /** How many sessions of TLS are kept to be taken up again. */
    private static final int SESSIONS = 100;

    private static final String PASSWORD = "password";
    private static final String SERVER = "server.p12";
    private static final String OTHER = "other.p12";
    private static final String CLIENTS = "clients.p12";
    private static final String CLIENT = "client.p12";
    private static final String TRUST = "trust.p12";
    private static final String SECRET = "client-secret";
    private static final String PASSPHRASE = "container-passphrase";

    private final Path own;
    private final Path client;

    private KeyRing(Path own, Path client) {
        this.own = own;
        this.client = client;
    }

    /** Makes all keys anew if any is missing. */
    static KeyRing open(Path own, Path client) throws IOException {
        KeyRing ring = new KeyRing(own, client);
        Stream<Path> files = Stream.concat(
                Stream.of(PASSWORD, SERVER, OTHER, CLIENTS, SECRET, PASSPHRASE).map(own::resolve),
                Stream.of(PASSWORD, CLIENT, TRUST, SECRET, PASSPHRASE).map(client::resolve));
        if (!files.allMatch(Files::exists)) {
            ring.make();
        }
        return ring;
    }

    /** @param wrong whether to show a certificate that the client does not know */
    SSLContext tls(boolean wrong, Strangers.Notice notice) throws IOException {
        char[] word = Files.readString(own.resolve(PASSWORD)).toCharArray();
        try {
            KeyManagerFactory keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
            keys.init(load(own.resolve(wrong ? OTHER : SERVER), word), word);
            TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            trust.init(load(own.resolve(CLIENTS), word));
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(
                    keys.getKeyManagers(),
                    new TrustManager[] {Strangers.noticed(trust.getTrustManagers(), notice)},
                    null);
            // else Java keeps 20,480 of them, each for a day
            context.getServerSessionContext().setSessionCacheSize(SESSIONS);
            return context;
        } catch (GeneralSecurityException e) {
            throw new IOException("The keys in " + own + " cannot be used", e);
        }
    }

    String clientSecret() throws IOException {
        return Files.readString(own.resolve(SECRET));
    }

    char[] containerPassphrase() throws IOException {
        return Files.readString(own.resolve(PASSPHRASE)).toCharArray();
    }

    private void make() throws IOException {
        folder(own);
        folder(client);
        for (String secret : List.of(PASSWORD, SECRET, PASSPHRASE)) {
            String word = random();
            write(own.resolve(secret), word);
            write(client.resolve(secret), word);
        }
        keyPair(own.resolve(SERVER), "localhost");
        keyPair(own.resolve(OTHER), "localhost");
        keyPair(client.resolve(CLIENT), "teate");
        trust(own.resolve(CLIENTS), client.resolve(CLIENT));
        trust(client.resolve(TRUST), own.resolve(SERVER));
    }

    private void keyPair(Path store, String name) throws IOException {
        Files.deleteIfExists(store);
        Process keytool = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "keytool")
                                .toString(),
                        "-genkeypair",
                        "-alias",
                        name,
                        "-keyalg",
                        "EC",
                        "-groupname",
                        "secp256r1",
                        "-validity",
                        "825",
                        "-dname",
                        "CN=" + name,
                        "-ext",
                        "SAN=dns:localhost,ip:127.0.0.1",
                        "-storetype",
                        "PKCS12",
                        "-keystore",
                        store.toString(),
                        "-storepass:file",
                        own.resolve(PASSWORD).toString())
                .redirectErrorStream(true)
                .start();
        try (InputStream said = keytool.getInputStream()) {
            String words = new String(said.readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
            if (keytool.waitFor() != 0) {
                throw new IOException("keytool: " + words);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("Interrupted while keys were made", e);
        }
        guard(store);
    }

    /** Lays the certificates of the key store {@code from} into the trust store {@code into}. */
    private void trust(Path into, Path from) throws IOException {
        char[] word = Files.readString(own.resolve(PASSWORD)).toCharArray();
        try (OutputStream bytes = Files.newOutputStream(into)) {
            KeyStore keys = load(from, word);
            KeyStore trust = KeyStore.getInstance("PKCS12");
            trust.load(null, word);
            String alias = keys.aliases().nextElement();
            trust.setCertificateEntry(alias, keys.getCertificate(alias));
            trust.store(bytes, word);
        } catch (GeneralSecurityException e) {
            throw new IOException("The trust store " + into + " cannot be made", e);
        }
        guard(into);
    }

    private static KeyStore load(Path file, char[] word) throws IOException, GeneralSecurityException {
        KeyStore store = KeyStore.getInstance("PKCS12");
        try (InputStream bytes = Files.newInputStream(file)) {
            store.load(bytes, word);
        }
        return store;
    }

    private static String random() {
        byte[] bytes = new byte[32];
        new SecureRandom().nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }

    private static void folder(Path folder) throws IOException {
        Files.createDirectories(folder);
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx------"));
    }

    private static void write(Path file, String text) throws IOException {
        Files.deleteIfExists(file);
        Files.createFile(file, PosixFilePermissions.asFileAttribute(ownerOnly()));
        Files.writeString(file, text, StandardOpenOption.TRUNCATE_EXISTING);
    }

    private static void guard(Path file) throws IOException {
        Files.setPosixFilePermissions(file, ownerOnly());
    }

    private static Set<java.nio.file.attribute.PosixFilePermission> ownerOnly() {
        return PosixFilePermissions.fromString("rw-------");
    }
}
