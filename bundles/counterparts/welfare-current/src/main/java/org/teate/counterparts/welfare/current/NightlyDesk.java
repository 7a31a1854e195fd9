// SPDX-FileCopyrightText: Teate contributors
// SPDX-License-Identifier: Apache-2.0
package org.teate.counterparts.welfare.current;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Where nightly files are laid, numbered, and taken away when they have been acknowledged. Thread-safe. */
final class NightlyDesk {

    private static final String DATA = ".dat";
    private static final String MANIFEST = ".mft.json";
    private static final String ACKNOWLEDGEMENT = ".ack.json";

    private final Path ready;
    private final Path sent;
    private final Path memory;

    /**
     * @param ready the folder of the line
     * @param sent where files are kept that were acknowledged
     * @param memory the file of {@link Memory}
     */
    NightlyDesk(Path ready, Path sent, Path memory) {
        this.ready = ready;
        this.sent = sent;
        this.memory = memory;
    }

    /**
     * Lays tonight's file.
     *
     * @param gap whether one number is left out
     * @return its name without ending
     */
    synchronized String lay(Registers registers, LocalDate date, NightlyFile.Damage damage, boolean gap)
            throws IOException {
        Memory remembered = new Memory(memory);
        int sequence = remembered.nightlySequence() + (gap ? 2 : 1);
        String stem = new NightlyFile(registers, date, sequence).write(ready, damage);
        remembered.nightlySequence(sequence);
        return stem;
    }

    /** Whether a file's name is that of an acknowledgement. */
    static boolean isAcknowledgement(String name) {
        return name.endsWith(ACKNOWLEDGEMENT);
    }

    /** What has been acknowledged leaves the line; a rejected file's number is to be used again. */
    synchronized void takeAway(String acknowledgement) {
        String stem = acknowledgement.substring(0, acknowledgement.length() - ACKNOWLEDGEMENT.length());
        try {
            if (Files.readString(ready.resolve(acknowledgement)).contains("\"REJECTED\"")) {
                new Memory(memory).nightlySequence(Integer.parseInt(stem.split("_")[3]) - 1);
            }
            for (String ending : List.of(DATA, MANIFEST, ACKNOWLEDGEMENT)) {
                if (Files.exists(ready.resolve(stem + ending))) {
                    Files.move(
                            ready.resolve(stem + ending),
                            sent.resolve(stem + ending),
                            StandardCopyOption.REPLACE_EXISTING);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The files and what has become of them, the newest first. */
    synchronized Map<String, String> files() {
        Map<String, String> files = new TreeMap<>(Comparator.reverseOrder());
        list(ready, "受領待ち", files);
        list(sent, "受領済", files);
        return files;
    }

    private static void list(Path folder, String state, Map<String, String> files) {
        try (Stream<Path> manifests = Files.list(folder)) {
            manifests
                    .map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(MANIFEST))
                    .forEach(name -> files.put(name.substring(0, name.length() - MANIFEST.length()), state));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
