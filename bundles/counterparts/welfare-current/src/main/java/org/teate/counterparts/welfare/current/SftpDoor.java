// SPDX-FileCopyrightText: Teate contributors
// SPDX-License-Identifier: Apache-2.0
package org.teate.counterparts.welfare.current;

import java.io.IOException;
import java.nio.file.CopyOption;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.PublicKey;
import java.util.Collection;
import java.util.List;
import java.util.function.Consumer;
import org.apache.sshd.common.config.keys.KeyUtils;
import org.apache.sshd.common.file.virtualfs.VirtualFileSystemFactory;
import org.apache.sshd.common.io.nio2.Nio2ServiceFactoryFactory;
import org.apache.sshd.common.keyprovider.KeyPairProvider;
import org.apache.sshd.server.SshServer;
import org.apache.sshd.server.session.ServerSession;
import org.apache.sshd.sftp.common.SftpConstants;
import org.apache.sshd.sftp.common.SftpException;
import org.apache.sshd.sftp.server.FileHandle;
import org.apache.sshd.sftp.server.SftpEventListener;
import org.apache.sshd.sftp.server.SftpSubsystemFactory;
import org.teate.counterparts.welfare.current.Misbehaviour.Fault;

/** The SFTP server of the line; one user, one key, one folder, no shell. */
final class SftpDoor {

    /** Who may sign in. */
    static final String USER = "teate";

    private final Path root;
    private final KeyRing keys;
    private final Misbehaviour misbehaviour;
    private final Consumer<Path> arrived;
    private SshServer server; // null while it does not listen

    /** @param arrived is shown each file that has got its name, seen from {@code root} */
    SftpDoor(Path root, KeyRing keys, Misbehaviour misbehaviour, Consumer<Path> arrived) {
        this.root = root;
        this.keys = keys;
        this.misbehaviour = misbehaviour;
        this.arrived = arrived;
    }

    /** @return the port on which it listens */
    int open(int port) throws IOException, GeneralSecurityException {
        PublicKey allowed = keys.clientKey();
        SftpSubsystemFactory sftp = new SftpSubsystemFactory.Builder().build();
        sftp.addSftpEventListener(new Watcher());
        server = SshServer.setUpDefaultServer();
        server.setHost("127.0.0.1");
        server.setPort(port);
        server.setIoServiceFactoryFactory(new Nio2ServiceFactoryFactory());
        server.setNioWorkers(2);
        KeyPairProvider right = KeyPairProvider.wrap(keys.hostKey(false));
        KeyPairProvider stray = KeyPairProvider.wrap(keys.hostKey(true));
        server.setKeyPairProvider(session -> (misbehaviour.has(Fault.BAD_HOST_KEY) ? stray : right).loadKeys(session));
        server.setPublickeyAuthenticator(
                (user, key, session) -> user.equals(USER) && KeyUtils.compareKeys(key, allowed));
        server.setFileSystemFactory(new VirtualFileSystemFactory(root));
        server.setSubsystemFactories(List.of(sftp));
        server.start();
        return server.getPort();
    }

    /** Whoever comes back sees the host key of now. */
    void endSessions() {
        if (server != null) {
            server.getActiveSessions().forEach(session -> session.close(true));
        }
    }

    /** Ends every session at once and listens no longer. */
    void close() throws IOException {
        if (server != null) {
            server.stop(true);
            server = null;
        }
    }

    /** Sees what the client does. */
    private final class Watcher implements SftpEventListener {

        @Override
        public void writing(
                ServerSession session,
                String remoteHandle,
                FileHandle handle,
                long offset,
                byte[] data,
                int dataOffset,
                int dataLength)
                throws IOException {
            if (misbehaviour.has(Fault.DISK_FULL)) {
                throw new SftpException(SftpConstants.SSH_FX_NO_SPACE_ON_FILESYSTEM, "No space left on device");
            }
        }

        @Override
        public void moved(
                ServerSession session, Path from, Path to, Collection<CopyOption> options, Throwable failure) {
            if (failure == null) {
                arrived.accept(Path.of(to.toString()));
            }
        }
    }
}
