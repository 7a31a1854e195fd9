// SPDX-FileCopyrightText: Teate contributors
// SPDX-License-Identifier: Apache-2.0
package org.teate.ports.welfare;

import java.util.Arrays;
import java.util.Optional;

/**
 * What the welfare system is told, as {@link org.teate.ports.Message#kind()} of messages to the system {@link #SYSTEM}.
 *
 * <p>A body is one JSON object; days are {@code yyyymmdd}, months {@code yyyymm}, both strings; yen and counts are numbers.
 * The facts about one ledger have the recipient's addressee number as their subject. All about a ledger hold {@code
 * decisionNumber}, {@code ledgerNumber}, {@code addresseeNumber}, {@code decidedOn} and {@code startMonth}, the first month for
 * which the decision counts (of an end: the first month not paid).
 */
public enum Fact {

    /** An entitlement was certified（認定）: also {@code monthly} and {@code children}. */
    CERTIFIED("entitlement.certified"),

    /** The amount was revised（額改定）: also {@code eventOn}, {@code reasonCode}, {@code monthly} and {@code children}. */
    REVISED("entitlement.revised"),

    /** The entitlement ended（消滅）: also {@code eventOn} and {@code reasonCode} (S01 …). */
    ENDED("entitlement.ended"),

    /** Payment is withheld（差止・保留）: also {@code eventOn} and {@code reasonCode} (01 …). */
    HELD("entitlement.held"),

    /** Payment is no longer withheld: also {@code eventOn} and {@code reasonCode} of the hold that is lifted. */
    RELEASED("entitlement.released"),

    /**
     * Money was sent（支払）: {@code runKey}, {@code paymentMonth}, {@code paidOn} and {@code payments}, an array of at most 200 objects
     * with {@code ledgerNumber}, {@code addresseeNumber}, {@code fromMonth}, {@code toMonth} and {@code yen}. Its subject is {@code payments}.
     */
    PAID("payment.paid"),

    /**
     * The account changed（口座変更）: {@code ledgerNumber}, {@code addresseeNumber}, {@code decidedOn}, {@code bankCode}, {@code branchCode},
     * {@code accountType}, {@code accountNumber} and {@code holderKana}. Its subject is the recipient.
     */
    ACCOUNT("account.changed");

    /** {@link org.teate.ports.Message#system()} of all of them. */
    public static final String SYSTEM = "welfare";

    private final String kind;

    Fact(String kind) {
        this.kind = kind;
    }

    /** As {@link org.teate.ports.Message#kind()} has it. */
    public String kind() {
        return kind;
    }

    /** The fact of that kind, empty if there is none. */
    public static Optional<Fact> ofKind(String kind) {
        return Arrays.stream(values()).filter(fact -> fact.kind.equals(kind)).findFirst();
    }
}
