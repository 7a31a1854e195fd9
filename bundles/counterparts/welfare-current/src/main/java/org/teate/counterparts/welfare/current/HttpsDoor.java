// SPDX-FileCopyrightText: Teate contributors
// SPDX-License-Identifier: Apache-2.0
package org.teate.counterparts.welfare.current;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicReference;
import org.teate.counterparts.town.Gaiji;
import org.teate.counterparts.welfare.current.Misbehaviour.Fault;

/** The HTTPS server: look-ups of the line, and the page to look inside. */
final class HttpsDoor {

    private static final int LONGEST_QUESTION = 10_000;
    private static final int THREADS = 4;

    private final KeyRing keys;
    private final LookUpDesk desk;
    private final InsidePage page;
    private final Misbehaviour misbehaviour;
    private final AtomicReference<byte[]> answerBefore = new AtomicReference<>(new byte[0]);
    private HttpsServer server; // null while it does not listen
    private ExecutorService threads; // null while it does not listen

    HttpsDoor(KeyRing keys, LookUpDesk desk, InsidePage page, Misbehaviour misbehaviour) {
        this.keys = keys;
        this.desk = desk;
        this.page = page;
        this.misbehaviour = misbehaviour;
    }

    /** @return the port on which it listens */
    int open(int port) throws IOException, GeneralSecurityException {
        byte[] credentials = (SftpDoor.USER + ":" + keys.password()).getBytes(StandardCharsets.UTF_8);
        server = HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
        server.setHttpsConfigurator(new HttpsConfigurator(keys.tls(misbehaviour.has(Fault.BAD_CERTIFICATE))));
        threads = Executors.newFixedThreadPool(THREADS, work -> {
            Thread thread = new Thread(work, "welfare-current-https");
            thread.setDaemon(true);
            return thread;
        });
        server.setExecutor(threads);
        server.createContext("/lookup", exchange -> lookUp(exchange, credentials));
        server.createContext("/", page::show);
        server.start();
        return server.getAddress().getPort();
    }

    void close() {
        if (server != null) {
            server.stop(0);
            threads.shutdownNow();
            server = null;
        }
    }

    private void lookUp(HttpExchange exchange, byte[] credentials) throws IOException {
        try (exchange) {
            if (!isAllowed(exchange, credentials)) {
                exchange.sendResponseHeaders(401, -1);
                return;
            }
            byte[] question = exchange.getRequestBody().readNBytes(LONGEST_QUESTION);
            misbehaviour.linger();
            Optional<String> answer = desk.answer(question);
            if (misbehaviour.has(Fault.DOWN)) {
                return;
            }
            if (answer.isEmpty()) {
                exchange.sendResponseHeaders(400, -1);
                return;
            }
            send(exchange, answer.get().getBytes(Gaiji.MS932));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void send(HttpExchange exchange, byte[] right) throws IOException {
        byte[] before = answerBefore.getAndSet(right);
        byte[] answer = misbehaviour.has(Fault.DISORDERED) ? before : right;
        if (misbehaviour.has(Fault.HALF)) {
            answer = Arrays.copyOf(answer, answer.length / 2);
        }
        boolean twice = misbehaviour.has(Fault.DOUBLE);
        exchange.getResponseHeaders().set("Content-Type", "application/xml; charset=Shift_JIS");
        exchange.sendResponseHeaders(200, twice ? 2L * answer.length : Math.max(1, answer.length));
        exchange.getResponseBody().write(answer);
        if (twice) {
            exchange.getResponseBody().write(answer);
        }
    }

    private static boolean isAllowed(HttpExchange exchange, byte[] credentials) {
        String header = Optional.ofNullable(exchange.getRequestHeaders().getFirst("Authorization"))
                .orElse("");
        String right = "Basic " + Base64.getEncoder().encodeToString(credentials);
        return exchange.getRequestMethod().equals("POST")
                && MessageDigest.isEqual(
                        header.getBytes(StandardCharsets.UTF_8), right.getBytes(StandardCharsets.UTF_8));
    }
}
