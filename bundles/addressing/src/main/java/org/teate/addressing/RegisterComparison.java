// SPDX-FileCopyrightText: Teate contributors
// SPDX-License-Identifier: Apache-2.0
package org.teate.addressing;

import java.util.List;
import java.util.Map;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Where the resident register's last full file (IF-11) and what we hold did not agree（不一致リスト）. Nobody is changed or
 * struck off for that: the office asks the register. Thread-safe.
 */
@ProviderType
public interface RegisterComparison {

    /**
     * How many people are on the list; a kind of which there is none is missing.
     *
     * @throws org.teate.access.Forbidden without {@code EXCHANGE_VIEW}
     */
    Map<RegisterMismatch.Kind, Long> counts();

    /**
     * The list in the order of the numbers. Recorded as {@code person.mismatch}.
     *
     * @throws org.teate.access.Forbidden without {@code EXCHANGE_VIEW} and {@code PERSON_VIEW}
     */
    List<RegisterMismatch> list(int limit);
}
