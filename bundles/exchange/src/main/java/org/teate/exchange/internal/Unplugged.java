// SPDX-FileCopyrightText: Teate contributors
// SPDX-License-Identifier: Apache-2.0
package org.teate.exchange.internal;

import org.teate.ports.OutOfService;

/** The connector has been taken off its board before the call could enter it, so the call was not made. */
final class Unplugged extends OutOfService {

    private static final long serialVersionUID = 1L;

    Unplugged(ConnectorName name) {
        super("連携機能" + name.value() + "が外されました。");
    }
}
