// SPDX-FileCopyrightText: Teate contributors
// SPDX-License-Identifier: Apache-2.0
package org.teate.payments.internal;

import java.util.Arrays;
import java.util.Optional;
import java.util.function.Function;
import org.teate.payments.Account;

/** The values that stand for the one-digit codes of files and tables. */
final class Codes {

    private Codes() {}

    static Optional<Account.Type> accountType(String code) {
        return find(Account.Type.values(), Account.Type::code, code);
    }

    static Optional<Account.Source> accountSource(String code) {
        return find(Account.Source.values(), Account.Source::code, code);
    }

    static Optional<Account.State> accountState(String code) {
        return find(Account.State.values(), Account.State::code, code);
    }

    private static <E> Optional<E> find(E[] values, Function<E, Character> codeOf, String code) {
        return Arrays.stream(values)
                .filter(value -> code.equals(String.valueOf(codeOf.apply(value))))
                .findFirst();
    }
}
