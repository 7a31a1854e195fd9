// SPDX-FileCopyrightText: Teate contributors
// SPDX-License-Identifier: Apache-2.0
package org.teate.counterparts.town;

import java.util.List;

/**
 * What is to be damaged, and of which interface; the first file of that interface is meant.
 *
 * @param damages none or one
 */
public record DamageOrder(List<Damage> damages, String interfaceId) {

    public DamageOrder {
        damages = List.copyOf(damages);
    }

    /**
     * Reads {@code wrong-hash:IF-11}; nothing means that all files stay right.
     *
     * @throws IllegalArgumentException if it is something else
     */
    public static DamageOrder parse(String text) {
        if (text.isEmpty()) {
            return new DamageOrder(List.of(), "");
        }
        int colon = text.indexOf(':');
        String name = colon < 0 ? text : text.substring(0, colon);
        if (colon < 0 || !Damage.names().contains(name)) {
            throw new IllegalArgumentException("A damage and an interface are expected, such as wrong-hash:IF-11; "
                    + "known are " + String.join(", ", Damage.names()));
        }
        return new DamageOrder(List.of(Damage.named(name)), text.substring(colon + 1));
    }

    /** The files, with the ordered one damaged. */
    public List<Delivered> to(List<Delivered> files) {
        if (damages.isEmpty()) {
            return files;
        }
        Delivered meant = files.stream()
                .filter(file -> file.interfaceId().equals(interfaceId))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("No file of " + interfaceId + " was written"));
        Delivered damaged = damages.get(0).to(meant);
        return files.stream().map(file -> file == meant ? damaged : file).toList();
    }
}
