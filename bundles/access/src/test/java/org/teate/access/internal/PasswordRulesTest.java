// SPDX-FileCopyrightText: Teate contributors
// SPDX-License-Identifier: Apache-2.0
package org.teate.access.internal;

import static org.junit.Assert.assertEquals;

import java.util.Optional;
import org.junit.Test;

public class PasswordRulesTest {

    @Test
    public void twelveCharactersOfAnyKindAreEnough() {
        assertEquals(Optional.empty(), objection("いろはにほへとちりぬるを"));
        assertEquals(Optional.empty(), objection("plain words do"));
    }

    @Test
    public void elevenCharactersAreNot() {
        assertEquals(Optional.of("パスワードは12文字以上にしてください。"), objection("plain words"));
    }

    @Test
    public void nobodyMayMakeTheServerHashABook() {
        assertEquals(Optional.empty(), objection("abcd".repeat(32)));
        assertEquals(Optional.of("パスワードは128文字以内にしてください。"), objection("abcd".repeat(32) + "e"));
    }

    @Test
    public void theLoginIsNoPartOfThePassword() {
        assertEquals(Optional.of("パスワードに利用者IDを含めることはできません。"), objection("I am Hanako today"));
    }

    @Test
    public void whatEveryoneTakesIsNotTaken() {
        assertEquals(Optional.of("よく使われるパスワードは使えません。別のパスワードにしてください。"), objection("PassWord1234"));
        assertEquals(Optional.of("よく使われるパスワードは使えません。別のパスワードにしてください。"), objection("aaaabbbbcccc"));
    }

    @Test
    public void theOldPasswordIsNoNewOne() {
        assertEquals(Optional.of("現在と異なるパスワードにしてください。"), objection("the old password"));
    }

    private static Optional<String> objection(String fresh) {
        return PasswordRules.objection("hanako", "the old password".toCharArray(), fresh.toCharArray());
    }
}
