// SPDX-FileCopyrightText: Teate contributors
// SPDX-License-Identifier: Apache-2.0
package org.teate.connectors.welfare.current;

import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.ConfigurationPolicy;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.Designate;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/**
 * The dedicated line to the current welfare system (専用線): SFTP for files, HTTPS for look-ups.
 *
 * <p>Shared by what is plugged in, opened by the first call, opened again when it broke, closed with this component.
 */
@Component(
        service = DedicatedLine.class,
        configurationPid = DedicatedLine.PID,
        configurationPolicy = ConfigurationPolicy.REQUIRE)
@Designate(ocd = DedicatedLine.Config.class)
public final class DedicatedLine {

    /** One file of {@code etc} for everything at the end of this line. */
    static final String PID = "org.teate.connectors.welfare.current.line";

    /** Where the other side is, how the two know each other, and how long we wait. */
    @ObjectClassDefinition(name = "Current welfare system, dedicated line (現行福祉システム専用線)")
    public @interface Config {

        @AttributeDefinition(name = "Host", description = "Name or address of the other side")
        String host();

        @AttributeDefinition(name = "SFTP port", description = "Where files go")
        int sftpPort();

        @AttributeDefinition(name = "HTTPS port", description = "Where look-ups are answered")
        int httpsPort();

        @AttributeDefinition(name = "User", description = "As whom we sign in")
        String user();

        @AttributeDefinition(name = "Client key", description = "File with our private key (OpenSSH)")
        String clientKey();

        @AttributeDefinition(name = "Host key", description = "File with the SFTP server's public keys, one a line")
        String hostKey();

        @AttributeDefinition(name = "Certificate", description = "File with the HTTPS server's certificate (PEM)")
        String certificate();

        @AttributeDefinition(name = "Password file", description = "File with the password of look-ups")
        String passwordFile();

        @AttributeDefinition(name = "Nightly inbox", description = "Folder for nightly ledgers, made when needed")
        String nightlyInbox();

        @AttributeDefinition(name = "Connect", description = "Milliseconds until the line stands")
        int connectMillis() default 1000;

        @AttributeDefinition(name = "Read", description = "Milliseconds until a file is put")
        int readMillis() default 500;

        @AttributeDefinition(name = "Result", description = "Milliseconds until a result or an answer is there")
        int resultMillis() default 1300;

        @AttributeDefinition(name = "Ranking", description = "The connector with the highest ranking takes the calls")
        int service_ranking() default 0;
    }

    /** A caller gives up after three seconds and must hear from us before. */
    private static final int LIMIT_MILLIS = 3000;

    private final ScheduledExecutorService alarms;
    private final SftpLine sftp;
    private final HttpsLine https;
    private final Path nightlyInbox;
    private final Duration read;
    private final Duration result;

    /** @throws IllegalArgumentException if a call could take as long as its caller waits, or longer */
    @Activate
    public DedicatedLine(Config config) {
        this(config, LIMIT_MILLIS);
    }

    /** @param limit the milliseconds after which callers give up */
    DedicatedLine(Config config, int limit) {
        if (config.connectMillis() + config.readMillis() + config.resultMillis() >= limit) {
            throw new IllegalArgumentException(
                    "connectMillis, readMillis and resultMillis together must stay below " + limit);
        }
        ScheduledThreadPoolExecutor clock = new ScheduledThreadPoolExecutor(1, work -> {
            Thread thread = new Thread(null, work, "teate-welfare-current-alarms", 0, false);
            thread.setDaemon(true);
            return thread;
        });
        // an alarm that did not ring must not hold what it was set for
        clock.setRemoveOnCancelPolicy(true);
        alarms = Executors.unconfigurableScheduledExecutorService(clock);
        sftp = new SftpLine(config, alarms);
        https = new HttpsLine(config, alarms);
        nightlyInbox = Path.of(config.nightlyInbox());
        read = Duration.ofMillis(config.readMillis());
        result = Duration.ofMillis(config.resultMillis());
    }

    @Deactivate
    void close() throws InterruptedException {
        sftp.close();
        alarms.shutdownNow();
        alarms.awaitTermination(1, TimeUnit.SECONDS);
    }

    SftpLine sftp() {
        return sftp;
    }

    HttpsLine https() {
        return https;
    }

    Path nightlyInbox() {
        return nightlyInbox;
    }

    /** How long it may take to put a file. */
    Duration read() {
        return read;
    }

    /** How long a result may take. */
    Duration result() {
        return result;
    }
}
