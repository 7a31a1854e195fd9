// SPDX-FileCopyrightText: Teate contributors
// SPDX-License-Identifier: Apache-2.0
package org.teate.addressing.internal;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.teate.exchange.TrueCharacters;

/** The true characters as the list of the city's own characters (M15) has them. */
@Component
public final class ListedCharacters implements TrueCharacters {

    private final Transactions transactions;

    @Activate
    public ListedCharacters(@Reference Transactions transactions) {
        this.transactions = transactions;
    }

    @Override
    public String resolve(String text) {
        return transactions.required(OwnCharacters::load).resolve(text);
    }
}
