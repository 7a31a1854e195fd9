// SPDX-FileCopyrightText: Teate contributors
// SPDX-License-Identifier: Apache-2.0
package org.teate.connectors.welfare.current;

import java.io.IOException;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.PublicKey;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import org.apache.sshd.client.SshClient;
import org.apache.sshd.client.auth.pubkey.UserAuthPublicKeyFactory;
import org.apache.sshd.client.config.hosts.HostConfigEntryResolver;
import org.apache.sshd.client.session.ClientSession;
import org.apache.sshd.common.SshConstants;
import org.apache.sshd.common.SshException;
import org.apache.sshd.common.config.keys.KeyUtils;
import org.apache.sshd.common.io.nio2.Nio2ServiceFactoryFactory;
import org.apache.sshd.common.keyprovider.KeyIdentityProvider;
import org.apache.sshd.core.CoreModuleProperties;
import org.apache.sshd.sftp.SftpModuleProperties;
import org.apache.sshd.sftp.client.SftpClient;
import org.apache.sshd.sftp.client.SftpClientFactory;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One SSH session that is kept, and the SFTP channels in it; a channel serves one call at a time.
 *
 * <p>Thread-safe.
 */
final class SftpLine {

    private static final Logger LOG = LoggerFactory.getLogger(SftpLine.class);
    private static final Duration FAREWELL = Duration.ofSeconds(2);

    private final DedicatedLine.Config config;
    private final ScheduledExecutorService alarms;
    private final Duration connect;
    private final ReentrantLock opening = new ReentrantLock();
    private final ConcurrentLinkedDeque<SftpClient> idle = new ConcurrentLinkedDeque<>();
    private SshClient client; // guarded by opening; null before the first call
    private ClientSession session; // guarded by opening; null before the first call
    private boolean closed; // guarded by opening
    private volatile List<PublicKey> known = List.of();

    SftpLine(DedicatedLine.Config config, ScheduledExecutorService alarms) {
        this.config = config;
        this.alarms = alarms;
        connect = Duration.ofMillis(config.connectMillis());
    }

    /** What is said over a channel. */
    @FunctionalInterface
    interface Talk<T> {

        T over(SftpClient sftp) throws IOException;
    }

    /** A channel for one call. */
    final class Channel implements AutoCloseable {

        private final SftpClient sftp;
        private boolean sound = true;

        private Channel(SftpClient sftp) {
            this.sftp = sftp;
        }

        /**
         * Talks; a talk that takes longer than {@code limit} ends with the session, for nobody knows what it still hears.
         *
         * @throws IOException if the other side says no, or nothing
         */
        <T> T within(Duration limit, Talk<T> talk) throws IOException {
            ScheduledFuture<?> alarm =
                    alarms.schedule(() -> sftp.getClientSession().close(true), limit.toNanos(), TimeUnit.NANOSECONDS);
            try {
                return talk.over(sftp);
            } catch (IOException e) {
                sound = false;
                throw alarm.isDone() ? new Trouble("時間内に応答がありませんでした。", e) : e;
            } finally {
                alarm.cancel(false);
            }
        }

        @Override
        public void close() {
            if (sound && sftp.isOpen()) {
                idle.push(sftp);
            } else {
                sftp.getClientChannel().close(true);
            }
        }
    }

    /**
     * A channel that was idle, or a new one.
     *
     * @throws IOException if the line does not stand within its time
     */
    Channel channel() throws IOException {
        for (SftpClient sftp = idle.poll(); sftp != null; sftp = idle.poll()) {
            if (sftp.isOpen()) {
                return new Channel(sftp);
            }
        }
        long deadline = System.nanoTime() + connect.toNanos();
        ClientSession standing = session(deadline);
        SftpModuleProperties.SFTP_CHANNEL_OPEN_TIMEOUT.set(standing, left(deadline));
        try {
            return new Channel(SftpClientFactory.instance().createSftpClient(standing));
        } catch (IOException e) {
            standing.close(true);
            throw e;
        }
    }

    /** What is left until then, at least an instant. */
    private static Duration left(long deadline) {
        return Duration.ofNanos(Math.max(1_000_000, deadline - System.nanoTime()));
    }

    private ClientSession session(long deadline) throws IOException {
        try {
            if (!opening.tryLock(connect.toMillis(), TimeUnit.MILLISECONDS)) {
                throw new Trouble("回線がまだ接続中です。");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Trouble("回線の接続を待つ間に中断されました。", e);
        }
        try {
            if (closed) {
                throw new Trouble("連携機能は停止するところです。");
            }
            if (session == null || !session.isOpen()) {
                session = connected(deadline);
            }
            return session;
        } finally {
            opening.unlock();
        }
    }

    private ClientSession connected(long deadline) throws IOException {
        if (client == null) {
            client = started();
        }
        known = LineKeys.hostKeys(Path.of(config.hostKey()));
        KeyPair ours = LineKeys.clientKey(Path.of(config.clientKey()));
        ClientSession opened = client.connect(config.user(), config.host(), config.sftpPort())
                .verify(left(deadline))
                .getSession();
        try {
            opened.addPublicKeyIdentity(ours);
            opened.auth().verify(left(deadline));
            return opened;
        } catch (SshException e) {
            opened.close(true);
            throw e.getDisconnectCode() == SshConstants.SSH2_DISCONNECT_HOST_KEY_NOT_VERIFIABLE ? stranger(e) : e;
        } catch (IOException e) {
            opened.close(true);
            throw e;
        }
    }

    private IOException stranger(SshException e) {
        return new Trouble("相手のホスト鍵が " + config.hostKey() + " と異なります。何も変えずに、相手先に鍵の指紋を確認してください。", e);
    }

    /** Nothing of the user's own ssh settings counts. */
    private SshClient started() {
        SshClient started = SshClient.setUpDefaultClient();
        started.setHostConfigEntryResolver(HostConfigEntryResolver.EMPTY);
        started.setKeyIdentityProvider(KeyIdentityProvider.EMPTY_KEYS_PROVIDER);
        started.setUserAuthFactories(List.of(UserAuthPublicKeyFactory.INSTANCE));
        started.setServerKeyVerifier((with, address, key) -> isKnown(key));
        // named, else it is looked for on the caller's class loader, and said in the log each time
        started.setIoServiceFactoryFactory(new Nio2ServiceFactoryFactory());
        started.setNioWorkers(1);
        started.setScheduledExecutorService(alarms, false);
        CoreModuleProperties.STOP_WAIT_TIME.set(started, FAREWELL);
        started.start();
        return started;
    }

    private boolean isKnown(PublicKey key) {
        boolean found = known.stream().anyMatch(one -> KeyUtils.compareKeys(one, key));
        if (!found) {
            LOG.error(
                    "{}:{} shows the strange host key {}",
                    config.host(),
                    config.sftpPort(),
                    KeyUtils.getFingerPrint(key));
        }
        return found;
    }

    void close() {
        opening.lock();
        try {
            closed = true;
            idle.clear();
            if (session != null) {
                // first, and waited for: else the client is taken down on a thread of its own, which then waits for
                // itself
                session.close(true).await(FAREWELL);
            }
            if (client != null) {
                client.stop();
            }
        } catch (IOException e) {
            LOG.warn("The line to the current welfare system does not close: {}", e.getMessage());
        } finally {
            opening.unlock();
        }
    }
}
