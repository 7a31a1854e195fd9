// SPDX-FileCopyrightText: Teate contributors
// SPDX-License-Identifier: Apache-2.0
package org.teate.connectors.bank.zengin;

import java.util.ArrayList;
import java.util.List;
import org.teate.ports.bank.Finding;
import org.teate.ports.bank.Transfer;

/** What the checks of one order have found so far. Not thread-safe. */
final class Findings {

    private static final long WHOLE_FILE = 0;

    private final List<Finding> findings = new ArrayList<>();

    /** The whole file may not go. */
    void block(String code, String item, String message) {
        findings.add(new Finding(code, WHOLE_FILE, item, message, true));
    }

    /** The whole file may go, but somebody should look. */
    void warn(String code, String item, String message) {
        findings.add(new Finding(code, WHOLE_FILE, item, message, false));
    }

    /** The file may not go because of one transfer. */
    void block(String code, Transfer transfer, String item, String message) {
        findings.add(new Finding(code, transfer.serial(), item, message, true));
    }

    /** The file may go, but somebody should look at one transfer. */
    void warn(String code, Transfer transfer, String item, String message) {
        findings.add(new Finding(code, transfer.serial(), item, message, false));
    }

    List<Finding> all() {
        return List.copyOf(findings);
    }
}
