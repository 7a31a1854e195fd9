// SPDX-FileCopyrightText: Teate contributors
// SPDX-License-Identifier: Apache-2.0
package org.teate.kernel;

/**
 * A provision on which an amount or a decision rests (根拠条文), such as 児童手当法第6条第1項.
 *
 * <p>Immutable and thread-safe.
 *
 * @param citation the provision as a Japanese notice cites it, not blank
 */
public record LegalBasis(String citation) {

    public LegalBasis {
        if (citation == null || citation.isBlank()) {
            throw new IllegalArgumentException("A provision is needed");
        }
    }

    @Override
    public String toString() {
        return citation;
    }
}
