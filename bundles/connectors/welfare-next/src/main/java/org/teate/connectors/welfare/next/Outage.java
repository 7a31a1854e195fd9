// SPDX-FileCopyrightText: Teate contributors
// SPDX-License-Identifier: Apache-2.0
package org.teate.connectors.welfare.next;

import java.io.IOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.security.cert.CertPathBuilderException;
import java.security.cert.CertPathValidatorException;
import java.security.cert.CertificateExpiredException;
import javax.net.ssl.SSLException;
import org.teate.ports.OutOfService;

/** Failures of the channel in words for the staff; what the library says is the cause, for the log. */
final class Outage {

    private Outage() {}

    static OutOfService of(IOException e) {
        return new OutOfService("次期福祉システムに届きません。" + words(e), e);
    }

    private static String words(IOException e) {
        if (e instanceof UnknownHostException) {
            return "設定されたホスト名が見つかりません。";
        } else if (e instanceof SocketTimeoutException) {
            return "接続に時間がかかりすぎました。";
        } else if (e instanceof ConnectException || e instanceof NoRouteToHostException) {
            return "接続を受け付けていません。";
        }
        return e instanceof SSLException ? wordsOfTls(e) : "通信が途中で切れました。";
    }

    private static String wordsOfTls(Throwable e) {
        for (Throwable cause = e; cause != null; cause = cause.getCause()) {
            if (cause instanceof CertificateExpiredException) {
                return "相手の証明書の有効期限が切れています。";
            } else if (cause instanceof CertPathValidatorException || cause instanceof CertPathBuilderException) {
                return "相手の証明書を信頼できません。";
            }
        }
        return "TLSの接続を確立できません。双方の証明書を確認してください。";
    }
}
