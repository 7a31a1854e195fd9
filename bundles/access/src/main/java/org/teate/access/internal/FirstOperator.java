// SPDX-FileCopyrightText: Teate contributors
// SPDX-License-Identifier: Apache-2.0
package org.teate.access.internal;

import java.security.SecureRandom;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.persistence.EntityManager;
import org.apache.aries.jpa.template.JpaTemplate;
import org.apache.aries.jpa.template.TransactionType;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.teate.access.Actor;
import org.teate.access.Deed;
import org.teate.access.Role;
import org.teate.access.StaffRegister.Staff;

/** Lets the first operator into a server that knows nobody yet. */
@Component(
        service = {},
        immediate = true)
public final class FirstOperator {

    private static final Logger LOG = LoggerFactory.getLogger(FirstOperator.class);
    private static final Staff FIRST =
            new Staff(FirstPassword.LOGIN, "システム管理者", Set.of(Role.OPERATOR), false, Optional.empty());
    private static final Actor SERVER = new Actor("system:server", "", Set.of(), "server");

    private final JpaTemplate jpa;
    private final Clock clock;
    private final AuditTable audit;
    private final Argon2Passwords passwords;
    private final FirstPassword firstPassword;

    @Activate
    public FirstOperator(
            @Reference(target = "(osgi.unit.name=access)") JpaTemplate jpa,
            @Reference Clock clock,
            @Reference AuditTable audit,
            @Reference Argon2Passwords passwords,
            @Reference FirstPassword firstPassword) {
        this.jpa = jpa;
        this.clock = clock;
        this.audit = audit;
        this.passwords = passwords;
        this.firstPassword = firstPassword;
    }

    /** Work at the start, as nobody can ask for it later: before it nobody can sign in. */
    @Activate
    void enterIfNobodyIsThere() {
        jpa.tx(TransactionType.Required, em -> {
            if (em.createQuery("select count(s) from StaffEntity s", Long.class).getSingleResult() == 0) {
                enter(em);
            }
        });
    }

    /** The file first: an operator whose password is nowhere would lock everybody out. */
    private void enter(EntityManager em) {
        String password = OneTimePassword.next(new SecureRandom());
        firstPassword.write(password);
        em.persist(new StaffEntity(FIRST, passwords.hash(password.toCharArray()), clock.instant()));
        audit.enter(SERVER, List.of(Deed.of("staff.add", FIRST.login(), "")));
        LOG.info("Entered the operator {}; the one-time password is in {}", FIRST.login(), firstPassword.file());
    }
}
