// SPDX-FileCopyrightText: Teate contributors
// SPDX-License-Identifier: Apache-2.0
package org.teate.addressing.internal;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BooleanSupplier;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.Designate;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.teate.kernel.IndividualNumber;

/**
 * Seals and opens Individual Numbers (個人番号) with AES-256-GCM, and makes the blind index by which they are found.
 *
 * <p>A sealed number is bound to its row: copied to another person's row it does not open. Thread-safe.
 */
@Component(service = NumberVault.class, configurationPid = "org.teate.addressing")
@Designate(ocd = NumberVault.Config.class)
public final class NumberVault {

    /** Where the keys are. */
    @ObjectClassDefinition(name = "Individual Number vault (個人番号の暗号鍵)")
    public @interface Config {

        @AttributeDefinition(
                name = "Key store",
                description = "PKCS#12 file; empty is keys/individual-numbers.p12 in the etc folder")
        String key_store() default "";

        @AttributeDefinition(
                name = "Password file",
                description = "File with the key store's password; empty is the key store's path with .password added")
        String password_file() default "";
    }

    /**
     * A number as the database holds it.
     *
     * @param text initial vector, cipher text and tag in base64
     * @param blindIndex equal for equal numbers under one key, in base64
     * @param keyId the pair of keys that made both
     */
    record Sealed(String text, String blindIndex, String keyId) {}

    private static final Logger LOG = LoggerFactory.getLogger(NumberVault.class);
    private static final int VECTOR_BYTES = 12;
    private static final int TAG_BITS = 128;

    private final Path keyStore;
    private final Path passwordFile;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();
    private final Map<String, SecretKey> sealingKeys = new ConcurrentHashMap<>();
    private final Map<String, SecretKey> indexingKeys = new ConcurrentHashMap<>();
    private Optional<NumberKeys> keys = Optional.empty();

    @Activate
    public NumberVault(BundleContext context, Config config, @Reference Clock clock) {
        this(
                config.key_store().isEmpty()
                        ? Path.of(context.getProperty("karaf.etc"), "keys", "individual-numbers.p12")
                        : Path.of(config.key_store()),
                config.password_file(),
                clock);
    }

    NumberVault(Path keyStore, String passwordFile, Clock clock) {
        this.keyStore = keyStore;
        this.passwordFile = Path.of(passwordFile.isEmpty() ? keyStore + ".password" : passwordFile);
        this.clock = clock;
    }

    /**
     * Makes sure there are keys.
     *
     * @param isUnused whether no number has been sealed yet; only then keys are made, because fresh ones would hide
     *     that the old ones are lost
     * @throws IllegalStateException if keys are missing that are needed, or cannot be read
     */
    synchronized void unlock(BooleanSupplier isUnused) {
        if (keys.isPresent()) {
            return;
        }
        if (Files.notExists(keyStore)) {
            if (!isUnused.getAsBoolean()) {
                throw new IllegalStateException(
                        "Individual Numbers are held, but their key store is missing: " + keyStore);
            }
            NumberKeys.create(
                    keyStore,
                    passwordFile,
                    LocalDateTime.now(clock).format(DateTimeFormatter.ofPattern("uuuuMMddHHmm")));
            LOG.warn("Made the keys of the Individual Numbers in {}; put a copy of both files in a safe", keyStore);
        }
        keys = Optional.of(NumberKeys.open(keyStore, passwordFile));
    }

    Sealed seal(IndividualNumber number, String row) {
        String keyId = keys().currentId();
        byte[] vector = new byte[VECTOR_BYTES];
        random.nextBytes(vector);
        try {
            Cipher cipher = cipher(Cipher.ENCRYPT_MODE, keyId, vector, row);
            byte[] sealed = cipher.doFinal(number.digits().getBytes(StandardCharsets.US_ASCII));
            byte[] all = new byte[VECTOR_BYTES + sealed.length];
            System.arraycopy(vector, 0, all, 0, VECTOR_BYTES);
            System.arraycopy(sealed, 0, all, VECTOR_BYTES, sealed.length);
            return new Sealed(Base64.getEncoder().encodeToString(all), blindIndex(keyId, number), keyId);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("This Java platform cannot seal an Individual Number", e);
        }
    }

    /** @throws IllegalStateException if the key is not the one that sealed it, or the row is another one */
    IndividualNumber open(Sealed sealed, String row) {
        byte[] all = Base64.getDecoder().decode(sealed.text());
        byte[] vector = Arrays.copyOf(all, VECTOR_BYTES);
        try {
            Cipher cipher = cipher(Cipher.DECRYPT_MODE, sealed.keyId(), vector, row);
            byte[] digits = cipher.doFinal(all, VECTOR_BYTES, all.length - VECTOR_BYTES);
            return IndividualNumber.of(new String(digits, StandardCharsets.US_ASCII));
        } catch (AEADBadTagException e) {
            throw new IllegalStateException("An Individual Number does not open: wrong key, or a row tampered with", e);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("This Java platform cannot open an Individual Number", e);
        }
    }

    /** The blind indexes of a number, one for each pair of keys. */
    List<String> blindIndexes(IndividualNumber number) {
        try {
            return keys().ids().stream().map(id -> blindIndex(id, number)).toList();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("The key store cannot be read: " + keyStore, e);
        }
    }

    private String blindIndex(String keyId, IndividualNumber number) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(indexingKeys.computeIfAbsent(keyId, this::indexingKey));
            return Base64.getEncoder()
                    .encodeToString(mac.doFinal(number.digits().getBytes(StandardCharsets.US_ASCII)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("This Java platform cannot make a blind index", e);
        }
    }

    private Cipher cipher(int mode, String keyId, byte[] vector, String row) throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(mode, sealingKeys.computeIfAbsent(keyId, this::sealingKey), new GCMParameterSpec(TAG_BITS, vector));
        cipher.updateAAD(row.getBytes(StandardCharsets.US_ASCII));
        return cipher;
    }

    /** Kept once read: deriving a key from the store's password takes far longer than using it. */
    private SecretKey sealingKey(String keyId) {
        try {
            return keys().sealing(keyId);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("The key store cannot be read: " + keyStore, e);
        }
    }

    private SecretKey indexingKey(String keyId) {
        try {
            return keys().indexing(keyId);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("The key store cannot be read: " + keyStore, e);
        }
    }

    private synchronized NumberKeys keys() {
        return keys.orElseThrow(() -> new IllegalStateException("The vault is used before it is unlocked"));
    }
}
