// SPDX-FileCopyrightText: Teate contributors
// SPDX-License-Identifier: Apache-2.0
package org.teate.payments.internal;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;
import java.util.Set;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.teate.payments.RunState;
import org.teate.ports.bank.FrozenFiles;

/**
 * The bytes of transfer files in {@code data/payments/transfers}, each in a file named by its key.
 *
 * <p>The key ends in the start of the hash, so that other bytes are another file, and one that is read is either whole and
 * the one that was made, or an error. Thread-safe.
 */
@Component(service = {FrozenFiles.class, TransferFileStore.class})
public final class TransferFileStore implements FrozenFiles {

    private static final Logger LOG = LoggerFactory.getLogger(TransferFileStore.class);
    private static final Set<StandardOpenOption> WRITING =
            Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
    private static final String FOLDER_RIGHTS = "rwx------";

    private final Path folder;
    private final Database database;

    @Activate
    public TransferFileStore(BundleContext context, @Reference Database database) {
        this(Path.of(context.getProperty("karaf.data"), "payments", "transfers"), database);
    }

    TransferFileStore(Path folder, Database database) {
        this.folder = folder;
        this.database = database;
    }

    @Override
    public InputStream open(String fileKey) throws IOException {
        Optional<String> approved = database.tx(connection -> TransferFileTable.find(connection, fileKey)
                .filter(file -> file.state() == RunState.FILE_APPROVED)
                .map(TransferFileTable.Row::sha256));
        String sha256 =
                approved.orElseThrow(() -> new IllegalArgumentException("No approved file has the key " + fileKey));
        return new ByteArrayInputStream(read(fileKey, sha256));
    }

    /**
     * The bytes of a file.
     *
     * @throws IOException if it cannot be read, or its hash is not {@code sha256}
     */
    byte[] read(String fileKey, String sha256) throws IOException {
        byte[] bytes = Files.readAllBytes(folder.resolve(fileKey));
        if (!sha256(bytes).equals(sha256)) {
            throw new IOException("The transfer file " + fileKey + " is not the one that was made");
        }
        return bytes;
    }

    /** Stores a file so that it is there whole or not at all, even if the machine stops. */
    void write(String fileKey, byte[] bytes) throws IOException {
        makeFolder();
        Path half = folder.resolve(fileKey + ".tmp");
        Files.deleteIfExists(half);
        try (FileChannel channel = FileChannel.open(half, WRITING, owners("rw-------"))) {
            ByteBuffer rest = ByteBuffer.wrap(bytes);
            while (rest.hasRemaining()) {
                channel.write(rest);
            }
            channel.force(true);
        }
        Files.move(half, folder.resolve(fileKey), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    /** Deletes a file that nothing names any more; if that fails, it only takes up room. */
    void delete(String fileKey) {
        try {
            Files.deleteIfExists(folder.resolve(fileKey));
        } catch (IOException e) {
            LOG.warn("The superseded transfer file {} could not be deleted", fileKey, e);
        }
    }

    /** Every account of the city stands in a file: only the server's own user may look. */
    private void makeFolder() throws IOException {
        Files.createDirectories(folder, owners(FOLDER_RIGHTS));
        if (isPosix()) {
            Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString(FOLDER_RIGHTS));
        }
    }

    private FileAttribute<?>[] owners(String rights) {
        return isPosix()
                ? new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(rights))}
                : new FileAttribute<?>[0];
    }

    private boolean isPosix() {
        return folder.getFileSystem().supportedFileAttributeViews().contains("posix");
    }

    static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }
}
