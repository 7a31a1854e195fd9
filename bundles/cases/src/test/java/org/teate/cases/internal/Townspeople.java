// SPDX-FileCopyrightText: Teate contributors
// SPDX-License-Identifier: Apache-2.0
package org.teate.cases.internal;

import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.teate.addressing.BirthDate;
import org.teate.addressing.Identities;
import org.teate.addressing.Identity;
import org.teate.addressing.ResidentKind;
import org.teate.addressing.ResidentState;
import org.teate.addressing.Sex;
import org.teate.kernel.AddresseeNumber;

/** People in memory, who have nothing but a number and a birth date. */
final class Townspeople implements Identities {

    private final Map<AddresseeNumber, Identity> people = new HashMap<>();

    void enter(String number, String born) {
        AddresseeNumber addressee = AddresseeNumber.of(number);
        people.put(
                addressee,
                new Identity(
                        addressee,
                        "",
                        "",
                        BirthDate.of(LocalDate.parse(born)),
                        Sex.OTHER,
                        ResidentKind.JAPANESE,
                        ResidentState.RESIDENT,
                        Optional.empty(),
                        "",
                        false));
    }

    @Override
    public Map<AddresseeNumber, Identity> of(Collection<AddresseeNumber> numbers) {
        Map<AddresseeNumber, Identity> found = new HashMap<>(people);
        found.keySet().retainAll(numbers);
        return found;
    }
}
