// SPDX-FileCopyrightText: Teate contributors
// SPDX-License-Identifier: Apache-2.0
package org.teate.access.internal;

import java.sql.Timestamp;
import java.time.Instant;
import javax.persistence.Column;
import javax.persistence.Entity;
import javax.persistence.Id;
import javax.persistence.Table;
import org.teate.kernel.Utc;

/** The attempts to sign in under one login that have not succeeded. */
@Entity
@Table(name = "SIGN_IN_FAILURE")
class SignInFailureEntity {

    @Id
    @Column(name = "LOGIN_HASH")
    private String loginHash;

    @Column(name = "FAILURES")
    private int failures;

    @Column(name = "LAST_AT")
    private Timestamp lastAt;

    /** For JPA. */
    protected SignInFailureEntity() {}

    SignInFailureEntity(String loginHash, Instant now) {
        this.loginHash = loginHash;
        lastAt = Utc.timestamp(now);
    }

    int failures() {
        return failures;
    }

    void fail(Instant now) {
        failures++;
        lastAt = Utc.timestamp(now);
    }
}
