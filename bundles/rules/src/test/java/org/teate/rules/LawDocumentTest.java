// SPDX-FileCopyrightText: Teate contributors
// SPDX-License-Identifier: Apache-2.0
package org.teate.rules;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import java.io.IOException;
import java.lang.reflect.Modifier;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.Test;

/** Holds {@code docs/law.md} to the code, in both directions. */
public class LawDocumentTest {

    private static final Path DOCUMENT = Path.of("../../docs/law.md");
    private static final Path SOURCES = Path.of("src/main/java/org/teate/rules");
    private static final Path TESTS = Path.of("src/test/java/org/teate/rules");
    private static final Path TABLES = Path.of("src/test/resources");
    private static final List<String> PACKAGES =
            List.of("org.teate.rules.", "org.teate.rules.golden.", "org.teate.kernel.");
    private static final Pattern NAME = Pattern.compile("`([A-Z]\\w*)(?:\\.(\\w+))?(?:#(\\w+))?`");
    private static final Pattern ROW_ID = Pattern.compile("\\b[A-Z]\\d{2,3}\\b");
    private static final Pattern PROVISION = Pattern.compile("rule_ref|Act|法|令|規則|附則");
    private static final Pattern ARTICLE = Pattern.compile("第\\d+条(の\\d+)*");

    private final String text = Files.readString(DOCUMENT);

    public LawDocumentTest() throws IOException {}

    @Test
    public void everyNameInTheDocumentExists() throws IOException {
        List<String> missing = new ArrayList<>();
        for (Matcher name = NAME.matcher(text); name.find(); ) {
            if (!exists(name)) {
                missing.add(name.group());
            }
        }
        assertEquals(List.of(), missing);
    }

    @Test
    public void everyRowIdInTheDocumentIsInATable() throws IOException {
        Set<String> ids = tableRows().map(row -> row.split(",", 2)[0]).collect(Collectors.toSet());

        assertEquals(
                List.of(),
                testCells()
                        .flatMap(cell -> ROW_ID.matcher(cell).results().map(id -> id.group()))
                        .filter(id -> !ids.contains(id))
                        .toList());
    }

    @Test
    public void everyRowOfATableNamesItsProvision() throws IOException {
        assertEquals(
                List.of(),
                tableRows().filter(row -> !PROVISION.matcher(row).find()).toList());
    }

    @Test
    public void everyLineOfTheLawHasATest() {
        assertEquals(List.of(), testCells().filter(String::isBlank).toList());
    }

    @Test
    public void everyProvisionThatAReasonCitesIsInTheDocument() {
        Set<String> missing = new TreeSet<>();
        for (Rule rule : Rule.values()) {
            for (Regime regime : Regime.values()) {
                provisions(rule.basisIn(regime).citation())
                        .filter(provision -> !text.contains(provision))
                        .forEach(missing::add);
            }
        }
        for (String citation : List.of(
                Settlement.BASIS.citation(), SpecialCollection.BASIS.citation(), Withholding.BASIS.citation())) {
            provisions(citation).filter(provision -> !text.contains(provision)).forEach(missing::add);
        }
        assertEquals(Set.of(), missing);
    }

    @Test
    public void everyPublicTypeIsInTheDocument() throws IOException {
        try (Stream<Path> sources = Files.list(SOURCES)) {
            assertEquals(
                    List.of(),
                    sources.map(file -> file.getFileName().toString())
                            .filter(file -> file.endsWith(".java") && !file.contains("-"))
                            .map(file -> file.replace(".java", ""))
                            .filter(type -> isPublic(type) && !text.contains("`" + type))
                            .toList());
        }
    }

    @Test
    public void everyTestClassIsInTheDocument() throws IOException {
        try (Stream<Path> tests = Files.walk(TESTS)) {
            assertEquals(
                    List.of(),
                    tests.map(file -> file.getFileName().toString())
                            .filter(file -> file.endsWith("Test.java"))
                            .map(file -> file.replace(".java", ""))
                            .filter(test -> !text.contains("`" + test))
                            .toList());
        }
    }

    /** The provisions of a citation, each with its article: 第8条第2項・第3項 names two of Article 8. */
    private static Stream<String> provisions(String citation) {
        List<String> provisions = new ArrayList<>();
        String article = "";
        for (String part : citation.replaceFirst("^旧?児童手当法(?!施行令)", "").split("・")) {
            Matcher named = ARTICLE.matcher(part);
            if (named.find()) {
                article = part.substring(0, named.end());
                provisions.add(part);
            } else {
                provisions.add(article + part);
            }
        }
        return provisions.stream().map(part -> part.replaceFirst("^附則（(.*)）", "$1附則"));
    }

    private static boolean exists(Matcher name) {
        String type = name.group(2) == null ? name.group(1) : name.group(1) + "$" + name.group(2);
        return PACKAGES.stream().anyMatch(prefix -> {
            try {
                Class<?> found = Class.forName(prefix + type);
                return name.group(3) == null || members(found).contains(name.group(3));
            } catch (ClassNotFoundException e) {
                // not in this package; kernel's tests are not on the class path, so their source is read
                return isKernelTest(name.group(1), name.group(3));
            }
        });
    }

    private static boolean isKernelTest(String type, String method) {
        Path source = Path.of("../kernel/src/test/java/org/teate/kernel", type + ".java");
        try {
            return Files.exists(source) && Files.readString(source).contains("void " + method + "()");
        } catch (IOException e) {
            return false;
        }
    }

    private static Set<String> members(Class<?> type) {
        return Stream.concat(
                        Arrays.stream(type.getDeclaredMethods()).map(method -> method.getName()),
                        Arrays.stream(type.getDeclaredFields()).map(field -> field.getName()))
                .collect(Collectors.toSet());
    }

    private static boolean isPublic(String type) {
        try {
            return Modifier.isPublic(Class.forName("org.teate.rules." + type).getModifiers());
        } catch (ClassNotFoundException e) {
            throw new AssertionError(e);
        }
    }

    /** The last cell of each line that has four, headings aside. */
    private Stream<String> testCells() {
        assertTrue(text.contains("| Provision | What it says | Code | Test |"));
        return text.lines()
                .filter(line -> line.startsWith("| ") && !line.endsWith("| Test |"))
                .map(line -> line.split("\\|"))
                .filter(cells -> cells.length == 5)
                .map(cells -> cells[4]);
    }

    private static Stream<String> tableRows() throws IOException {
        List<String> rows = new ArrayList<>();
        try (Stream<Path> tables = Files.list(TABLES)) {
            for (Path table :
                    tables.filter(file -> file.toString().endsWith(".csv")).toList()) {
                rows.addAll(Files.readAllLines(table));
            }
        }
        return rows.stream();
    }
}
