// SPDX-FileCopyrightText: Teate contributors
// SPDX-License-Identifier: Apache-2.0
package org.teate.addressing;

import java.util.Optional;

/** A value of a code list that other systems share with us. */
public interface Coded {

    /** The code as files carry it. */
    String code();

    /** The Japanese word for a page. */
    String label();

    /** The value of {@code list} that has this code, or empty if the list has no such code. */
    static <E extends Enum<E> & Coded> Optional<E> find(Class<E> list, String code) {
        for (E value : list.getEnumConstants()) {
            if (value.code().equals(code)) {
                return Optional.of(value);
            }
        }
        return Optional.empty();
    }
}
