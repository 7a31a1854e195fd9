// SPDX-FileCopyrightText: Teate contributors
// SPDX-License-Identifier: Apache-2.0
package org.teate.counterparts.welfare.next;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Starts and stops the system in this server. Once started it starts again with the server, until it is stopped. */
@Component(service = Counterpart.class, immediate = true)
public final class Counterpart {

    static final int USUAL_PORT = 9643;
    static final int USUAL_PAGE_PORT = 9680;

    private static final Logger LOG = LoggerFactory.getLogger(Counterpart.class);
    private static final int PAGE_SIZE = 500;

    private final Path data = Path.of(System.getProperty("karaf.data", "data"), "counterparts", "welfare-next");
    private final Path clientKeys = Path.of(System.getProperty("karaf.etc", "etc"), "keys", "welfare-next");
    private final Clock clock;
    private Office office; // null while stopped
    private Window window; // null while stopped

    @Activate
    public Counterpart(@Reference Clock clock) {
        this.clock = clock;
    }

    @Activate
    void startAgain() {
        try {
            if (Files.exists(ports())) {
                String[] both = Files.readString(ports()).strip().split(" ");
                start(Integer.parseInt(both[0]), Integer.parseInt(both[1]));
            }
        } catch (IOException | UncheckedIOException e) {
            LOG.error("The next welfare system's counterpart cannot start again", e);
        }
    }

    @Deactivate
    synchronized void close() {
        try {
            if (office != null) {
                window.close();
                office.close();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            office = null;
            window = null;
        }
    }

    synchronized void start(int port, int pagePort) throws IOException {
        if (office != null) {
            throw new IllegalStateException("It runs already");
        }
        Office opened = Office.open(new Settings(data, clientKeys, port, PAGE_SIZE, clock));
        try {
            window = Window.open(pagePort, opened);
        } catch (IOException e) {
            opened.close();
            throw e;
        }
        office = opened;
        Files.writeString(ports(), port + " " + pagePort);
        LOG.info("The next welfare system's counterpart answers on port {}, its page on {}", port, pagePort);
    }

    synchronized void stop() throws IOException {
        Files.deleteIfExists(ports());
        close();
    }

    synchronized void forget() throws IOException {
        if (office != null) {
            throw new IllegalStateException("Stop it first");
        }
        Office.forget(data);
    }

    synchronized Optional<Office> office() {
        return Optional.ofNullable(office);
    }

    private Path ports() {
        return data.resolve("ports");
    }
}
