// SPDX-FileCopyrightText: Teate contributors
// SPDX-License-Identifier: Apache-2.0
package org.teate.payments.internal;

import static org.junit.Assert.assertArrayEquals;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.stream.Stream;
import org.junit.Before;
import org.junit.Rule;
import org.junit.Test;
import org.teate.kernel.LedgerNumber;

/** The key of the account numbers is made once, and a lost one is not replaced. */
public class AccountKeyTest {

    @Rule
    public final Offices offices = new Offices();

    private Office office;
    private Path store;
    private Path password;

    @Before
    public void aServerWithoutAccounts() {
        office = offices.open();
        store = office.home.resolve("accounts.p12");
        password = office.home.resolve("accounts.password");
    }

    @Test
    public void theFirstUseMakesAKeyThatOnlyTheServersOwnUserMayRead() throws IOException {
        byte[] made = key().secret().getEncoded();

        assertArrayEquals("and the next server uses it", made, key().secret().getEncoded());
        for (Path file : List.of(store, password)) {
            assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(file)));
        }
        try (Stream<Path> files = Files.list(office.home)) {
            assertEquals("nothing else is left", 2, files.count());
        }
    }

    @Test
    public void whileAccountsAreHeldALostKeyIsNotReplaced() throws IOException {
        office.account(LedgerNumber.ofSerial(1), 1, "0146", "101", "ﾔﾏﾀﾞ ﾀﾛｳ", "1");
        String word = Files.readString(password);
        Files.delete(store);

        IllegalStateException refusal = assertThrows(IllegalStateException.class, () -> key().secret());

        assertTrue(refusal.getMessage(), refusal.getMessage().contains(store.toString()));
        assertFalse(Files.exists(store));
        assertEquals("what is left of it stays", word, Files.readString(password));
    }

    @Test
    public void aPasswordThatIsThereIsUsedAndNotReplaced() throws IOException {
        Files.writeString(password, "of-a-store-to-come\n");

        byte[] made = key().secret().getEncoded();

        assertEquals("of-a-store-to-come\n", Files.readString(password));
        assertArrayEquals(made, key().secret().getEncoded());
    }

    @Test
    public void anEmptyPasswordIsRefused() throws IOException {
        Files.createFile(password);

        assertThrows(IllegalStateException.class, () -> key().secret());

        assertFalse(Files.exists(store));
    }

    private AccountKey key() {
        return new AccountKey(office.home, office.database);
    }
}
