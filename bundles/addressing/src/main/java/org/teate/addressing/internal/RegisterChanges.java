// SPDX-FileCopyrightText: Teate contributors
// SPDX-License-Identifier: Apache-2.0
package org.teate.addressing.internal;

import java.util.List;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.teate.exchange.FeedHandler;
import org.teate.exchange.Taken;
import org.teate.ports.FeedRecord;

/** Takes the daily changes of the resident register, IF-10 (住登者異動). */
@Component
public final class RegisterChanges implements FeedHandler {

    private final ImportDesk desk;

    @Activate
    public RegisterChanges(@Reference ImportDesk desk) {
        this.desk = desk;
    }

    @Override
    public String interfaceId() {
        return "IF-10";
    }

    @Override
    public int stage() {
        return Stage.CHANGES;
    }

    @Override
    public List<Taken> take(List<FeedRecord> records) {
        return desk.take(records, new RegisterStep("IF-10", (number, items) -> {}));
    }
}
