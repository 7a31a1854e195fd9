// SPDX-FileCopyrightText: Teate contributors
// SPDX-License-Identifier: Apache-2.0
package org.teate.connectors.welfare.current;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;

/** Reads CP932 strictly. Stateless. */
final class Cp932 {

    private Cp932() {}

    /** @throws CharacterCodingException if there are bytes that are no character */
    static String decode(byte[] bytes, int from, int length) throws CharacterCodingException {
        return FixedRecords.CP932
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT)
                .decode(ByteBuffer.wrap(bytes, from, length))
                .toString();
    }
}
