// SPDX-FileCopyrightText: Teate contributors
// SPDX-License-Identifier: Apache-2.0
package org.teate.addressing;

import java.util.Optional;
import org.osgi.annotation.versioning.ProviderType;
import org.teate.kernel.AddresseeNumber;
import org.teate.kernel.IndividualNumber;

/**
 * The people the city knows (宛名), as one person at a screen looks at them.
 *
 * <p>Every look is on the audit trail. The address of somebody under protection (支援措置対象者) is
 * {@link Address.Withheld} for whoever lacks {@code PROTECTED_VIEW}, in a search result too. For lists and runs that
 * need many names at once there is {@link Identities}. Thread-safe.
 */
@ProviderType
public interface People {

    /**
     * Opens one person with household, addresses and the latest changes; what would lead to somebody under protection is
     * withheld.
     *
     * <p>Recorded as {@code person.view}, and as {@code person.listed} for the others of the household. A number that
     * nobody has is recorded too.
     *
     * @param reason why, in the words of the one who looks or of the page; at most 300 characters, may be empty
     * @throws org.teate.access.Forbidden without {@code PERSON_VIEW}
     */
    Optional<Person> find(AddresseeNumber number, String reason);

    /**
     * Opens one person with nothing withheld. Recorded as {@link #find}, but as {@code person.view.protected} if the person
     * is under protection.
     *
     * @param purpose what the address is needed for; at most 300 characters
     * @throws org.teate.access.Forbidden without {@code PERSON_VIEW} and {@code PROTECTED_VIEW}
     * @throws IllegalArgumentException if the purpose is blank
     */
    Optional<Person> findProtected(AddresseeNumber number, String purpose);

    /**
     * Searches by any combination of number, kana, kanji and birth date, in the order of the kana name.
     *
     * <p>The address of somebody under protection is withheld. Recorded as {@code person.search} with the kind of query, never its text, and as {@code person.listed} for
     * everybody on the page.
     *
     * @throws org.teate.access.Forbidden without {@code PERSON_VIEW}
     */
    PersonPage search(PersonQuery query);

    /**
     * Finds the person who has an Individual Number (個人番号), by its blind index.
     *
     * <p>Recorded as {@code number.search} with the reason and, if there is one, the person found.
     *
     * @param reason why; at most 300 characters
     * @throws org.teate.access.Forbidden without {@code PERSON_VIEW} and {@code NUMBER_VIEW}
     * @throws IllegalArgumentException if the reason is blank
     */
    Optional<PersonRow> search(IndividualNumber number, String reason);

    /**
     * All twelve digits of a person's Individual Number. Whoever may not see them shows {@link Person#maskedNumber()}.
     *
     * <p>Recorded as {@code number.view}.
     *
     * @param reason why; at most 300 characters
     * @return the number in force, or empty if none is held
     * @throws org.teate.access.Forbidden without {@code NUMBER_VIEW}
     * @throws IllegalArgumentException if the reason is blank
     */
    Optional<IndividualNumber> individualNumber(AddresseeNumber number, String reason);
}
