// SPDX-FileCopyrightText: Teate contributors
// SPDX-License-Identifier: Apache-2.0
package org.teate.connectors.folder;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.teate.ports.Offer;
import org.teate.ports.OutOfService;

/**
 * A folder into which another system lays data files and their manifests (受信フォルダ).
 *
 * <p>Answering a file moves it, data first and manifest last, to the folder {@code done} beside the inbox, where its
 * acknowledgement lies; so the inbox holds what is still to be done. A move that was cut off is finished at the next
 * look. A name that comes again does not replace what was kept: it gets a number before its ending. Thread-safe.
 */
public final class Inbox {

    private static final Pattern NAME =
            Pattern.compile("(([A-Z]+\\d{2})_\\d{6}_\\d{8}_\\d{6}_[FD])(\\.mft\\.json|\\.csv|\\.dat|\\.zip)");
    private static final String MANIFEST = ".mft.json";
    private static final String ACKNOWLEDGEMENT = ".ack.json";

    private final Path inbox;
    private final Path done;
    private final Map<String, String> interfaces;

    /**
     * @param inbox an existing folder that we may read and write
     * @param interfaces the interfaces whose files are ours, such as {@code IF-10}; others are left alone
     */
    public Inbox(Path inbox, Set<String> interfaces) {
        this.inbox = inbox;
        this.done = inbox.resolveSibling("done");
        // file names write them without hyphen
        this.interfaces =
                interfaces.stream().collect(Collectors.toUnmodifiableMap(id -> id.replace("-", ""), id -> id));
    }

    /**
     * What lies in the inbox, by name.
     *
     * @throws OutOfService if the folder cannot be read
     */
    public List<Offer> offers() {
        try {
            List<Offer> offers = new ArrayList<>();
            for (Arrived arrived : arrived().values()) {
                if (arrived.data == null && Files.exists(done.resolve(arrived.name + ACKNOWLEDGEMENT))) {
                    keep(arrived.manifest);
                } else {
                    offers.add(new Offer(arrived.interfaceId, arrived.name, arrived.readManifest()));
                }
            }
            return offers;
        } catch (IOException e) {
            throw new OutOfService("Cannot read the folder " + inbox, e);
        }
    }

    /**
     * Where the data file lies.
     *
     * @throws IOException if there is none
     */
    public Path data(Offer offer) throws IOException {
        Arrived arrived = arrived().get(offer.name());
        if (arrived == null || arrived.data == null) {
            throw new IOException("No data file in the inbox: " + offer.name());
        }
        return arrived.data;
    }

    /**
     * Writes the acknowledgement and moves the file out of the inbox; may be repeated.
     *
     * @throws IOException if either cannot be done; what is left to do is done when this is called again
     */
    public void acknowledge(Offer offer, String json) throws IOException {
        Files.createDirectories(done);
        Path written = done.resolve(offer.name() + ACKNOWLEDGEMENT + ".part");
        Files.writeString(written, json);
        Files.move(
                written,
                done.resolve(offer.name() + ACKNOWLEDGEMENT),
                StandardCopyOption.ATOMIC_MOVE,
                StandardCopyOption.REPLACE_EXISTING);
        Arrived arrived = arrived().get(offer.name());
        if (arrived != null) {
            keep(arrived.data);
            keep(arrived.manifest);
        }
    }

    private TreeMap<String, Arrived> arrived() throws IOException {
        TreeMap<String, Arrived> byName = new TreeMap<>();
        try (DirectoryStream<Path> files = Files.newDirectoryStream(inbox)) {
            for (Path file : files) {
                Matcher name = NAME.matcher(file.getFileName().toString());
                if (name.matches() && interfaces.containsKey(name.group(2))) {
                    byName.computeIfAbsent(name.group(1), stem -> new Arrived(stem, interfaces.get(name.group(2))))
                            .add(file, name.group(3));
                }
            }
        } catch (java.nio.file.DirectoryIteratorException e) {
            throw e.getCause();
        }
        return byName;
    }

    private void keep(Path file) throws IOException {
        if (file == null || Files.notExists(file)) {
            return;
        }
        String name = file.getFileName().toString();
        int ending = name.indexOf('.');
        Path kept = done.resolve(name);
        for (int again = 2; Files.exists(kept); again++) {
            kept = done.resolve(name.substring(0, ending) + "." + again + name.substring(ending));
        }
        Files.move(file, kept);
    }

    /** What lies there under one name. */
    private static final class Arrived {

        private final String name;
        private final String interfaceId;
        private Path data; // null as long as there is none
        private Path manifest; // null as long as there is none

        Arrived(String name, String interfaceId) {
            this.name = name;
            this.interfaceId = interfaceId;
        }

        void add(Path file, String ending) {
            if (ending.equals(MANIFEST)) {
                manifest = file;
            } else {
                data = file;
            }
        }

        String readManifest() throws IOException {
            // a manifest in a wrong encoding is offered as it can be read, so that it is refused and not lost
            return manifest == null
                    ? ""
                    : new String(Files.readAllBytes(manifest), java.nio.charset.StandardCharsets.UTF_8);
        }
    }
}
