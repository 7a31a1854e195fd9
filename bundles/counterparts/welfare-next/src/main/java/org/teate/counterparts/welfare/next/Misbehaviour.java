// SPDX-FileCopyrightText: Teate contributors
// SPDX-License-Identifier: Apache-2.0
package org.teate.counterparts.welfare.next;

import java.util.Arrays;
import java.util.Optional;

/** What this system can be told to do wrong. */
public enum Misbehaviour {
    SLOW("slow", 5_000, "遅い応答（ミリ秒）"),
    DOWN("down", 1, "停止（応答せず切断）"),
    HALF("half", 1, "途中で切れた応答"),
    DOUBLE("double", 1, "重複した応答"),
    DISORDER("disorder", 1, "順序の乱れた応答"),
    EXPIRED("expired", 1, "トークン期限切れ"),
    CERTIFICATE("certificate", 1, "異なるサーバー証明書"),
    FULL("full", 1, "ファイル領域の容量不足（507）"),
    RATE("rate", 5, "流量制限（毎秒の回数、429）");

    private final String word;
    private final int usual;
    private final String label;

    Misbehaviour(String word, int usual, String label) {
        this.word = word;
        this.usual = usual;
        this.label = label;
    }

    /** As it is called in the shell. */
    public String word() {
        return word;
    }

    /** Milliseconds, or times a second; 1 where there is nothing to measure. */
    int usual() {
        return usual;
    }

    String label() {
        return label;
    }

    static Optional<Misbehaviour> ofWord(String word) {
        return Arrays.stream(values()).filter(one -> one.word.equals(word)).findFirst();
    }
}
