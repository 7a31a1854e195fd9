// SPDX-FileCopyrightText: Teate contributors
// SPDX-License-Identifier: Apache-2.0
package org.teate.access.internal;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.security.PrivilegedAction;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.security.auth.Subject;
import org.apache.karaf.jaas.boot.principal.UserPrincipal;
import org.junit.Rule;
import org.junit.Test;
import org.teate.access.Actor;
import org.teate.access.AuditEntry;
import org.teate.access.Forbidden;
import org.teate.access.Permission;
import org.teate.access.Role;
import org.teate.access.StaffRegister.Staff;
import org.teate.access.SystemAccount;

public class ThreadGuardTest {

    @Rule
    public final Office office = new Office();

    @Test
    public void nobodyActsOnAThreadOfItsOwn() {
        assertThrows(Forbidden.class, office.guard::actor);
        assertThrows(Forbidden.class, () -> office.guard.require(Permission.WORK_VIEW));
        assertFalse(office.guard.permits(Permission.WORK_VIEW));
    }

    @Test
    public void whoMayIsNamed() {
        Actor actor = Office.someone(Permission.WORK_VIEW);

        assertEquals(actor, office.as(actor, () -> office.guard.require(Permission.WORK_VIEW)));
    }

    @Test
    public void whoMayNotIsForbiddenAndTheAttemptStaysEvenIfTheWorkIsUndone() {
        office.as(
                Office.someone(Permission.WORK_VIEW),
                () -> assertThrows(
                        Forbidden.class, () -> office.jpa.tx(em -> office.guard.require(Permission.STAFF_ADMIN))));

        AuditEntry entry = office.trail().get(0);
        assertTrue(entry.refused());
        assertEquals("someone", entry.login());
        assertEquals("STAFF_ADMIN", entry.deed().object());
    }

    @Test
    public void askingWhetherOneMayIsNoAttempt() {
        office.as(Office.someone(), () -> assertFalse(office.guard.permits(Permission.WORK_VIEW)));

        assertEquals(List.of(), office.trail());
    }

    @Test
    public void individualNumbersAreSeenByPersonNotByRole() {
        Set<Role> everyRole = Set.of(Role.values());
        office.as(Office.operator(), () -> {
            office.register.add(new Staff("all", "", everyRole, false, Optional.empty()));
            office.register.add(new Staff("one", "", Set.of(Role.CLERK), true, Optional.empty()));
        });
        TestDatabase.execute("UPDATE STAFF SET MUST_CHANGE = FALSE");

        assertFalse(inShell("all", () -> office.guard.permits(Permission.NUMBER_VIEW)));
        assertTrue(inShell("one", () -> office.guard.permits(Permission.NUMBER_VIEW)));
    }

    @Test
    public void theServerActsUnderAnAccountOfItsOwnAndThenThePersonAgain() {
        Actor actor = Office.someone();
        office.as(actor, () -> {
            Actor server = office.guard.actingAs(SystemAccount.IMPORTER, office.guard::actor);
            assertEquals("system:importer", server.login());
            assertEquals(SystemAccount.IMPORTER.permissions(), server.permissions());
            assertEquals(actor, office.guard.actor());
        });
    }

    @Test
    public void workOnAnotherThreadIsDoneByWhoGaveIt() throws InterruptedException {
        List<String> done = new ArrayList<>();
        Runnable work = office.as(
                Office.someone(),
                () -> office.guard.carrying(() -> done.add(office.guard.actor().login())));
        Thread thread = new Thread(work);
        thread.start();
        thread.join();

        assertEquals(List.of("someone"), done);
    }

    @Test
    public void thePersonInAShellSessionActs() {
        office.settled("hanako", Role.CLERK);

        Actor actor = inShell("hanako", office.guard::actor);
        assertEquals("hanako", actor.login());
        assertEquals("shell", actor.terminal());
        assertEquals(Role.CLERK.permissions(), actor.permissions());
    }

    @Test
    public void aShellSessionThatIsOpenWhenItsPersonIsExpiredActsNoMore() {
        office.settled("hanako", Role.CLERK);
        office.as(Office.operator(), () -> office.register.expire("hanako"));

        assertThrows(Forbidden.class, () -> inShell("hanako", office.guard::actor));
    }

    @Test
    public void aUserOfAnotherRealmWithTheSameNameIsNotThePerson() {
        office.settled("hanako", Role.CLERK);
        Subject subject = new Subject(true, Set.of(new UserPrincipal("hanako")), Set.of(), Set.of());

        assertThrows(Forbidden.class, () -> as(subject, office.guard::actor));
    }

    private static <T> T inShell(String login, PrivilegedAction<T> work) {
        return as(new Subject(true, Set.of(new StaffPrincipal(login)), Set.of(), Set.of()), work);
    }

    @SuppressWarnings("removal") // as Karaf 4 does it
    private static <T> T as(Subject subject, PrivilegedAction<T> work) {
        return Subject.doAs(subject, work);
    }
}
