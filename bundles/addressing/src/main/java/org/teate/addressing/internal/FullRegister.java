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

/** Takes the full file of the resident register, IF-11 (全件). */
@Component
public final class FullRegister implements FeedHandler {

    private final ImportDesk desk;

    @Activate
    public FullRegister(@Reference ImportDesk desk) {
        this.desk = desk;
    }

    @Override
    public String interfaceId() {
        return "IF-11";
    }

    @Override
    public int stage() {
        return Stage.PERSONS;
    }

    @Override
    public List<Taken> take(List<FeedRecord> records) {
        return desk.take(records, new RegisterStep("IF-11"));
    }
}
