// SPDX-FileCopyrightText: Teate contributors
// SPDX-License-Identifier: Apache-2.0
package org.teate.counterparts.welfare.current;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicReference;
import javax.net.ssl.SSLSocketFactory;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.teate.counterparts.town.Gaiji;
import org.teate.counterparts.welfare.current.Misbehaviour.Fault;

/**
 * The HTTPS server: look-ups of the line, and the page to look inside.
 *
 * <p>Over plain sockets, a request a connection: the JDK's own HTTPS server loses one connection in twenty when each request
 * comes on a new one.
 */
final class HttpsDoor {

    private static final Logger LOG = LoggerFactory.getLogger(HttpsDoor.class);
    private static final int BACKLOG = 100;
    private static final int READ_MILLIS = 5_000;

    private final KeyRing keys;
    private final LookUpDesk desk;
    private final InsidePage page;
    private final Misbehaviour misbehaviour;
    private final AtomicReference<byte[]> answerBefore = new AtomicReference<>(new byte[0]);
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private volatile SSLSocketFactory tls; // null before it was opened
    private ServerSocket server; // null while it does not listen
    private ExecutorService threads; // null while it does not listen

    HttpsDoor(KeyRing keys, LookUpDesk desk, InsidePage page, Misbehaviour misbehaviour) {
        this.keys = keys;
        this.desk = desk;
        this.page = page;
        this.misbehaviour = misbehaviour;
    }

    /** @return the port on which it listens */
    int open(int port) throws IOException, GeneralSecurityException {
        showCertificate();
        String credentials = SftpDoor.USER + ":" + keys.password();
        byte[] authorization = ("Basic "
                        + Base64.getEncoder().encodeToString(credentials.getBytes(StandardCharsets.UTF_8)))
                .getBytes(StandardCharsets.UTF_8);
        ServerSocket listening = new ServerSocket(port, BACKLOG, InetAddress.getLoopbackAddress());
        ExecutorService serving = Executors.newCachedThreadPool(work -> {
            Thread thread = new Thread(work, "welfare-current-https");
            thread.setDaemon(true);
            return thread;
        });
        serving.execute(() -> accept(listening, serving, authorization));
        server = listening;
        threads = serving;
        return listening.getLocalPort();
    }

    /** From now on, the certificate that the misbehaviour asks for. */
    void showCertificate() throws IOException, GeneralSecurityException {
        tls = keys.tls(misbehaviour.has(Fault.BAD_CERTIFICATE)).getSocketFactory();
    }

    void close() throws IOException {
        if (server != null) {
            server.close();
            threads.shutdownNow();
            for (Socket socket : open) {
                socket.close();
            }
            server = null;
        }
    }

    private void accept(ServerSocket listening, ExecutorService serving, byte[] authorization) {
        try {
            while (true) {
                Socket socket = listening.accept();
                open.add(socket);
                serving.execute(() -> serve(socket, authorization));
            }
        } catch (IOException | RejectedExecutionException e) {
            LOG.debug("The HTTPS door is closed: {}", e.getMessage());
        }
    }

    private void serve(Socket plain, byte[] authorization) {
        try (Socket socket = tls.createSocket(plain, InputStream.nullInputStream(), true)) {
            socket.setSoTimeout(READ_MILLIS);
            socket.setTcpNoDelay(true);
            HttpRequest request = HttpRequest.read(new BufferedInputStream(socket.getInputStream()));
            Optional<HttpResponse> response =
                    request.path().equals("/lookup") ? lookUp(request, authorization) : Optional.of(page.show(request));
            if (response.isPresent()) {
                socket.getOutputStream().write(response.get().bytes());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (IOException e) {
            LOG.debug("A connection ended: {}", e.getMessage());
        } finally {
            open.remove(plain);
        }
    }

    /** @return empty if the connection is to end without a word */
    private Optional<HttpResponse> lookUp(HttpRequest request, byte[] authorization) throws InterruptedException {
        byte[] shown = request.header("authorization").orElse("").getBytes(StandardCharsets.UTF_8);
        if (!request.method().equals("POST") || !MessageDigest.isEqual(shown, authorization)) {
            return Optional.of(HttpResponse.empty(401));
        }
        misbehaviour.linger();
        if (misbehaviour.has(Fault.DOWN)) {
            return Optional.empty();
        }
        return Optional.of(desk.answer(request.body())
                .map(answer -> asItMisbehaves(answer.getBytes(Gaiji.MS932)))
                .orElse(HttpResponse.empty(400)));
    }

    private HttpResponse asItMisbehaves(byte[] right) {
        byte[] before = answerBefore.getAndSet(right);
        byte[] answer = misbehaviour.has(Fault.DISORDERED) ? before : right;
        if (misbehaviour.has(Fault.HALF)) {
            answer = Arrays.copyOf(answer, answer.length / 2);
        }
        if (misbehaviour.has(Fault.DOUBLE)) {
            byte[] once = answer;
            answer = Arrays.copyOf(once, 2 * once.length);
            System.arraycopy(once, 0, answer, once.length, once.length);
        }
        return new HttpResponse(200, List.of("Content-Type: application/xml; charset=Shift_JIS"), answer);
    }
}
