// SPDX-FileCopyrightText: Teate contributors
// SPDX-License-Identifier: Apache-2.0
package org.teate.payments.internal;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import javax.crypto.Cipher;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * Account numbers as the tables hold them: AES-256-GCM, bound to the ledger and the place of the account, so that a number
 * copied to another row does not open.
 *
 * <p>The text is the digit 1 for this form, then base64 of a random nonce of 12 bytes, the cipher text and the tag.
 * Thread-safe; a number opens in a few microseconds.
 */
@Component(service = AccountCipher.class)
public final class AccountCipher {

    private static final char FORM = '1';
    private static final int NONCE = 12;
    private static final int TAG_BITS = 128;

    private final AccountKey key;
    private final SecureRandom random = new SecureRandom();
    private final Cipher cipher;

    @Activate
    public AccountCipher(@Reference AccountKey key) {
        this.key = key;
        try {
            cipher = Cipher.getInstance("AES/GCM/NoPadding");
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java platform has AES-GCM", e);
        }
    }

    /** The number as it may be stored. */
    synchronized String seal(String ledger, int sequence, String number) {
        byte[] nonce = new byte[NONCE];
        random.nextBytes(nonce);
        byte[] sealed = apply(Cipher.ENCRYPT_MODE, nonce, ledger, sequence, number.getBytes(StandardCharsets.US_ASCII));
        byte[] all = Arrays.copyOf(nonce, NONCE + sealed.length);
        System.arraycopy(sealed, 0, all, NONCE, sealed.length);
        return FORM + Base64.getEncoder().encodeToString(all);
    }

    /** @throws IllegalStateException if it was sealed for another account or with another key */
    synchronized String open(String ledger, int sequence, String stored) {
        if (stored.charAt(0) != FORM) {
            throw new IllegalStateException("An account number is stored in an unknown form");
        }
        byte[] all = Base64.getDecoder().decode(stored.substring(1));
        byte[] nonce = Arrays.copyOf(all, NONCE);
        byte[] sealed = Arrays.copyOfRange(all, NONCE, all.length);
        return new String(apply(Cipher.DECRYPT_MODE, nonce, ledger, sequence, sealed), StandardCharsets.US_ASCII);
    }

    private byte[] apply(int mode, byte[] nonce, String ledger, int sequence, byte[] content) {
        try {
            SecretKey secret = key.secret();
            cipher.init(mode, secret, new GCMParameterSpec(TAG_BITS, nonce));
            cipher.updateAAD((ledger + '/' + sequence).getBytes(StandardCharsets.US_ASCII));
            return cipher.doFinal(content);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(
                    "The account number does not belong to this place, or the key is another", e);
        }
    }
}
