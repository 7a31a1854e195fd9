// SPDX-FileCopyrightText: Teate contributors
// SPDX-License-Identifier: Apache-2.0
package org.teate.connectors.bank.zengin;

import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.regex.Pattern;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.ConfigurationPolicy;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.teate.ports.Connector;
import org.teate.ports.Message;
import org.teate.ports.OutOfService;
import org.teate.ports.Plug;
import org.teate.ports.Teller;
import org.teate.ports.bank.FrozenFiles;

/**
 * Puts approved transfer files into the folder from which the bank's own program, or a person with a medium, takes them.
 *
 * <p>A message of kind {@value #KIND} carries the file's key; the file is named {@code <key>.dat}. A file appears whole or not at
 * all, and is never written again.
 */
@Component(
        service = Connector.class,
        configurationPid = ZenginTransfers.PID,
        configurationPolicy = ConfigurationPolicy.REQUIRE)
@Plug(Teller.class)
public final class OutFolder implements Teller {

    static final String KIND = "transfer.file";

    private static final Logger LOG = LoggerFactory.getLogger(OutFolder.class);
    /** Nothing that leads out of the folder, and nothing hidden. */
    private static final Pattern KEY = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,99}");

    private final Path folder;
    private final FrozenFiles files;

    @Activate
    public OutFolder(ZenginTransfers.Config config, @Reference FrozenFiles files) {
        if (config.folder() == null || config.folder().isBlank()) {
            throw new IllegalArgumentException("folder must name the folder for the bank");
        }
        this.folder = Path.of(config.folder());
        this.files = files;
    }

    @Override
    public String system() {
        return "bank";
    }

    @Override
    public void tell(Message message) {
        String key = message.body();
        if (!message.kind().equals(KIND) || !KEY.matcher(key).matches()) {
            throw new IllegalArgumentException("通知 " + message.key() + " は振込データではありません。");
        }
        Path target = folder.resolve(key + ".dat");
        try (InputStream content = files.open(key)) {
            if (Files.exists(target)) {
                requireEqual(target, content);
            } else {
                put(target, content);
                LOG.info("Transfer file {} is ready for the bank", key);
            }
        } catch (IOException e) {
            throw new OutOfService("振込データ " + key + " を金融機関あてのフォルダに置けません。", e);
        }
    }

    private static void requireEqual(Path target, InputStream content) throws IOException {
        if (!Arrays.equals(Files.readAllBytes(target), content.readAllBytes())) {
            throw new IllegalArgumentException("金融機関あてのフォルダに、同じ名前で内容の異なるファイル " + target.getFileName() + " があります。");
        }
    }

    private void put(Path target, InputStream content) throws IOException {
        Files.createDirectories(folder);
        Path draft = Files.createTempFile(folder, ".", ".part");
        try {
            Files.copy(content, draft, StandardCopyOption.REPLACE_EXISTING);
            flush(draft, StandardOpenOption.WRITE);
            Files.move(draft, target, StandardCopyOption.ATOMIC_MOVE);
            flush(folder, StandardOpenOption.READ);
        } finally {
            Files.deleteIfExists(draft);
        }
    }

    /** Makes what was written survive a loss of power, the name of a moved file included. */
    private static void flush(Path path, StandardOpenOption access) throws IOException {
        try (FileChannel channel = FileChannel.open(path, access)) {
            channel.force(true);
        }
    }
}
