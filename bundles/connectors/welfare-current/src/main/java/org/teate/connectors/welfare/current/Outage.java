// SPDX-FileCopyrightText: Teate contributors
// SPDX-License-Identifier: Apache-2.0
package org.teate.connectors.welfare.current;

import java.io.IOException;
import java.net.ConnectException;
import java.nio.file.NoSuchFileException;
import org.apache.sshd.common.SshException;
import org.apache.sshd.sftp.common.SftpConstants;
import org.apache.sshd.sftp.common.SftpException;
import org.teate.ports.OutOfService;

/** Failures of the line in words for an operator. */
final class Outage {

    private Outage() {}

    /** @param what was wanted, such as "SFTP of the current welfare system" */
    static OutOfService of(String what, IOException e) {
        String reason = e instanceof NoSuchFileException ? "there is no file " + e.getMessage() : words(e);
        return new OutOfService(what + ": " + reason, e);
    }

    private static String words(IOException e) {
        if (e instanceof SftpException answer) {
            return "it answers " + SftpConstants.getStatusName(answer.getStatus()) + " " + answer.getMessage();
        }
        if (e instanceof SshException && e.getCause() instanceof ConnectException refused) {
            // the library's own words would name the address twice and its classes
            return refused.getMessage();
        }
        return e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
    }
}
