// SPDX-FileCopyrightText: Teate contributors
// SPDX-License-Identifier: Apache-2.0
package org.teate.connectors.welfare.next;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.ConfigurationPolicy;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.teate.connectors.folder.CsvRecords;
import org.teate.connectors.folder.Inbox;
import org.teate.ports.Connector;
import org.teate.ports.Feed;
import org.teate.ports.Offer;
import org.teate.ports.OutOfService;
import org.teate.ports.Plug;
import org.teate.ports.Reachable;
import org.teate.ports.RecordReader;

/**
 * The ledgers as the next welfare system writes them every night (WL-01), for reconciliation.
 *
 * <p>What its file area holds without an acknowledgement is fetched into a folder of ours, under the names that our own
 * files have, and offered from there.
 */
@Component(
        service = Connector.class,
        configurationPid = NextSystem.PID,
        configurationPolicy = ConfigurationPolicy.REQUIRE)
@Plug(Feed.class)
public final class NightlyLedger implements Feed, Reachable {

    private static final Logger LOG = LoggerFactory.getLogger(NightlyLedger.class);
    private static final String INTERFACE = "WL-01";
    private static final Set<String> INTERFACES = Set.of(INTERFACE);
    /** Beside a manifest: the name in the file area that it came from, without ending. */
    private static final String ORIGIN = ".origin";

    private static final int BUFFER = 1 << 16;
    private static final List<String> ITEMS = List.of(
            "ledgerNumber",
            "addresseeNumber",
            "recipientName",
            "statusCode",
            "firstMonth",
            "lastMonth",
            "reasonCode",
            "monthly",
            "children",
            "paidUpTo",
            "lastDecision");

    private final NextSystem system;
    private final Path folder;
    private final Inbox inbox;

    @Activate
    public NightlyLedger(@Reference NextSystem system) {
        this.system = system;
        folder = system.folder();
        inbox = new Inbox(folder, INTERFACES);
    }

    @Override
    public Set<String> interfaces() {
        return INTERFACES;
    }

    @Override
    public List<Offer> offers() {
        Deadline deadline = system.aCall();
        try {
            Files.createDirectories(folder);
            Set<String> names = new HashSet<>(system.files().listed(INTERFACE, deadline));
            for (String name : names) {
                if (name.endsWith(FileArea.MANIFEST)) {
                    String origin = name.substring(0, name.length() - FileArea.MANIFEST.length());
                    if (!names.contains(origin + FileArea.ACKNOWLEDGEMENT)) {
                        fetch(origin, deadline);
                    }
                }
            }
        } catch (IOException e) {
            throw new OutOfService("夜間台帳を置くフォルダ " + folder + " に書き込めません。", e);
        }
        return inbox.offers();
    }

    @Override
    public InputStream data(Offer offer) throws IOException {
        return Files.newInputStream(inbox.data(offer));
    }

    @Override
    public RecordReader records(Offer offer) throws IOException {
        return CsvRecords.withHeader(new BufferedInputStream(data(offer), BUFFER), StandardCharsets.UTF_8, ITEMS);
    }

    /** Answers the other system first: what it has not been told is fetched and offered again. */
    @Override
    public void acknowledge(Offer offer, String json) throws IOException {
        Path origin = folder.resolve(offer.name() + ORIGIN);
        if (Files.exists(origin)) {
            try {
                system.files()
                        .replace(
                                Files.readString(origin) + FileArea.ACKNOWLEDGEMENT,
                                json.getBytes(StandardCharsets.UTF_8),
                                system.aTransfer());
            } catch (OutOfService e) {
                throw new IOException("The next welfare system cannot be answered: " + e.getMessage(), e);
            }
        }
        inbox.acknowledge(offer, json);
        Files.deleteIfExists(origin);
    }

    @Override
    public void reach() {
        system.reach();
    }

    /** Lays data and manifest into the folder; what is damaged holds up no other and is fetched again next time. */
    private void fetch(String origin, Deadline deadline) throws IOException {
        byte[] manifest =
                system.files().get(origin + FileArea.MANIFEST, deadline).orElse(new byte[0]);
        Optional<JsonNode> json = Json.read(manifest);
        Optional<String> name = json.flatMap(this::ourName);
        if (name.isEmpty()) {
            LOG.warn("The manifest of {} cannot be read; the file waits", origin);
        } else if (Files.notExists(folder.resolve(name.get() + FileArea.MANIFEST))) {
            byte[] data = system.files().get(origin + ".csv", deadline).orElse(new byte[0]);
            if (Delivery.hex(data).equals(json.get().path("sha256").asText())) {
                write(folder.resolve(name.get() + ORIGIN), origin.getBytes(StandardCharsets.UTF_8));
                write(folder.resolve(name.get() + ".csv"), data);
                write(folder.resolve(name.get() + FileArea.MANIFEST), manifest);
            } else {
                LOG.warn("The data file {} does not have the hash of its manifest; it waits", origin);
            }
        }
    }

    private Optional<String> ourName(JsonNode manifest) {
        String name = "WL01_%s_%s_%06d_%s"
                .formatted(
                        system.municipality(),
                        manifest.path("businessDate").asText(),
                        manifest.path("sequenceNo").asLong(),
                        manifest.path("mode").asText());
        return Optional.of(name).filter(text -> text.matches("WL01_[0-9]{6}_[0-9]{8}_[0-9]{6}_[FD]"));
    }

    private static void write(Path file, byte[] bytes) throws IOException {
        Path written = file.resolveSibling(file.getFileName() + ".part");
        Files.write(written, bytes);
        Files.move(written, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }
}
