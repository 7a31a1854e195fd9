// SPDX-FileCopyrightText: Teate contributors
// SPDX-License-Identifier: Apache-2.0
package org.teate.access.internal;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.regex.Pattern;
import org.apache.aries.jpa.template.JpaTemplate;
import org.apache.aries.jpa.template.TransactionType;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.teate.access.Actor;
import org.teate.access.Deed;
import org.teate.access.Guard;
import org.teate.access.Permission;
import org.teate.access.StaffRegister;

/** The people who may sign in, in the database. */
@Component
public final class JpaStaffRegister implements StaffRegister {

    private static final Pattern LOGIN = Pattern.compile("[a-z0-9._-]{1,40}");

    private final JpaTemplate jpa;
    private final Clock clock;
    private final Guard guard;
    private final AuditTable audit;
    private final StaffAccounts accounts;
    private final Argon2Passwords passwords;
    private final SecureRandom random = new SecureRandom();

    @Activate
    public JpaStaffRegister(
            @Reference(target = "(osgi.unit.name=access)") JpaTemplate jpa,
            @Reference Clock clock,
            @Reference Guard guard,
            @Reference AuditTable audit,
            @Reference StaffAccounts accounts,
            @Reference Argon2Passwords passwords) {
        this.jpa = jpa;
        this.clock = clock;
        this.guard = guard;
        this.audit = audit;
        this.accounts = accounts;
        this.passwords = passwords;
    }

    @Override
    public String add(Staff staff) {
        Actor actor = guard.require(Permission.STAFF_ADMIN);
        if (!LOGIN.matcher(staff.login()).matches()) {
            throw new IllegalArgumentException("利用者IDは半角の英小文字、数字、「.」「-」「_」で40文字以内にしてください。");
        }
        String password = OneTimePassword.next(random);
        String hash = passwords.hash(password.toCharArray());
        boolean free = jpa.txExpr(TransactionType.Required, em -> {
            if (em.find(StaffEntity.class, staff.login()) != null) {
                return false;
            }
            em.persist(new StaffEntity(staff, hash, clock.instant()));
            audit.enter(actor, List.of(Deed.of("staff.add", staff.login(), rights(staff))));
            return true;
        });
        if (!free) {
            throw new IllegalArgumentException("この利用者IDは既に使われています。");
        }
        return password;
    }

    @Override
    public String reset(String login) {
        return accounts.reset(guard.require(Permission.STAFF_ADMIN), login);
    }

    @Override
    public void expire(String login) {
        Actor actor = guard.require(Permission.STAFF_ADMIN);
        if (actor.login().equals(login)) {
            throw new IllegalArgumentException("自分自身の利用を終了することはできません。");
        }
        boolean found = jpa.txExpr(TransactionType.Required, em -> {
            StaffEntity person = em.find(StaffEntity.class, login);
            if (person == null) {
                return false;
            }
            person.endOn(LocalDate.now(clock).minusDays(1));
            audit.enter(actor, List.of(Deed.of("staff.expire", login, "")));
            return true;
        });
        if (!found) {
            throw new IllegalArgumentException("利用者が見つかりません。");
        }
    }

    @Override
    public List<Staff> all() {
        audit.enterApart(guard.require(Permission.STAFF_ADMIN), Deed.of("staff.list", "", ""));
        return jpa.txExpr(
                TransactionType.Required,
                em ->
                        em
                                .createQuery("select s from StaffEntity s order by s.login", StaffEntity.class)
                                .getResultList()
                                .stream()
                                .map(StaffEntity::toStaff)
                                .toList());
    }

    private static String rights(Staff staff) {
        return staff.roles().stream().sorted().toList() + (staff.maySeeNumbers() ? " NUMBER_VIEW" : "");
    }
}
