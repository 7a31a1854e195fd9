// SPDX-FileCopyrightText: Teate contributors
// SPDX-License-Identifier: Apache-2.0
package org.teate.access.internal;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** What makes a password good enough: length rather than characters of many kinds, and not what everyone takes. */
final class PasswordRules {

    static final int SHORTEST = 12;
    /** A bound, so that nobody makes the server hash a book. */
    static final int LONGEST = 128;

    private static final Set<String> COMMON = read("common-passwords.txt");

    private PasswordRules() {}

    /** Why the password is not taken, as a Japanese sentence; empty if it is. */
    static Optional<String> objection(String login, char[] old, char[] fresh) {
        String plain = new String(fresh).toLowerCase(Locale.ROOT);
        if (fresh.length < SHORTEST) {
            return Optional.of("パスワードは" + SHORTEST + "文字以上にしてください。");
        }
        if (fresh.length > LONGEST) {
            return Optional.of("パスワードは" + LONGEST + "文字以内にしてください。");
        }
        if (plain.contains(login)) {
            return Optional.of("パスワードに利用者IDを含めることはできません。");
        }
        if (COMMON.contains(plain) || plain.chars().distinct().count() <= 3) {
            return Optional.of("よく使われるパスワードは使えません。別のパスワードにしてください。");
        }
        if (Arrays.equals(old, fresh)) {
            return Optional.of("現在と異なるパスワードにしてください。");
        }
        return Optional.empty();
    }

    private static Set<String> read(String resource) {
        try (InputStream in = PasswordRules.class.getResourceAsStream(resource);
                BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            return lines.lines().filter(line -> !line.startsWith("#")).collect(Collectors.toUnmodifiableSet());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
