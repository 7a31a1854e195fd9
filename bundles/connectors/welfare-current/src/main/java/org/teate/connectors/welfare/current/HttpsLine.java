// SPDX-FileCopyrightText: Teate contributors
// SPDX-License-Identifier: Apache-2.0
package org.teate.connectors.welfare.current;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.MalformedURLException;
import java.net.Proxy;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.util.Base64;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import javax.net.ssl.HttpsURLConnection;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLSocketFactory;
import javax.net.ssl.TrustManagerFactory;

/**
 * Posts questions over TLS to the one server whose certificate we hold.
 *
 * <p>Each question has a connection of its own, so that nothing is left open when this bundle goes; the TLS session is
 * resumed. Thread-safe.
 */
final class HttpsLine {

    /** How many sessions of TLS are kept to be taken up again. */
    private static final int SESSIONS = 100;

    private static final int LONGEST_ANSWER = 4_000_000;

    private final DedicatedLine.Config config;
    private final ScheduledExecutorService alarms;
    private final AtomicReference<Access> access = new AtomicReference<>();

    HttpsLine(DedicatedLine.Config config, ScheduledExecutorService alarms) {
        this.config = config;
        this.alarms = alarms;
    }

    /** What is read from the key files, until something goes wrong. */
    private record Access(SSLSocketFactory sockets, String authorization) {}

    /**
     * Asks and returns the whole answer.
     *
     * @throws IOException if there is none within its time, or another status than 200
     */
    byte[] post(byte[] question) throws IOException {
        HttpsURLConnection connection = connection(question.length);
        ScheduledFuture<?> alarm = alarms.schedule(
                connection::disconnect, config.connectMillis() + config.resultMillis(), TimeUnit.MILLISECONDS);
        try {
            try (OutputStream out = connection.getOutputStream()) {
                out.write(question);
            }
            return answer(connection);
        } catch (SSLException e) {
            // the files may be put right before the next call
            access.set(null);
            throw new Trouble("TLSの接続を確立できません。相手の証明書が替わったときは " + config.certificate() + " も替えます。", e);
        } catch (IOException e) {
            access.set(null);
            throw alarm.isDone() ? new Trouble("時間内に応答がありませんでした。", e) : e;
        } finally {
            alarm.cancel(false);
            connection.disconnect();
        }
    }

    private HttpsURLConnection connection(int length) throws IOException {
        Access known = access.get();
        if (known == null) {
            known = read();
            access.set(known);
        }
        HttpsURLConnection connection = (HttpsURLConnection) url().openConnection(Proxy.NO_PROXY);
        connection.setSSLSocketFactory(known.sockets());
        connection.setConnectTimeout(config.connectMillis());
        connection.setReadTimeout(config.resultMillis());
        connection.setInstanceFollowRedirects(false);
        connection.setUseCaches(false);
        connection.setDoOutput(true);
        connection.setFixedLengthStreamingMode(length);
        connection.setRequestProperty("Connection", "close");
        connection.setRequestProperty("Content-Type", "application/xml; charset=Shift_JIS");
        connection.setRequestProperty("Authorization", known.authorization());
        return connection;
    }

    private URL url() throws MalformedURLException {
        try {
            return new URI("https", null, config.host(), config.httpsPort(), "/lookup", null, null).toURL();
        } catch (URISyntaxException e) {
            throw new IllegalStateException("The host " + config.host() + " is no host", e);
        }
    }

    private static byte[] answer(HttpsURLConnection connection) throws IOException {
        int status = connection.getResponseCode();
        if (status == HttpsURLConnection.HTTP_UNAUTHORIZED) {
            throw new Trouble("利用者名とパスワードが受け付けられません。");
        }
        if (status != HttpsURLConnection.HTTP_OK) {
            throw new Trouble("エラー" + status + "が返されました。");
        }
        try (InputStream in = connection.getInputStream()) {
            byte[] answer = in.readNBytes(LONGEST_ANSWER + 1);
            if (answer.length > LONGEST_ANSWER) {
                throw new Trouble("応答が" + LONGEST_ANSWER + "バイトを超えています。");
            }
            return answer;
        }
    }

    private Access read() throws IOException {
        String credentials = config.user() + ":"
                + Files.readString(Path.of(config.passwordFile())).strip();
        return new Access(
                sockets(), "Basic " + Base64.getEncoder().encodeToString(credentials.getBytes(StandardCharsets.UTF_8)));
    }

    private SSLSocketFactory sockets() throws IOException {
        Path file = Path.of(config.certificate());
        try (InputStream in = Files.newInputStream(file)) {
            KeyStore trusted = KeyStore.getInstance(KeyStore.getDefaultType());
            trusted.load(null, null);
            for (Certificate certificate :
                    CertificateFactory.getInstance("X.509").generateCertificates(in)) {
                trusted.setCertificateEntry(Integer.toString(trusted.size()), certificate);
            }
            TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            trust.init(trusted);
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(null, trust.getTrustManagers(), null);
            // else Java keeps 20,480 of them, each for a day
            context.getClientSessionContext().setSessionCacheSize(SESSIONS);
            return context.getSocketFactory();
        } catch (GeneralSecurityException e) {
            throw new Trouble("ファイル " + file + " に証明書がありません。", e);
        }
    }
}
