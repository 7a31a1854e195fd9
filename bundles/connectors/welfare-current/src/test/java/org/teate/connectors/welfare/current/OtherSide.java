// SPDX-FileCopyrightText: Teate contributors
// SPDX-License-Identifier: Apache-2.0
package org.teate.connectors.welfare.current;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.annotation.Annotation;
import java.net.BindException;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.concurrent.ThreadLocalRandom;
import org.junit.rules.ExternalResource;
import org.junit.rules.TemporaryFolder;
import org.teate.counterparts.town.Plan;
import org.teate.counterparts.welfare.current.WelfareCurrent;

/** The played welfare system on free ports of loopback, and the configuration of a line to it. */
final class OtherSide extends ExternalResource {

    static final LocalDate DATE = LocalDate.of(2026, 11, 24);

    private final TemporaryFolder folder = new TemporaryFolder();
    private final boolean filled;
    private WelfareCurrent system;

    private OtherSide(boolean filled) {
        this.filled = filled;
    }

    /** Begins with no ledger: the first fact about one opens it. */
    static OtherSide empty() {
        return new OtherSide(false);
    }

    /** Begins with the ledgers of an invented town. */
    static OtherSide withTown() {
        return new OtherSide(true);
    }

    @Override
    protected void before() throws Throwable {
        folder.create();
        system = new WelfareCurrent(path("other-side"), path("keys"), Clock.systemUTC());
        begin();
    }

    private void begin() {
        if (filled) {
            system.fill(Plan.of(1, 1_000, Plan.USUAL_SHARE, DATE));
        }
        system.start(freePort(), freePort());
    }

    /** A port that no outgoing connection can be given meanwhile, so that it can be opened again. */
    private static int freePort() {
        while (true) {
            int port = ThreadLocalRandom.current().nextInt(20_000, 32_000);
            try (ServerSocket socket = new ServerSocket(port)) {
                return socket.getLocalPort();
            } catch (BindException e) {
                // somebody has it: another
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    /** Forgets everything but its keys and begins again, well-behaved, on other ports. */
    void anew() {
        system.close();
        system.forget();
        system = new WelfareCurrent(path("other-side"), path("keys"), Clock.systemUTC());
        begin();
    }

    @Override
    protected void after() {
        system.close();
        folder.delete();
    }

    WelfareCurrent system() {
        return system;
    }

    /** Ends and begins again on the same ports, as after the death of its process. */
    void restart() {
        int sftp = system.sftpPort();
        int https = system.httpsPort();
        system.close();
        system = new WelfareCurrent(path("other-side"), path("keys"), Clock.systemUTC());
        system.start(sftp, https);
    }

    Path path(String name) {
        return folder.getRoot().toPath().resolve(name);
    }

    /** A line that waits as long as a busy machine may need. */
    DedicatedLine line() {
        return line(path("nightly/inbox"));
    }

    DedicatedLine line(Path nightlyInbox) {
        return new DedicatedLine(config(20_000, 20_000, 20_000, nightlyInbox), 100_000);
    }

    /** A line that waits only so long for a result or an answer. */
    DedicatedLine impatientLine(int resultMillis) {
        return new DedicatedLine(config(20_000, 20_000, resultMillis, path("nightly/inbox")), 100_000);
    }

    DedicatedLine.Config config(int connectMillis, int readMillis, int resultMillis, Path nightlyInbox) {
        int sftp = system.sftpPort();
        int https = system.httpsPort();
        return new DedicatedLine.Config() {

            @Override
            public Class<? extends Annotation> annotationType() {
                return DedicatedLine.Config.class;
            }

            @Override
            public String host() {
                return "127.0.0.1";
            }

            @Override
            public int sftpPort() {
                return sftp;
            }

            @Override
            public int httpsPort() {
                return https;
            }

            @Override
            public String user() {
                return "teate";
            }

            @Override
            public String clientKey() {
                return path("keys/welfare-current-client").toString();
            }

            @Override
            public String hostKey() {
                return path("keys/welfare-current-host.pub").toString();
            }

            @Override
            public String certificate() {
                return path("keys/welfare-current.crt").toString();
            }

            @Override
            public String passwordFile() {
                return path("keys/welfare-current.password").toString();
            }

            @Override
            public String nightlyInbox() {
                return nightlyInbox.toString();
            }

            @Override
            public int connectMillis() {
                return connectMillis;
            }

            @Override
            public int readMillis() {
                return readMillis;
            }

            @Override
            public int resultMillis() {
                return resultMillis;
            }

            @Override
            public int service_ranking() {
                return 0;
            }
        };
    }
}
