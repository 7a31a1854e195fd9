// SPDX-FileCopyrightText: Teate contributors
// SPDX-License-Identifier: Apache-2.0
package org.teate.connectors.welfare.current;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.stream.Collectors;

/** Which items each migration set has, in the order of its columns. */
final class Layouts {

    private final Map<String, List<String>> bySet;

    private Layouts(Map<String, List<String>> bySet) {
        this.bySet = bySet;
    }

    static Layouts load() {
        Properties properties = new Properties();
        try (InputStream file = Layouts.class.getResourceAsStream("layouts.properties")) {
            properties.load(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new Layouts(properties.stringPropertyNames().stream()
                .collect(Collectors.toUnmodifiableMap(
                        set -> set, set -> List.of(properties.getProperty(set).split(",\\s*")))));
    }

    Set<String> sets() {
        return bySet.keySet();
    }

    List<String> items(String set) {
        return bySet.get(set);
    }
}
