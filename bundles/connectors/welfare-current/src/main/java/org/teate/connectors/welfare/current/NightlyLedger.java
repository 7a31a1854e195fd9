// SPDX-FileCopyrightText: Teate contributors
// SPDX-License-Identifier: Apache-2.0
package org.teate.connectors.welfare.current;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.apache.sshd.sftp.client.SftpClient;
import org.apache.sshd.sftp.client.SftpClient.OpenMode;
import org.apache.sshd.sftp.common.SftpConstants;
import org.apache.sshd.sftp.common.SftpException;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.ConfigurationPolicy;
import org.osgi.service.component.annotations.Reference;
import org.teate.connectors.folder.Inbox;
import org.teate.ports.Connector;
import org.teate.ports.Feed;
import org.teate.ports.Offer;
import org.teate.ports.Plug;
import org.teate.ports.Reachable;
import org.teate.ports.RecordReader;

/**
 * Fetches WL-01, the nightly ledger of the current welfare system (夜間台帳), into a folder of our own by SFTP, and lays its
 * acknowledgement on the other side.
 *
 * <p>A file is offered when it lies here whole; what the other side has laid again under the same name is fetched again.
 */
@Component(
        service = Connector.class,
        configurationPid = DedicatedLine.PID,
        configurationPolicy = ConfigurationPolicy.REQUIRE)
@Plug(Feed.class)
public final class NightlyLedger implements Feed, Reachable {

    private static final String INTERFACE = "WL-01";
    private static final String LINE = "現行福祉システムの夜間台帳の取得";
    private static final String FOLDER = "/nightly/";
    private static final String DATA = ".dat";
    private static final String MANIFEST = ".mft.json";
    private static final String ACKNOWLEDGEMENT = ".ack.json";
    private static final String PART = ".part";
    private static final String NAME = "WL01_\\d{6}_\\d{8}_\\d{6}_[FD]";
    private static final int LOOKS = 3;
    private static final int BUFFER = 1 << 16;

    private final DedicatedLine line;
    private final Path folder;
    private final Inbox inbox;
    private final Duration patience;

    @Activate
    public NightlyLedger(@Reference DedicatedLine line) {
        this.line = line;
        folder = line.nightlyInbox();
        inbox = new Inbox(folder, Set.of(INTERFACE));
        patience = line.read().plus(line.result());
    }

    @Override
    public Set<String> interfaces() {
        return Set.of(INTERFACE);
    }

    @Override
    public synchronized List<Offer> offers() {
        try (SftpLine.Channel channel = line.sftp().channel()) {
            Files.createDirectories(folder);
            long deadline = System.nanoTime() + line.result().toNanos();
            return channel.within(patience, sftp -> offers(sftp, deadline));
        } catch (IOException e) {
            throw Outage.of(LINE, e);
        }
    }

    private List<Offer> offers(SftpClient sftp, long deadline) throws IOException {
        Set<String> files = listed(sftp);
        List<Offer> offers = new ArrayList<>();
        for (String name : unanswered(files)) {
            if (!files.contains(name + MANIFEST)) {
                offers.add(new Offer(INTERFACE, name, ""));
                continue;
            }
            byte[] manifest;
            try (InputStream in = sftp.read(FOLDER + name + MANIFEST)) {
                manifest = in.readAllBytes();
            }
            if (!files.contains(name + DATA) || isHere(name, manifest) || fetch(sftp, name, manifest, deadline)) {
                offers.add(new Offer(INTERFACE, name, new String(manifest, StandardCharsets.UTF_8)));
            }
        }
        return offers;
    }

    /** Looks again if the other side fails: it does when it takes a file away while it lists. */
    private static Set<String> listed(SftpClient sftp) throws IOException {
        for (int look = 1; true; look++) {
            Set<String> files = new TreeSet<>();
            try {
                for (SftpClient.DirEntry entry : sftp.readEntries(FOLDER)) {
                    files.add(entry.getFilename());
                }
                return files;
            } catch (UncheckedIOException e) {
                if (look == LOOKS) {
                    throw e.getCause();
                }
            }
        }
    }

    private static Set<String> unanswered(Set<String> files) {
        Set<String> names = new TreeSet<>();
        for (String file : files) {
            int ending = file.indexOf('.');
            String name = ending < 0 ? file : file.substring(0, ending);
            boolean ours = file.equals(name + DATA) || file.equals(name + MANIFEST);
            if (ours && name.matches(NAME) && !files.contains(name + ACKNOWLEDGEMENT)) {
                names.add(name);
            }
        }
        return names;
    }

    private boolean isHere(String name, byte[] manifest) throws IOException {
        return holds(folder.resolve(name + MANIFEST), manifest) && Files.exists(folder.resolve(name + DATA));
    }

    private static boolean holds(Path file, byte[] content) throws IOException {
        return Files.exists(file) && Arrays.equals(Files.readAllBytes(file), content);
    }

    /**
     * Fetches a file, or as much of it as there is time for; the next look goes on.
     *
     * @return whether it lies here whole
     */
    private boolean fetch(SftpClient sftp, String name, byte[] manifest, long deadline) throws IOException {
        Path growing = folder.resolve(name + DATA + PART);
        Path begun = folder.resolve(name + MANIFEST + PART);
        if (!holds(begun, manifest)) {
            // what has grown so far, and what lay here before, is of another file with this name
            Files.deleteIfExists(folder.resolve(name + MANIFEST));
            Files.deleteIfExists(growing);
            Files.write(begun, manifest);
        }
        if (!grow(sftp, FOLDER + name + DATA, growing, deadline)) {
            return false;
        }
        move(growing, name + DATA);
        move(begun, name + MANIFEST);
        return true;
    }

    private static boolean grow(SftpClient sftp, String file, Path growing, long deadline) throws IOException {
        byte[] buffer = new byte[BUFFER];
        try (SftpClient.CloseableHandle handle = sftp.open(file);
                OutputStream out =
                        Files.newOutputStream(growing, StandardOpenOption.CREATE, StandardOpenOption.APPEND)) {
            long at = Files.size(growing);
            while (System.nanoTime() < deadline) {
                int read = sftp.read(handle, at, buffer);
                if (read < 0) {
                    return true;
                }
                out.write(buffer, 0, read);
                at += read;
            }
            return false;
        }
    }

    private void move(Path growing, String name) throws IOException {
        Files.move(growing, folder.resolve(name), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    @Override
    public InputStream data(Offer offer) throws IOException {
        return Files.newInputStream(inbox.data(offer));
    }

    @Override
    public RecordReader records(Offer offer) throws IOException {
        return new NightlyRecords(new BufferedInputStream(Files.newInputStream(inbox.data(offer)), BUFFER));
    }

    /** There first: as long as it is not there, the file is offered again and the same answer given again. */
    @Override
    public void acknowledge(Offer offer, String json) throws IOException {
        String name = FOLDER + offer.name() + ACKNOWLEDGEMENT;
        try (SftpLine.Channel channel = line.sftp().channel()) {
            channel.within(patience, sftp -> lay(sftp, name, json.getBytes(StandardCharsets.UTF_8)));
        }
        inbox.acknowledge(offer, json);
    }

    private static String lay(SftpClient sftp, String name, byte[] content) throws IOException {
        try (SftpClient.CloseableHandle handle =
                sftp.open(name + PART, EnumSet.of(OpenMode.Write, OpenMode.Create, OpenMode.Truncate))) {
            sftp.write(handle, 0, content);
        }
        try {
            sftp.remove(name);
        } catch (SftpException e) {
            if (e.getStatus() != SftpConstants.SSH_FX_NO_SUCH_FILE) {
                throw e;
            }
        }
        sftp.rename(name + PART, name);
        return name;
    }

    @Override
    public void reach() {
        try (SftpLine.Channel channel = line.sftp().channel()) {
            channel.within(line.read(), sftp -> sftp.stat(FOLDER));
        } catch (IOException e) {
            throw Outage.of(LINE, e);
        }
    }
}
