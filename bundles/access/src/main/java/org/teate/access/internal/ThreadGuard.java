// SPDX-FileCopyrightText: Teate contributors
// SPDX-License-Identifier: Apache-2.0
package org.teate.access.internal;

import java.security.AccessController;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import javax.security.auth.Subject;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.teate.access.Actor;
import org.teate.access.Deed;
import org.teate.access.Forbidden;
import org.teate.access.Guard;
import org.teate.access.Permission;
import org.teate.access.SystemAccount;

/** The guard: knows who acts by the thread, or by the subject of the shell session that runs on it. */
@Component(service = {Guard.class, ThreadGuard.class})
public final class ThreadGuard implements Guard {

    static final String SHELL = "shell";
    private static final String SERVER = "server";

    private final StaffAccounts accounts;
    private final AuditTable audit;
    private final ThreadLocal<Actor> bound = new ThreadLocal<>();

    @Activate
    public ThreadGuard(@Reference StaffAccounts accounts, @Reference AuditTable audit) {
        this.accounts = accounts;
        this.audit = audit;
    }

    @Override
    public Actor actor() {
        return present().orElseThrow(() -> new Forbidden("サインインしてください。"));
    }

    @Override
    public Actor require(Permission permission) {
        Optional<Actor> actor = present();
        if (actor.isPresent() && actor.get().may(permission)) {
            return actor.get();
        }
        audit.enterRefused(
                actor.orElseGet(() -> new Actor("", "", Set.of(), SERVER)),
                Deed.of("permission", permission.name(), ""));
        throw new Forbidden("この操作の権限がありません（" + permission.label() + "）。");
    }

    @Override
    public boolean permits(Permission permission) {
        return present().filter(actor -> actor.may(permission)).isPresent();
    }

    @Override
    public <T> T actingAs(SystemAccount account, Supplier<T> work) {
        Actor actor = new Actor(account.login(), account.login(), account.permissions(), SERVER);
        Optional<Actor> before = swap(Optional.of(actor));
        try {
            return work.get();
        } finally {
            swap(before);
        }
    }

    @Override
    public Runnable carrying(Runnable work) {
        Actor actor = actor();
        return () -> {
            Optional<Actor> before = swap(Optional.of(actor));
            try {
                work.run();
            } finally {
                swap(before);
            }
        };
    }

    /** Binds another actor, or nobody, to this thread; returns who was bound before, to be put back. */
    Optional<Actor> swap(Optional<Actor> actor) {
        Optional<Actor> before = Optional.ofNullable(bound.get());
        actor.ifPresentOrElse(bound::set, bound::remove);
        return before;
    }

    private Optional<Actor> present() {
        return Optional.ofNullable(bound.get()).or(this::ofShell);
    }

    /** The account is looked up each time, so that who is expired or has lost a role is stopped in mid-session. */
    private Optional<Actor> ofShell() {
        return subject().flatMap(subject -> subject.getPrincipals(StaffPrincipal.class).stream()
                .findFirst()
                .flatMap(principal -> accounts.account(principal.getName()))
                .map(account -> account.at(SHELL)));
    }

    /** Karaf 4 runs commands under the access control context, which Java 17 has no other way to ask. */
    @SuppressWarnings("removal")
    private static Optional<Subject> subject() {
        return Optional.ofNullable(Subject.getSubject(AccessController.getContext()));
    }
}
