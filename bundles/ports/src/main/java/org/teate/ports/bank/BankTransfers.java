// SPDX-FileCopyrightText: Teate contributors
// SPDX-License-Identifier: Apache-2.0
package org.teate.ports.bank;

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

    /** Checks an order before sending and, if nothing blocks it, encodes it. */
    Encoded encode(TransferOrder order);
}
