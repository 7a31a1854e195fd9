// SPDX-FileCopyrightText: Teate contributors
// SPDX-License-Identifier: Apache-2.0
package org.teate.connectors.welfare.current;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;

/**
 * The other side's word on one file of facts.
 *
 * @param outcome 0 taken, 1 had been taken before, 9 refused
 * @param reason in Japanese, empty unless refused
 */
record ResultRecord(char outcome, String code, String reason) {

    private static final int FILE_AT = 16;
    private static final int KEY_AT = 40;
    private static final int REASON_AT = 140;

    /**
     * Reads what lies there as the result of {@code file}, whose key is {@code key}.
     *
     * @throws IOException if it is anything but one whole result of that very file: it then says nothing about it
     */
    static ResultRecord read(byte[] bytes, String file, String key) throws IOException {
        if (bytes.length != FixedRecords.WHOLE || bytes[0] != '5' || bytes[FixedRecords.LENGTH] != '\r') {
            throw new Trouble("結果ファイルが1件の完全なレコードではありません。");
        }
        ResultRecord result = new ResultRecord((char) bytes[1], slice(bytes, 2, 6), slice(bytes, REASON_AT, 200));
        if ("019".indexOf(result.outcome()) < 0) {
            throw new Trouble("結果ファイルの処理結果区分が取り決めと異なります。");
        }
        String ofKey = slice(bytes, KEY_AT, REASON_AT);
        boolean unread = result.isRefused() && ofKey.isEmpty();
        if (!slice(bytes, FILE_AT, KEY_AT).equals(file) || !unread && !ofKey.equals(key)) {
            throw new Trouble("別のファイルの結果が届きました。");
        }
        return result;
    }

    boolean isRefused() {
        return outcome == '9';
    }

    private static String slice(byte[] bytes, int from, int to) throws IOException {
        try {
            return Cp932.decode(bytes, from, to - from).replaceFirst(" +$", "");
        } catch (CharacterCodingException e) {
            throw new Trouble("結果ファイルに文字として読めないバイトがあります。", e);
        }
    }
}
