// SPDX-FileCopyrightText: Teate contributors
// SPDX-License-Identifier: Apache-2.0
package org.teate.schema;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.regex.Pattern;

/**
 * One numbered step of a bundle's tables: the file {@code db/V001__what.sql}.
 *
 * @param module the bundle's symbolic name
 * @param name the file's name
 * @param sql its content
 */
record Migration(String module, String name, String sql) {

    private static final Pattern NAME = Pattern.compile("V\\d{3}__[a-z0-9_]+\\.sql");
    private static final Pattern COMMENT = Pattern.compile("(?m)^\\s*--.*$");
    private static final Pattern END_OF_STATEMENT = Pattern.compile("(?m);\\s*$");

    Migration {
        if (!NAME.matcher(name).matches()) {
            throw new IllegalArgumentException(
                    "A migration is named like V001__what_it_does.sql, not " + name + " (" + module + ")");
        }
    }

    /** The step's number with its letter, such as {@code V001}; unique within the bundle. */
    String version() {
        return name.substring(0, name.indexOf("__"));
    }

    List<String> statements() {
        return Arrays.stream(END_OF_STATEMENT.split(COMMENT.matcher(sql).replaceAll("")))
                .map(String::strip)
                .filter(statement -> !statement.isEmpty())
                .toList();
    }

    /** By this a file that was changed after it had been applied is noticed. */
    String sha256() {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(sql.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }
}
