// SPDX-FileCopyrightText: Teate contributors
// SPDX-License-Identifier: Apache-2.0
package org.teate.access.internal;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertNotEquals;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.Rule;
import org.junit.Test;
import org.teate.access.Actor;
import org.teate.access.Forbidden;
import org.teate.access.Permission;
import org.teate.access.Role;
import org.teate.access.StaffRegister.Staff;

public class JpaStaffRegisterTest {

    @Rule
    public final Office office = new Office();

    @Test
    public void aPersonIsEnteredAsGiven() {
        Staff staff = new Staff(
                "hanako", "試験 花子", Set.of(Role.CLERK, Role.APPROVER), true, Optional.of(LocalDate.of(2027, 3, 31)));
        office.as(Office.operator(), () -> {
            office.register.add(staff);
            assertEquals(List.of(staff), office.register.all());
        });
    }

    @Test
    public void everyOneTimePasswordIsAnother() {
        String first = office.add("hanako", Role.CLERK);
        String second = office.add("taro", Role.CLERK);

        assertTrue(first, first.matches("([a-z2-9]{4}-){3}[a-z2-9]{4}"));
        assertNotEquals(first, second);
    }

    @Test
    public void aLoginBelongsToOnePerson() {
        office.add("hanako", Role.CLERK);

        assertThrows(IllegalArgumentException.class, () -> office.add("hanako", Role.APPROVER));
    }

    @Test
    public void aLoginHasPlainCharactersOnlySoThatItNeverLooksLikeASystemAccount() {
        assertThrows(IllegalArgumentException.class, () -> office.add("system:importer", Role.CLERK));
        assertThrows(IllegalArgumentException.class, () -> office.add("Hanako", Role.CLERK));
        assertThrows(IllegalArgumentException.class, () -> office.add("", Role.CLERK));
    }

    @Test
    public void anExpiredPersonSignsInNoMoreButStaysOnTheRegister() {
        office.add("hanako", Role.CLERK);
        office.as(Office.operator(), () -> {
            office.register.expire("hanako");
            assertEquals(1, office.register.all().size());
        });
        assertTrue(office.accounts.account("hanako").isEmpty());
    }

    @Test
    public void anOperatorDoesNotLockTheOwnDoor() {
        Actor admin = office.settled("admin", Role.OPERATOR);

        office.as(admin, () -> assertThrows(IllegalArgumentException.class, () -> office.register.expire("admin")));
    }

    @Test
    public void whoIsNotThereIsNotResetOrExpired() {
        office.as(Office.operator(), () -> {
            assertThrows(IllegalArgumentException.class, () -> office.register.reset("nobody"));
            assertThrows(IllegalArgumentException.class, () -> office.register.expire("nobody"));
        });
    }

    @Test
    public void onlyOperatorsKeepTheRegister() {
        office.as(Office.someone(Permission.CASE_APPROVE), () -> {
            assertThrows(Forbidden.class, () -> office.register.add(Office.staff("hanako", Role.CLERK)));
            assertThrows(Forbidden.class, () -> office.register.reset("hanako"));
            assertThrows(Forbidden.class, () -> office.register.expire("hanako"));
            assertThrows(Forbidden.class, office.register::all);
        });
    }

    @Test
    public void everyChangeOfTheRegisterIsOnTheTrail() {
        office.add("hanako", Role.CLERK);
        office.as(Office.operator(), () -> {
            office.register.reset("hanako");
            office.register.expire("hanako");
            office.register.all();
        });

        assertEquals(List.of("staff.list", "staff.expire", "staff.reset", "staff.add"), office.actions());
        assertEquals("[CLERK]", office.trail().get(3).deed().reason());
    }
}
