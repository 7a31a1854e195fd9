// SPDX-FileCopyrightText: Teate contributors
// SPDX-License-Identifier: Apache-2.0
package org.teate.access.internal;

import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import javax.persistence.CollectionTable;
import javax.persistence.Column;
import javax.persistence.ElementCollection;
import javax.persistence.Entity;
import javax.persistence.EnumType;
import javax.persistence.Enumerated;
import javax.persistence.FetchType;
import javax.persistence.Id;
import javax.persistence.JoinColumn;
import javax.persistence.Table;
import javax.persistence.Version;
import org.teate.access.Permission;
import org.teate.access.Role;
import org.teate.access.StaffRegister.Staff;
import org.teate.kernel.Utc;

/** A person who may sign in, with the password. */
@Entity
@Table(name = "STAFF")
class StaffEntity {

    @Id
    @Column(name = "LOGIN")
    private String login;

    @Column(name = "NAME")
    private String name;

    @ElementCollection(fetch = FetchType.EAGER)
    @CollectionTable(name = "STAFF_ROLE", joinColumns = @JoinColumn(name = "LOGIN"))
    @Column(name = "ROLE_NAME")
    @Enumerated(EnumType.STRING)
    private Set<Role> roles = new HashSet<>();

    @Column(name = "MAY_SEE_NUMBERS")
    private boolean maySeeNumbers;

    /** Null as long as no end is known. */
    @Column(name = "LAST_DAY")
    private java.sql.Date lastDay;

    @Column(name = "PASSWORD_HASH")
    private String passwordHash;

    @Column(name = "PASSWORD_SET_AT")
    private Timestamp passwordSetAt;

    @Column(name = "MUST_CHANGE")
    private boolean mustChange;

    @Version
    @Column(name = "LOCK_VERSION")
    private int lockVersion;

    /** For JPA. */
    protected StaffEntity() {}

    /** A new person, who must change the one-time password whose hash this is. */
    StaffEntity(Staff staff, String oneTimeHash, Instant now) {
        login = staff.login();
        name = staff.name();
        roles.addAll(staff.roles());
        maySeeNumbers = staff.maySeeNumbers();
        staff.lastDay().ifPresent(this::endOn);
        setPassword(oneTimeHash, true, now);
    }

    final void setPassword(String hash, boolean oneTime, Instant now) {
        passwordHash = hash;
        passwordSetAt = Utc.timestamp(now);
        mustChange = oneTime;
    }

    final void endOn(LocalDate day) {
        lastDay = java.sql.Date.valueOf(day);
    }

    String login() {
        return login;
    }

    String passwordHash() {
        return passwordHash;
    }

    boolean mayEnterOn(LocalDate day) {
        return lastDay == null || !day.isAfter(lastDay.toLocalDate());
    }

    boolean mustChange() {
        return mustChange;
    }

    Account toAccount() {
        return new Account(login, name, roles, permissions(), mustChange, Utc.instant(passwordSetAt));
    }

    Staff toStaff() {
        return new Staff(
                login, name, roles, maySeeNumbers, Optional.ofNullable(lastDay).map(java.sql.Date::toLocalDate));
    }

    /** Nothing, as long as the one-time password stands. */
    private Set<Permission> permissions() {
        Set<Permission> permissions = EnumSet.noneOf(Permission.class);
        if (mustChange) {
            return permissions;
        }
        roles.forEach(role -> permissions.addAll(role.permissions()));
        if (maySeeNumbers) {
            permissions.add(Permission.NUMBER_VIEW);
        }
        return permissions;
    }
}
