// SPDX-FileCopyrightText: Teate contributors
// SPDX-License-Identifier: Apache-2.0
package org.teate.counterparts.welfare.next;

import java.net.Socket;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.util.Arrays;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.TrustManager;
import javax.net.ssl.X509ExtendedTrustManager;

/** Turns away clients whose certificate we do not know, as the JDK would, but lets it be noticed. */
final class Strangers extends X509ExtendedTrustManager {

    /** Told of each one that was turned away. */
    interface Notice {
        void of(String reason);
    }

    private final X509ExtendedTrustManager trust;
    private final Notice notice;

    private Strangers(X509ExtendedTrustManager trust, Notice notice) {
        this.trust = trust;
        this.notice = notice;
    }

    static TrustManager noticed(TrustManager[] managers, Notice notice) {
        return new Strangers(
                Arrays.stream(managers)
                        .filter(X509ExtendedTrustManager.class::isInstance)
                        .map(X509ExtendedTrustManager.class::cast)
                        .findFirst()
                        .orElseThrow(),
                notice);
    }

    private interface Check {
        void make() throws CertificateException;
    }

    private void noticing(X509Certificate[] chain, Check check) throws CertificateException {
        try {
            check.make();
        } catch (CertificateException e) {
            notice.of("unknown client certificate " + chain[0].getSubjectX500Principal());
            throw e;
        }
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String type, SSLEngine engine) throws CertificateException {
        noticing(chain, () -> trust.checkClientTrusted(chain, type, engine));
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String type, Socket socket) throws CertificateException {
        noticing(chain, () -> trust.checkClientTrusted(chain, type, socket));
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String type) throws CertificateException {
        noticing(chain, () -> trust.checkClientTrusted(chain, type));
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String type, SSLEngine engine) throws CertificateException {
        trust.checkServerTrusted(chain, type, engine);
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String type, Socket socket) throws CertificateException {
        trust.checkServerTrusted(chain, type, socket);
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String type) throws CertificateException {
        trust.checkServerTrusted(chain, type);
    }

    /** Names none, so that a stranger shows the certificate that it has, and it can be noted. */
    @Override
    public X509Certificate[] getAcceptedIssuers() {
        return new X509Certificate[0];
    }
}
