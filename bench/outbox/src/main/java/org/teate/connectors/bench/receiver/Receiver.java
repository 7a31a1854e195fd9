// SPDX-FileCopyrightText: Teate contributors
// SPDX-License-Identifier: Apache-2.0
package org.teate.connectors.bench.receiver;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.teate.ports.Connector;
import org.teate.ports.Message;
import org.teate.ports.Plug;
import org.teate.ports.Teller;

/** The system {@code bench}: takes each message at once and notes its key in {@code data/bench-received.txt}. */
@Component(service = Connector.class)
@Plug(Teller.class)
public final class Receiver implements Teller {

    private final Writer received;

    @Activate
    public Receiver() throws IOException {
        received = Files.newBufferedWriter(
                Path.of(System.getProperty("karaf.data"), "bench-received.txt"),
                StandardCharsets.UTF_8,
                StandardOpenOption.CREATE,
                StandardOpenOption.APPEND);
    }

    @Override
    public String system() {
        return "bench";
    }

    /** With the operating system when it returns, so that it survives the death of this process. */
    @Override
    public synchronized void tell(Message message) {
        try {
            received.write(message.key() + "\n");
            received.flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Deactivate
    void close() throws IOException {
        received.close();
    }
}
