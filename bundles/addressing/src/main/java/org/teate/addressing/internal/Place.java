// SPDX-FileCopyrightText: Teate contributors
// SPDX-License-Identifier: Apache-2.0
package org.teate.addressing.internal;

import java.util.Set;
import org.teate.addressing.Address;

/**
 * An address of a person.
 *
 * @param kind what the place is to the person
 * @param known the address
 * @param addressCode the register's code of the place
 * @param certainty of a place to which somebody goes: 1 planned, 2 confirmed; else empty
 */
record Place(Kind kind, Address.Known known, String addressCode, String certainty) implements Holding {

    /** Not said, planned, confirmed. */
    static final Set<String> CERTAINTIES = Set.of("", "1", "2");

    @Override
    public String series() {
        return kind.code;
    }

    boolean isEmpty() {
        return known.text().isEmpty();
    }

    /** What a place is to a person. */
    enum Kind {
        /** 住民票の住所. */
        REGISTERED("1"),
        /** 転入前住所. */
        PREVIOUS("2"),
        /** 転出先. */
        NEXT("3");

        private final String code;

        Kind(String code) {
            this.code = code;
        }

        String code() {
            return code;
        }

        static Kind of(String code) {
            for (Kind kind : values()) {
                if (kind.code.equals(code)) {
                    return kind;
                }
            }
            throw new IllegalArgumentException("Not a kind of address: " + code);
        }
    }
}
