// SPDX-FileCopyrightText: Teate contributors
// SPDX-License-Identifier: Apache-2.0
package org.teate.access;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.osgi.annotation.versioning.ProviderType;

/** The people who may sign in (利用者). One login belongs to one person. Thread-safe. */
@ProviderType
public interface StaffRegister {

    /**
     * Enters a person and returns the one-time password with which they first sign in.
     *
     * @throws Forbidden without {@link Permission#STAFF_ADMIN}
     * @throws IllegalArgumentException if the login is taken or has other characters than a-z, 0-9, '.', '-' and '_'
     */
    String add(Staff staff);

    /**
     * Gives a person a new one-time password and unlocks the account.
     *
     * @throws Forbidden without {@link Permission#STAFF_ADMIN}
     * @throws IllegalArgumentException if there is no such person
     */
    String reset(String login);

    /**
     * Ends a person's right to sign in, and their sessions at once; the record stays.
     *
     * @throws Forbidden without {@link Permission#STAFF_ADMIN}
     * @throws IllegalArgumentException if there is no such person, or it is the one who acts
     */
    void expire(String login);

    /** @throws Forbidden without {@link Permission#STAFF_ADMIN} */
    List<Staff> all();

    /**
     * One person who may sign in.
     *
     * @param login what they type to sign in
     * @param name their name on pages
     * @param roles what they are
     * @param maySeeNumbers whether they may see Individual Numbers, decided person by person
     * @param lastDay the last day on which they may sign in, if there is one
     */
    record Staff(String login, String name, Set<Role> roles, boolean maySeeNumbers, Optional<LocalDate> lastDay) {

        public Staff {
            roles = Set.copyOf(roles);
        }
    }
}
