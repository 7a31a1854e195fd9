// SPDX-FileCopyrightText: Teate contributors
// SPDX-License-Identifier: Apache-2.0
package org.teate.counterparts.welfare.current;

import java.io.IOException;
import java.io.OutputStream;
import java.io.StringWriter;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.KeyStore;
import java.security.PublicKey;
import java.security.SecureRandom;
import java.security.cert.Certificate;
import java.security.spec.ECGenParameterSpec;
import java.util.Base64;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import org.apache.sshd.common.NamedResource;
import org.apache.sshd.common.config.keys.AuthorizedKeyEntry;
import org.apache.sshd.common.config.keys.FilePasswordProvider;
import org.apache.sshd.common.config.keys.PublicKeyEntryResolver;
import org.apache.sshd.common.config.keys.writer.openssh.OpenSSHKeyPairResourceWriter;
import org.apache.sshd.common.util.security.SecurityUtils;

/**
 * The keys of this system, made at its first start, and those of the line, laid where the connector looks for them.
 *
 * <p>In a real city each side makes its own and hands over the public halves; in training there is nobody else to do so.
 */
final class KeyRing {

    /** How many sessions of TLS are kept to be taken up again. */
    private static final int SESSIONS = 100;

    private static final String PREFIX = "welfare-current";

    private final Path own;
    private final Path shared;

    /**
     * @param own the folder of this system's private keys
     * @param shared the folder in which the connector looks
     */
    KeyRing(Path own, Path shared) {
        this.own = own;
        this.shared = shared;
    }

    /** Makes what is missing. */
    void make() throws IOException, GeneralSecurityException {
        Files.createDirectories(own);
        Files.createDirectories(shared);
        makePair(own.resolve("host"));
        makePair(own.resolve("stray-host"));
        makePair(shared.resolve(PREFIX + "-client"));
        makePassword(own.resolve("store.password"));
        makePassword(shared.resolve(PREFIX + ".password"));
        makeCertificate("https");
        makeCertificate("stray-https");
        Files.copy(own.resolve("host.pub"), shared.resolve(PREFIX + "-host.pub"), StandardCopyOption.REPLACE_EXISTING);
        Files.writeString(shared.resolve(PREFIX + ".crt"), pem(store("https").getCertificate("server")));
    }

    private static void makePair(Path file) throws IOException, GeneralSecurityException {
        if (Files.exists(file)) {
            return;
        }
        KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
        generator.initialize(new ECGenParameterSpec("secp256r1"));
        KeyPair pair = generator.generateKeyPair();
        try (OutputStream out = Files.newOutputStream(privately(file))) {
            OpenSSHKeyPairResourceWriter.INSTANCE.writePrivateKey(pair, PREFIX, null, out);
        }
        try (OutputStream out = Files.newOutputStream(file.resolveSibling(file.getFileName() + ".pub"))) {
            OpenSSHKeyPairResourceWriter.INSTANCE.writePublicKey(pair, PREFIX, out);
        }
    }

    private static void makePassword(Path file) throws IOException {
        if (!Files.exists(file)) {
            Files.writeString(privately(file), new BigInteger(160, new SecureRandom()).toString(36));
        }
    }

    private static Path privately(Path file) throws IOException {
        return Files.createFile(
                file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    }

    /** The JDK makes certificates by its tool alone. */
    private void makeCertificate(String name) throws IOException {
        Path file = own.resolve(name + ".p12");
        if (Files.exists(file)) {
            return;
        }
        Process keytool = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "keytool")
                                .toString(),
                        "-genkeypair",
                        "-alias",
                        "server",
                        "-keyalg",
                        "EC",
                        "-groupname",
                        "secp256r1",
                        "-validity",
                        "825",
                        "-dname",
                        "CN=localhost",
                        "-ext",
                        "SAN=dns:localhost,ip:127.0.0.1",
                        "-storetype",
                        "PKCS12",
                        "-keystore",
                        file.toString(),
                        "-storepass:file",
                        own.resolve("store.password").toString())
                .redirectErrorStream(true)
                .start();
        try {
            String said = new String(keytool.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            if (!keytool.waitFor(30, TimeUnit.SECONDS) || keytool.exitValue() != 0) {
                throw new IOException("keytool could not make a certificate: " + said);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("Interrupted while keytool made a certificate", e);
        }
    }

    private KeyStore store(String name) throws IOException, GeneralSecurityException {
        return KeyStore.getInstance(own.resolve(name + ".p12").toFile(), storePassword());
    }

    private char[] storePassword() throws IOException {
        return Files.readString(own.resolve("store.password")).toCharArray();
    }

    private static String pem(Certificate certificate) throws GeneralSecurityException {
        StringWriter pem = new StringWriter();
        pem.append("-----BEGIN CERTIFICATE-----\n");
        pem.append(Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(certificate.getEncoded()));
        return pem.append("\n-----END CERTIFICATE-----\n").toString();
    }

    /** The key with which the SFTP server shows who it is. */
    KeyPair hostKey(boolean stray) throws IOException, GeneralSecurityException {
        Path file = own.resolve(stray ? "stray-host" : "host");
        return SecurityUtils.loadKeyPairIdentities(
                        null,
                        NamedResource.ofName(file.toString()),
                        Files.newInputStream(file),
                        FilePasswordProvider.EMPTY)
                .iterator()
                .next();
    }

    /** The key of whoever may sign in. */
    PublicKey clientKey() throws IOException, GeneralSecurityException {
        String line = Files.readString(shared.resolve(PREFIX + "-client.pub"));
        return AuthorizedKeyEntry.parseAuthorizedKeyEntry(line).resolvePublicKey(null, PublicKeyEntryResolver.IGNORING);
    }

    /** The password of look-ups. */
    String password() throws IOException {
        return Files.readString(shared.resolve(PREFIX + ".password")).strip();
    }

    SSLContext tls(boolean stray) throws IOException, GeneralSecurityException {
        KeyManagerFactory keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        keys.init(store(stray ? "stray-https" : "https"), storePassword());
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(keys.getKeyManagers(), null, null);
        // else Java keeps 20,480 of them, each for a day
        context.getServerSessionContext().setSessionCacheSize(SESSIONS);
        return context;
    }
}
