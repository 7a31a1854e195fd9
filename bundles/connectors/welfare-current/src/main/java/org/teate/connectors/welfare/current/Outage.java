// SPDX-FileCopyrightText: Teate contributors
// SPDX-License-Identifier: Apache-2.0
package org.teate.connectors.welfare.current;

import java.io.IOException;
import java.net.ConnectException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.nio.file.NoSuchFileException;
import org.apache.sshd.sftp.common.SftpConstants;
import org.apache.sshd.sftp.common.SftpException;
import org.teate.ports.OutOfService;

/** Failures of the line in words for the staff; what a library says is the cause, for the log. */
final class Outage {

    private Outage() {}

    /** @param what was wanted, such as 「現行福祉システムへの通知」 */
    static OutOfService of(String what, IOException e) {
        return new OutOfService(what + "ができません。" + words(e), e);
    }

    private static String words(IOException e) {
        if (e instanceof Trouble) {
            return e.getMessage();
        } else if (e instanceof NoSuchFileException) {
            return "ファイル " + e.getMessage() + " がありません。";
        } else if (e instanceof SftpException answer) {
            return "エラー " + SftpConstants.getStatusName(answer.getStatus()) + " が返されました。";
        } else if (e instanceof ConnectException || e.getCause() instanceof ConnectException) {
            return "接続を受け付けていません。";
        } else if (e instanceof UnknownHostException || e.getCause() instanceof UnknownHostException) {
            return "設定されたホスト名が見つかりません。";
        } else if (e instanceof SocketTimeoutException) {
            return "時間内に応答がありませんでした。";
        }
        return "通信が途中で切れました。";
    }
}
