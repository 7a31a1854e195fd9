// SPDX-FileCopyrightText: Teate contributors
// SPDX-License-Identifier: Apache-2.0
package org.teate.addressing.internal;

import org.teate.addressing.Address;
import org.teate.addressing.MailingAddress;

/**
 * Where letters go instead.
 *
 * @param reason why
 * @param addressee to whom, empty if to the person
 * @param address the place
 * @param forProtection whether it keeps a victim's place secret
 * @param priority 1 is used first
 */
record Mailing(
        MailingAddress.Reason reason, String addressee, Address.Known address, boolean forProtection, int priority)
        implements Holding {

    @Override
    public String series() {
        return Integer.toString(priority);
    }
}
