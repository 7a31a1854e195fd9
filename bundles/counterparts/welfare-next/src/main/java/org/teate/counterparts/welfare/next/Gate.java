// SPDX-FileCopyrightText: Teate contributors
// SPDX-License-Identifier: Apache-2.0
package org.teate.counterparts.welfare.next;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsExchange;
import com.sun.net.httpserver.HttpsParameters;
import com.sun.net.httpserver.HttpsServer;
import java.io.Closeable;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLPeerUnverifiedException;

/**
 * The door on loopback: HTTPS, for clients with a certificate that we know. Here this system's manners show.
 *
 * <p>A client without a certificate is let as far as the door, so that it can be told and noted that it was turned away.
 */
final class Gate implements Closeable {

    private static final String REQUEST_ID = "X-Request-Id";
    private static final int MOST_THREADS = 64;

    static {
        // else an answer in two packets waits for the client's delayed acknowledgement, 40 ms each
        System.setProperty("sun.net.httpserver.nodelay", "true");
    }

    /** Answers a request that was let in. */
    interface Desk {
        Reply answer(HttpExchange exchange, byte[] body);
    }

    /** A reply and the request that it was the reply to. */
    private record Sent(String requestId, Reply reply) {}

    private final HttpsServer server;
    private final ExecutorService threads;
    private final CountDownLatch closed = new CountDownLatch(1);
    private final AtomicLong requests = new AtomicLong();
    private final Manners manners;
    private final Book book;
    private final Desk desk;
    private final AtomicReference<Sent> lastFile = new AtomicReference<>();

    private Gate(HttpsServer server, Manners manners, Book book, Desk desk) {
        this.server = server;
        this.manners = manners;
        this.book = book;
        this.desk = desk;
        threads = new ThreadPoolExecutor(
                0,
                MOST_THREADS,
                10,
                TimeUnit.SECONDS,
                new SynchronousQueue<>(),
                Gate::thread,
                new ThreadPoolExecutor.CallerRunsPolicy());
    }

    static Gate open(int port, SSLContext tls, Manners manners, Book book, Desk desk) throws IOException {
        HttpsServer server = HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
        Gate gate = new Gate(server, manners, book, desk);
        server.setHttpsConfigurator(new HttpsConfigurator(tls) {
            @Override
            public void configure(HttpsParameters connection) {
                SSLParameters agreed = tls.getDefaultSSLParameters();
                agreed.setWantClientAuth(true);
                agreed.setProtocols(new String[] {"TLSv1.3", "TLSv1.2"});
                connection.setSSLParameters(agreed);
            }
        });
        server.setExecutor(gate.threads);
        server.createContext("/", gate::handle);
        server.start();
        return gate;
    }

    long requests() {
        return requests.get();
    }

    int port() {
        return server.getAddress().getPort();
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            byte[] body = exchange.getRequestBody().readAllBytes();
            requests.incrementAndGet();
            if (manners.are(Misbehaviour.SLOW)) {
                linger(manners.measure(Misbehaviour.SLOW).orElse(0));
            }
            if (manners.are(Misbehaviour.DOWN) || closed.getCount() == 0) {
                return;
            }
            String id = exchange.getRequestHeaders().getFirst(REQUEST_ID);
            Reply reply = id == null ? Reply.problem(Reply.BAD_REQUEST, "X-Request-Idがありません") : reply(exchange, body);
            send(exchange, illMannered(exchange, new Sent(id == null ? "" : id, reply)));
        }
    }

    private Reply reply(HttpExchange exchange, byte[] body) {
        if (!showsCertificate(exchange)) {
            book.refused("connection", "no client certificate");
            return Reply.problem(Reply.FORBIDDEN, "クライアント証明書が必要です");
        }
        if (manners.isOneTooMany()) {
            return Reply.problem(Reply.TOO_MANY, "要求が多すぎます", Map.of("Retry-After", "1"));
        }
        return desk.answer(exchange, body);
    }

    private static boolean showsCertificate(HttpExchange exchange) {
        try {
            return ((HttpsExchange) exchange).getSSLSession().getPeerCertificates().length > 0;
        } catch (SSLPeerUnverifiedException e) {
            return false;
        }
    }

    private Sent illMannered(HttpExchange exchange, Sent sent) {
        Reply reply = sent.reply();
        if (manners.are(Misbehaviour.HALF)) {
            byte[] half = Arrays.copyOf(reply.body(), reply.body().length / 2);
            return new Sent(sent.requestId(), new Reply(reply.status(), reply.type(), half, reply.headers()));
        }
        if (exchange.getRequestMethod().equals("GET")
                && exchange.getRequestURI().getPath().startsWith("/files/")) {
            Sent before = lastFile.getAndSet(sent);
            return manners.are(Misbehaviour.DOUBLE) && before != null ? before : sent;
        }
        return sent;
    }

    private static void send(HttpExchange exchange, Sent sent) throws IOException {
        Reply reply = sent.reply();
        exchange.getResponseHeaders().set(REQUEST_ID, sent.requestId());
        if (!reply.type().isEmpty()) {
            exchange.getResponseHeaders().set("Content-Type", reply.type());
        }
        reply.headers().forEach(exchange.getResponseHeaders()::set);
        exchange.sendResponseHeaders(reply.status(), reply.body().length == 0 ? -1 : reply.body().length);
        exchange.getResponseBody().write(reply.body());
    }

    private void linger(int millis) {
        try {
            closed.await(millis, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        closed.countDown();
        server.stop(0);
        threads.shutdownNow();
    }

    private static Thread thread(Runnable work) {
        Thread thread = new Thread(null, work, "counterpart-welfare-next", 0, false);
        thread.setDaemon(true);
        return thread;
    }
}
