// SPDX-FileCopyrightText: Teate contributors
// SPDX-License-Identifier: Apache-2.0
package org.teate.connectors.welfare.next;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * A data file that is handed over, and what its manifest says of it besides what every manifest says.
 *
 * @param link the interface, such as {@code WF-01} or {@code M05}
 * @param ending {@code csv}, or {@code zip} for a container
 * @param full whether it is everything（全件）or a difference（差分）
 * @param records how many there are
 */
record Delivery(String link, String ending, boolean full, byte[] data, long records, ObjectNode about) {

    String sha256() {
        return hex(data);
    }

    static String hex(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }

    /** Says nothing of the content. */
    @Override
    public String toString() {
        return "Delivery of " + link;
    }
}
