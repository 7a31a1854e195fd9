// SPDX-FileCopyrightText: Teate contributors
// SPDX-License-Identifier: Apache-2.0
package org.teate.access.internal;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;
import java.util.Set;
import org.junit.Rule;
import org.junit.Test;
import org.teate.access.Actor;
import org.teate.access.Role;
import org.teate.access.SignIn.Outcome;

public class FirstOperatorTest {

    @Rule
    public final Office office = new Office();

    private final Path file = office.firstPassword.file();

    @Test
    public void theFirstStartEntersAnOperatorWhosePasswordIsInAFileForTheServersAccountAlone() throws IOException {
        start();

        assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(file)));
        char[] password = Files.readString(file).strip().toCharArray();
        assertEquals(Outcome.PASSWORD_MUST_CHANGE, office.accounts.check("admin", password, "10.0.0.1"));
        assertEquals(
                Set.of(Role.OPERATOR),
                office.accounts.account("admin").orElseThrow().roles());
    }

    @Test
    public void theFileGoesWithItsPassword() throws IOException {
        start();
        String typed = Files.readString(file).strip();
        office.settled("hanako", Role.CLERK);
        change("hanako", Office.PASSWORD);
        assertTrue("another person's password is none of its business", Files.exists(file));

        change("admin", typed);
        assertFalse(Files.exists(file));
    }

    @Test
    public void aLaterStartEntersNobody() {
        office.add("hanako", Role.OPERATOR);
        start();

        assertFalse(Files.exists(file));
        assertTrue(office.accounts.account("admin").isEmpty());
    }

    private void change(String login, String old) {
        Actor actor = office.accounts.account(login).orElseThrow().at("10.0.0.1");
        assertEquals(
                Optional.empty(),
                office.accounts.change(actor, old.toCharArray(), "another good password".toCharArray()));
    }

    private void start() {
        new FirstOperator(office.jpa, office.clock, office.table, office.passwords, office.firstPassword)
                .enterIfNobodyIsThere();
    }
}
