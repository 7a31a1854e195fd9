// SPDX-FileCopyrightText: Teate contributors
// SPDX-License-Identifier: Apache-2.0
package org.teate.ports.bank;

import java.util.List;
import org.osgi.annotation.versioning.ConsumerType;
import org.teate.ports.CallLimit;
import org.teate.ports.Connector;

/**
 * Encodes transfer files for the city's bank (全銀協規定形式 総合振込).
 *
 * <p>Pure: nothing is sent or stored; the same order gives the same bytes. An order may hold 100,000 transfers.
 */
@ConsumerType
@CallLimit(120)
public interface BankTransfers extends Connector {

    /** Everything that the checks before sending have to say about {@code order}; empty if it may go. */
    List<Finding> check(TransferOrder order);

    /**
     * The file's bytes.
     *
     * @throws IllegalArgumentException if {@link #check} has a blocking finding
     */
    byte[] encode(TransferOrder order);
}
