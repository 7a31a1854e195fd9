// SPDX-FileCopyrightText: Teate contributors
// SPDX-License-Identifier: Apache-2.0
package org.teate.addressing.internal;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.teate.exchange.FeedHandler;
import org.teate.exchange.Taken;
import org.teate.ports.FeedRecord;

/** Takes the full file of the resident register, IF-11 (全件), and compares it with what is held. */
@Component
public final class FullRegister implements FeedHandler {

    private final ImportDesk desk;
    private final TableRegisterComparison comparison;

    @Activate
    public FullRegister(@Reference ImportDesk desk, @Reference TableRegisterComparison comparison) {
        this.desk = desk;
        this.comparison = comparison;
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
        Map<String, List<String>> named = new TreeMap<>();
        ImportDesk.numbersIn(records).forEach(number -> named.put(number, List.of()));
        List<Taken> answers =
                desk.take(records, new RegisterStep("IF-11", (number, items) -> named.put(number.value(), items)));
        comparison.name(named);
        return answers;
    }

    @Override
    public void finish() {
        comparison.conclude();
    }
}
