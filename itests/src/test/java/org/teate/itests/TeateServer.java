// SPDX-FileCopyrightText: Teate contributors
// SPDX-License-Identifier: Apache-2.0
package org.teate.itests;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.apache.sshd.client.SshClient;
import org.apache.sshd.client.channel.ClientChannel;
import org.apache.sshd.client.channel.ClientChannelEvent;
import org.apache.sshd.client.session.ClientSession;

/**
 * The delivered server as a process of its own: unpacked, started, killed and started again, and used from outside by
 * HTTPS and by the shell.
 */
final class TeateServer implements AutoCloseable {

    /** With which the current welfare system packs the set of Individual Numbers. */
    static final String PASSPHRASE = "a-passphrase-of-the-tests";

    private static final Duration START = Duration.ofMinutes(2);
    private static final Duration COMMAND = Duration.ofMinutes(5);

    private final Path home;
    private final int httpPort = freePort();
    private final int httpsPort = freePort();
    private final int sshPort = freePort();
    private Process process;

    private TeateServer(Path home) {
        this.home = home;
    }

    /** Unpacks the distribution into {@code target/name}, whatever was there before, on ports of its own. */
    static TeateServer unpack(String name) throws IOException, InterruptedException {
        Path home = Path.of("target", name).toAbsolutePath();
        run("rm", "-rf", home.toString());
        Files.createDirectories(home);
        run("tar", "xzf", System.getProperty("teate.distribution"), "-C", home.toString(), "--strip-components=1");
        TeateServer server = new TeateServer(home);
        server.configure("org.teate.clock.cfg", "businessDate", DistributionSupport.BUSINESS_DATE);
        server.configure("org.ops4j.pax.web.cfg", "org.osgi.service.http.port", String.valueOf(server.httpPort));
        server.configure(
                "org.ops4j.pax.web.cfg", "org.osgi.service.http.port.secure", String.valueOf(server.httpsPort));
        server.configure("org.apache.karaf.shell.cfg", "sshPort", String.valueOf(server.sshPort));
        // what is not in the distribution is not there: no repository, local or remote, helps out
        server.configure(
                "org.ops4j.pax.url.mvn.cfg",
                "org.ops4j.pax.url.mvn.localRepository",
                home.resolve("no-repository").toString());
        return server;
    }

    Path home() {
        return home;
    }

    /** Sets one entry of a file of {@code etc/}; the server reads it at its next start. */
    void configure(String file, String entry, String value) throws IOException {
        Path path = home.resolve("etc").resolve(file);
        List<String> lines = new ArrayList<>(Files.exists(path) ? Files.readAllLines(path) : List.of());
        lines.removeIf(line -> line.strip().matches(entry.replace(".", "\\.") + "\\s*=.*"));
        lines.add(entry + " = " + value);
        Files.write(path, lines);
    }

    /** Starts the server and returns when it answers. */
    void start() throws IOException {
        ProcessBuilder builder = new ProcessBuilder(home.resolve("bin/karaf").toString(), "server");
        // the shell gives its process to Java, so that what is killed is the server
        builder.environment().put("KARAF_EXEC", "exec");
        builder.environment().put("TEATE_LEDGER_PASSPHRASE", PASSPHRASE);
        builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
        builder.redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(
                        home.resolve("server.out").toFile()));
        process = builder.start();
        await("the server to answer", START, this::answers);
    }

    /** Ends the server as a power cut does. */
    void kill() {
        process.destroyForcibly().onExit().join();
    }

    /** Ends the server as an operator does. */
    void stop() {
        process.destroy();
        if (process.onExit().completeOnTimeout(null, 1, TimeUnit.MINUTES).join() == null) {
            kill();
        }
    }

    @Override
    public void close() {
        if (process != null && process.isAlive()) {
            stop();
        }
    }

    URI page(String path) {
        return URI.create("https://localhost:" + httpsPort + path);
    }

    URI plainPage(String path) {
        return URI.create("http://localhost:" + httpPort + path);
    }

    HttpResponse<String> get(URI page) {
        try {
            return client().build().send(HttpRequest.newBuilder(page).build(), HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /**
     * Types one command into the shell and returns what it printed.
     *
     * @throws AssertionError if the command fails
     */
    String shell(String login, String password, String command) throws IOException {
        try (SshClient client = SshClient.setUpDefaultClient()) {
            client.setServerKeyVerifier((session, address, key) -> true);
            client.start();
            try (ClientSession session =
                    client.connect(login, "127.0.0.1", sshPort).verify(COMMAND).getSession()) {
                session.addPasswordIdentity(password);
                session.auth().verify(COMMAND);
                return execute(session, command);
            }
        }
    }

    private static String execute(ClientSession session, String command) throws IOException {
        ByteArrayOutputStream output = new ByteArrayOutputStream();
        try (ClientChannel channel = session.createExecChannel(command)) {
            channel.setOut(output);
            channel.setErr(output);
            channel.open().verify(COMMAND);
            channel.waitFor(EnumSet.of(ClientChannelEvent.CLOSED), COMMAND);
            String text = output.toString(StandardCharsets.UTF_8);
            Integer status = channel.getExitStatus();
            if (status == null || status != 0) {
                throw new AssertionError(command + " ended with " + status + ":\n" + text);
            }
            return text;
        }
    }

    /** Waits until {@code condition} holds. */
    static void await(String what, Duration atMost, BooleanSupplier condition) {
        long deadline = System.nanoTime() + atMost.toNanos();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() > deadline) {
                throw new AssertionError("Waited in vain for " + what);
            }
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(100));
        }
    }

    private boolean answers() {
        if (!process.isAlive()) {
            throw new AssertionError("The server has ended; see " + home.resolve("server.out"));
        }
        try {
            return get(page("/health")).statusCode() == 200
                    && get(page("/sign-in")).statusCode() == 200;
        } catch (UncheckedIOException e) {
            return false;
        }
    }

    /** A client that trusts the certificate of this server and no other. */
    HttpClient.Builder client() throws IOException {
        try {
            KeyStore keys = KeyStore.getInstance("PKCS12");
            String password = Files.readString(home.resolve("etc/keys/https.password"));
            try (InputStream in = Files.newInputStream(home.resolve("etc/keys/https.p12"))) {
                keys.load(in, password.toCharArray());
            }
            KeyStore trusted = KeyStore.getInstance("PKCS12");
            trusted.load(null, null);
            trusted.setCertificateEntry("server", keys.getCertificate("teate"));
            TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            trust.init(trusted);
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(null, trust.getTrustManagers(), null);
            return HttpClient.newBuilder().sslContext(context);
        } catch (GeneralSecurityException e) {
            throw new IOException(e);
        }
    }

    private static void run(String... command) throws IOException, InterruptedException {
        int status = new ProcessBuilder(command).inheritIO().start().waitFor();
        if (status != 0) {
            throw new IOException(command[0] + " ended with " + status);
        }
    }

    private static int freePort() {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
