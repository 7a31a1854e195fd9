// SPDX-FileCopyrightText: Teate contributors
// SPDX-License-Identifier: Apache-2.0
package org.teate.ports.bank;

import java.util.List;
import java.util.Optional;

/**
 * What came of encoding an order.
 *
 * @param findings everything that the checks before sending have to say, the file's own first, then in the order of the
 *     transfers
 * @param file the file's bytes; empty if a finding is blocking
 */
public record Encoded(List<Finding> findings, Optional<byte[]> file) {

    public Encoded {
        findings = List.copyOf(findings);
    }

    /** The findings for which the file may not be sent. */
    public List<Finding> blocking() {
        return findings.stream().filter(Finding::blocking).toList();
    }
}
