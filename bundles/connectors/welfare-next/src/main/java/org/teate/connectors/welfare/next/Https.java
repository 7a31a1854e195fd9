// SPDX-FileCopyrightText: Teate contributors
// SPDX-License-Identifier: Apache-2.0
package org.teate.connectors.welfare.next;

import java.io.Closeable;
import java.io.IOException;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.apache.hc.client5.http.classic.methods.HttpUriRequestBase;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.config.TlsConfig;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.client5.http.io.HttpClientConnectionManager;
import org.apache.hc.client5.http.ssl.DefaultClientTlsStrategy;
import org.apache.hc.client5.http.ssl.HostnameVerificationPolicy;
import org.apache.hc.client5.http.ssl.NoopHostnameVerifier;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpHeaders;
import org.apache.hc.core5.http.io.entity.EntityUtils;
import org.apache.hc.core5.http.ssl.TLS;
import org.apache.hc.core5.io.CloseMode;
import org.apache.hc.core5.reactor.ssl.SSLBufferMode;
import org.apache.hc.core5.util.TimeValue;
import org.apache.hc.core5.util.Timeout;
import org.teate.ports.OutOfService;

/**
 * The channel to the other system: HTTPS with certificates on both sides. Every exchange ends by its deadline, however
 * slowly the other side sends. Thread-safe.
 *
 * <p>Not the client of the JDK: until Java 21 it cannot be closed, and its threads would outlive this bundle.
 */
final class Https implements Closeable {

    private static final String REQUEST_ID = "X-Request-Id";
    private static final int MOST_CONNECTIONS = 32;
    private static final int MOST_BYTES = 1 << 26;
    private static final Timeout CONNECT = Timeout.ofMilliseconds(1_000);

    private final Keys keys;
    private final ScheduledThreadPoolExecutor watch = new ScheduledThreadPoolExecutor(1, Https::thread);
    private CloseableHttpClient client; // null before the first call

    Https(Keys keys) {
        this.keys = keys;
        watch.setRemoveOnCancelPolicy(true);
        watch.setKeepAliveTime(10, TimeUnit.SECONDS);
        watch.allowCoreThreadTimeOut(true);
    }

    /**
     * Sends a request and reads the whole answer.
     *
     * @throws OutOfService if there is none by the deadline, or it is the answer to another request
     */
    Answer send(HttpUriRequestBase request, Deadline deadline) {
        String id = UUID.randomUUID().toString();
        request.setHeader(REQUEST_ID, id);
        Timeout left = Timeout.of(deadline.left().plusMillis(1));
        request.setConfig(RequestConfig.custom()
                .setConnectionRequestTimeout(left)
                .setResponseTimeout(left)
                .build());
        CloseableHttpClient open = client();
        Future<?> cut = cutOff(request, deadline.left());
        try {
            return open.execute(request, answer -> read(answer, id));
        } catch (IOException e) {
            throw deadline.isOver() ? new OutOfService("次期福祉システムが時間内に応答しませんでした。", e) : Outage.of(e);
        } finally {
            cut.cancel(false);
        }
    }

    private Future<?> cutOff(HttpUriRequestBase request, Duration left) {
        try {
            return watch.schedule(request::cancel, left.toNanos(), TimeUnit.NANOSECONDS);
        } catch (RejectedExecutionException e) {
            throw new OutOfService("次期福祉システムの連携機能は停止するところです。", e);
        }
    }

    private static Answer read(ClassicHttpResponse answer, String id) throws IOException {
        byte[] body =
                answer.getEntity() == null ? new byte[0] : EntityUtils.toByteArray(answer.getEntity(), MOST_BYTES);
        if (!header(answer, REQUEST_ID).equals(id)) {
            throw new OutOfService("次期福祉システムの応答が、こちらの要求に対するものではありません。");
        }
        return new Answer(answer.getCode(), body == null ? new byte[0] : body, header(answer, HttpHeaders.RETRY_AFTER));
    }

    private static String header(ClassicHttpResponse answer, String name) {
        Header header = answer.getFirstHeader(name);
        return header == null || header.getValue() == null ? "" : header.getValue();
    }

    private synchronized CloseableHttpClient client() {
        if (client == null) {
            client = HttpClients.custom()
                    .setConnectionManager(connections())
                    .setUserAgent("Teate")
                    .disableAutomaticRetries()
                    .disableRedirectHandling()
                    .disableCookieManagement()
                    .disableContentCompression()
                    .disableAuthCaching()
                    // all our connections show the same certificate: any may serve any call
                    .disableConnectionState()
                    .build();
        }
        return client;
    }

    private HttpClientConnectionManager connections() {
        // the JDK itself compares the name with the certificate (HTTPS endpoint identification), so nobody else has to
        DefaultClientTlsStrategy tls = new DefaultClientTlsStrategy(
                keys.tls(),
                new String[] {TLS.V_1_3.id, TLS.V_1_2.id},
                null,
                SSLBufferMode.STATIC,
                HostnameVerificationPolicy.BUILTIN,
                NoopHostnameVerifier.INSTANCE);
        return PoolingHttpClientConnectionManagerBuilder.create()
                .setTlsSocketStrategy(tls)
                .setDefaultTlsConfig(
                        TlsConfig.custom().setHandshakeTimeout(CONNECT).build())
                .setDefaultConnectionConfig(ConnectionConfig.custom()
                        .setConnectTimeout(CONNECT)
                        .setSocketTimeout(CONNECT)
                        .setValidateAfterInactivity(TimeValue.ofMilliseconds(100))
                        .setTimeToLive(TimeValue.ofMinutes(5))
                        .build())
                .setMaxConnTotal(MOST_CONNECTIONS)
                .setMaxConnPerRoute(MOST_CONNECTIONS)
                .build();
    }

    /** Ends the calls that still run. */
    @Override
    public synchronized void close() {
        watch.shutdownNow();
        if (client != null) {
            client.close(CloseMode.IMMEDIATE);
        }
    }

    private static Thread thread(Runnable work) {
        Thread thread = new Thread(null, work, "teate-welfare-next-deadlines", 0, false);
        thread.setDaemon(true);
        thread.setContextClassLoader(null);
        return thread;
    }
}
