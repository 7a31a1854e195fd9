// SPDX-FileCopyrightText: Teate contributors
// SPDX-License-Identifier: Apache-2.0
package org.teate.counterparts.welfare.current;

import java.io.IOException;
import java.io.Reader;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.LocalDate;
import java.util.Optional;
import java.util.Properties;
import org.teate.counterparts.town.Plan;

/** What this system remembers across restarts beside its book. Not thread-safe. */
final class Memory {

    private final Path file;
    private final Properties properties = new Properties();

    Memory(Path file) throws IOException {
        this.file = file;
        if (Files.exists(file)) {
            try (Reader reader = Files.newBufferedReader(file)) {
                properties.load(reader);
            }
        }
    }

    /** The ports on which it was running, empty if it was stopped. */
    Optional<Ports> running() {
        return properties.containsKey("sftpPort")
                ? Optional.of(new Ports(number("sftpPort"), number("httpsPort")))
                : Optional.empty();
    }

    /** Where this system listens. */
    record Ports(int sftp, int https) {}

    void started(Ports ports) throws IOException {
        properties.setProperty("sftpPort", Integer.toString(ports.sftp()));
        properties.setProperty("httpsPort", Integer.toString(ports.https()));
        save();
    }

    void stopped() throws IOException {
        properties.remove("sftpPort");
        properties.remove("httpsPort");
        save();
    }

    /** The town with which its ledgers began, if with one. */
    Optional<Plan> town() {
        return properties.containsKey("people")
                ? Optional.of(new Plan(
                        Long.parseLong(properties.getProperty("seed")),
                        number("people"),
                        number("recipients"),
                        LocalDate.parse(properties.getProperty("date"))))
                : Optional.empty();
    }

    void filled(Plan town) throws IOException {
        properties.setProperty("seed", Long.toString(town.seed()));
        properties.setProperty("people", Integer.toString(town.people()));
        properties.setProperty("recipients", Integer.toString(town.recipients()));
        properties.setProperty("date", town.date().toString());
        save();
    }

    /** The number of the last nightly file, 0 before the first. */
    int nightlySequence() {
        return Integer.parseInt(properties.getProperty("nightly", "0"));
    }

    void nightlySequence(int sequence) throws IOException {
        properties.setProperty("nightly", Integer.toString(sequence));
        save();
    }

    private int number(String name) {
        return Integer.parseInt(properties.getProperty(name));
    }

    private void save() throws IOException {
        Path growing = file.resolveSibling(file.getFileName() + ".part");
        try (Writer writer = Files.newBufferedWriter(growing)) {
            properties.store(writer, null);
        }
        Files.move(growing, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }
}
