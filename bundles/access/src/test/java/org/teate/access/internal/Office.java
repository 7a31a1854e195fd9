// SPDX-FileCopyrightText: Teate contributors
// SPDX-License-Identifier: Apache-2.0
package org.teate.access.internal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.junit.rules.ExternalResource;
import org.junit.rules.TestRule;
import org.junit.runner.Description;
import org.junit.runners.model.Statement;
import org.teate.access.Actor;
import org.teate.access.AuditEntry;
import org.teate.access.AuditQuery;
import org.teate.access.Permission;
import org.teate.access.Role;
import org.teate.access.StaffRegister.Staff;

/** The bundle's services, wired as in the container, over an empty database. */
final class Office extends ExternalResource {

    static final String PASSWORD = "correct horse battery";

    private static final String HASH = new Argon2Passwords().hash(PASSWORD.toCharArray());
    private static final Actor READER = new Actor("reader", "", Set.of(Permission.AUDIT_VIEW), "10.0.0.7");

    final TestDatabase jpa = new TestDatabase();
    final SettableClock clock = new SettableClock();
    final Argon2Passwords passwords = new Argon2Passwords();
    final AuditTable table = new AuditTable(jpa, jpa.dataSource(), clock);
    final FirstPassword firstPassword = new FirstPassword(temporaryFolder());
    final StaffAccounts accounts = restarted();
    final ThreadGuard guard = new ThreadGuard(accounts, table);
    final JdbcAuditTrail trail = new JdbcAuditTrail(jpa, jpa.dataSource(), clock, guard, table);
    final JpaStaffRegister register = new JpaStaffRegister(jpa, clock, guard, table, accounts, passwords);
    final JpaApprovals approvals = new JpaApprovals(jpa, clock, guard, table);
    final JpaWorklist worklist = new JpaWorklist(jpa, clock, guard, table);

    @Override
    public org.junit.runners.model.Statement apply(Statement base, Description description) {
        TestRule emptied = jpa;
        return emptied.apply(super.apply(base, description), description);
    }

    @Override
    protected void after() {
        guard.swap(Optional.empty());
    }

    /** The accounts as they come up again after a restart, from the database alone. */
    StaffAccounts restarted() {
        return new StaffAccounts(jpa, clock, table, new Lockout(jpa, clock), passwords, firstPassword);
    }

    /** A person with a one-time password, which is returned. */
    String add(String login, Role... roles) {
        return as(operator(), () -> register.add(staff(login, roles)));
    }

    /** A person whose password is {@link #PASSWORD}. */
    Actor settled(String login, Role... roles) {
        jpa.tx(em -> {
            StaffEntity person = new StaffEntity(staff(login, roles), HASH, clock.instant());
            person.setPassword(HASH, false, clock.instant());
            em.persist(person);
        });
        return accounts.account(login).orElseThrow().at("10.0.0.1");
    }

    <T> T as(Actor actor, Supplier<T> work) {
        Optional<Actor> before = guard.swap(Optional.of(actor));
        try {
            return work.get();
        } finally {
            guard.swap(before);
        }
    }

    void as(Actor actor, Runnable work) {
        as(actor, () -> {
            work.run();
            return true;
        });
    }

    /** The whole trail, newest first, but for the looks that a test takes at it here. */
    List<AuditEntry> trail() {
        AuditQuery all = new AuditQuery(
                Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), 1_000);
        return as(READER, () -> trail.search(all)).stream()
                .filter(entry -> !entry.login().equals(READER.login()))
                .toList();
    }

    /** The actions on the trail, newest first. */
    List<String> actions() {
        return trail().stream().map(entry -> entry.deed().action()).toList();
    }

    static Staff staff(String login, Role... roles) {
        return new Staff(login, "試験 花子", Set.of(roles), false, Optional.empty());
    }

    static Staff until(LocalDate lastDay, String login) {
        return new Staff(login, "試験 花子", Set.of(Role.CLERK), false, Optional.of(lastDay));
    }

    static Actor someone(Permission... permissions) {
        return new Actor("someone", "", Set.of(permissions), "10.0.0.9");
    }

    static Actor operator() {
        return new Actor("operator", "", Role.OPERATOR.permissions(), "10.0.0.8");
    }

    static Path temporaryFolder() {
        try {
            Path folder = Files.createTempDirectory("teate-access");
            folder.toFile().deleteOnExit();
            return folder;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
