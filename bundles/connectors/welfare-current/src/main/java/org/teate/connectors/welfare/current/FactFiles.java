// SPDX-FileCopyrightText: Teate contributors
// SPDX-License-Identifier: Apache-2.0
package org.teate.connectors.welfare.current;

import java.io.IOException;
import java.time.Duration;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HexFormat;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import org.apache.sshd.sftp.client.SftpClient;
import org.apache.sshd.sftp.client.SftpClient.OpenMode;
import org.apache.sshd.sftp.common.SftpConstants;
import org.apache.sshd.sftp.common.SftpException;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.ConfigurationPolicy;
import org.osgi.service.component.annotations.Reference;
import org.teate.ports.Connector;
import org.teate.ports.Message;
import org.teate.ports.Plug;
import org.teate.ports.Reachable;
import org.teate.ports.Teller;
import org.teate.ports.welfare.Fact;

/** Tells the current welfare system facts as fixed-length files by SFTP, and waits for the result beside each. */
@Component(
        service = Connector.class,
        configurationPid = DedicatedLine.PID,
        configurationPolicy = ConfigurationPolicy.REQUIRE)
@Plug(Teller.class)
public final class FactFiles implements Teller, Reachable {

    private static final String FOLDER = "/facts/";
    private static final String LINE = "現行福祉システムへの通知";
    private static final long LONGEST_PAUSE = TimeUnit.MILLISECONDS.toNanos(20);

    private final DedicatedLine line;
    /** Names never come twice, whichever connector of whichever start gives them. */
    private final String names =
            "T" + HexFormat.of().toHexDigits(ThreadLocalRandom.current().nextLong(), 12) + "_";

    private final AtomicLong files = new AtomicLong();

    @Activate
    public FactFiles(@Reference DedicatedLine line) {
        this.line = line;
    }

    @Override
    public String system() {
        return Fact.SYSTEM;
    }

    @Override
    public void tell(Message message) {
        byte[] records = FactRecords.of(message);
        String file = names + String.format("%08d", files.incrementAndGet());
        ResultRecord result;
        try (SftpLine.Channel channel = line.sftp().channel()) {
            channel.within(line.read(), sftp -> put(sftp, file, records));
            // the alarm rings after the patience below, if a single answer never comes
            byte[] laid = channel.within(line.result().plusMillis(50), sftp -> awaitResult(sftp, file));
            result = ResultRecord.read(laid, file, message.key());
        } catch (IOException e) {
            throw Outage.of(LINE, e);
        }
        if (result.isRefused()) {
            throw new IllegalArgumentException("現行福祉システムが受け付けませんでした。" + result.code() + " " + result.reason() + "。");
        }
    }

    private static String put(SftpClient sftp, String file, byte[] records) throws IOException {
        String growing = FOLDER + file + ".part";
        try (SftpClient.CloseableHandle handle =
                sftp.open(growing, EnumSet.of(OpenMode.Write, OpenMode.Create, OpenMode.Exclusive))) {
            sftp.write(handle, 0, records);
        } catch (SftpException e) {
            clearAway(sftp, growing, e);
            throw e;
        }
        sftp.rename(growing, FOLDER + file + ".dat");
        return file;
    }

    /** A full disk must not be left with our empty files. */
    private static void clearAway(SftpClient sftp, String growing, SftpException reason) {
        try {
            sftp.remove(growing);
        } catch (IOException e) {
            reason.addSuppressed(e);
        }
    }

    private byte[] awaitResult(SftpClient sftp, String file) throws IOException {
        String path = FOLDER + file + ".res";
        Duration patience = line.result();
        long deadline = System.nanoTime() + patience.toNanos();
        long pause = TimeUnit.MICROSECONDS.toNanos(500);
        while (true) {
            Optional<byte[]> result = read(sftp, path);
            if (result.isPresent()) {
                sftp.remove(path);
                return result.get();
            }
            if (System.nanoTime() + pause > deadline) {
                throw new Trouble("時間内に結果が届きませんでした。");
            }
            LockSupport.parkNanos(pause);
            if (Thread.currentThread().isInterrupted()) {
                throw new Trouble("結果を待つ間に中断されました。");
            }
            pause = Math.min(2 * pause, LONGEST_PAUSE);
        }
    }

    /** The result, empty as long as there is none; a byte more than a result has, if there is one. */
    private static Optional<byte[]> read(SftpClient sftp, String path) throws IOException {
        try (SftpClient.CloseableHandle handle = sftp.open(path)) {
            byte[] buffer = new byte[FixedRecords.WHOLE + 1];
            int read = Math.max(0, sftp.read(handle, 0, buffer));
            return Optional.of(Arrays.copyOf(buffer, read));
        } catch (SftpException e) {
            if (e.getStatus() == SftpConstants.SSH_FX_NO_SUCH_FILE) {
                return Optional.empty();
            }
            throw e;
        }
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
