// SPDX-FileCopyrightText: Teate contributors
// SPDX-License-Identifier: Apache-2.0
package org.teate.connectors.welfare.next;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.ConfigurationPolicy;
import org.osgi.service.component.annotations.Reference;
import org.teate.ports.Connector;
import org.teate.ports.Plug;
import org.teate.ports.Reachable;
import org.teate.ports.migration.RowDigest;
import org.teate.ports.migration.SetPart;
import org.teate.ports.migration.SetReceipt;
import org.teate.ports.migration.SetReceiver;
import org.teate.ports.welfare.Fact;

/** Hands migration sets to the next welfare system by files, and asks by REST what lies there. */
@Component(
        service = Connector.class,
        configurationPid = NextSystem.PID,
        configurationPolicy = ConfigurationPolicy.REQUIRE)
@Plug(SetReceiver.class)
public final class FileSets implements SetReceiver, Reachable {

    /** The interface by which the place for a migration is opened. */
    private static final String OPENING = "M00";

    private static final Pattern SHA256 = Pattern.compile("[0-9a-f]{64}");

    private final NextSystem system;

    @Activate
    public FileSets(@Reference NextSystem system) {
        this.system = system;
    }

    @Override
    public String system() {
        return Fact.SYSTEM;
    }

    @Override
    public void open(String migration, boolean rehearsal) {
        Table opening =
                new Table(List.of("migration", "rehearsal"), List.of(List.of(migration, rehearsal ? "1" : "0")));
        ObjectNode about = Json.object().put("migration", migration);
        about.putObject("controlTotals");
        system.files()
                .deliver(new Delivery(OPENING, "csv", false, opening.csv(), 1, about), system.aTransfer())
                .taken();
    }

    @Override
    public SetReceipt put(SetPart part) {
        byte[] csv = new Table(part.items(), part.rows()).csv();
        Delivery delivery = part.confidential()
                ? delivery(part, "zip", Container.pack(part.set() + ".csv", csv, system.containerPassphrase()))
                : delivery(part, "csv", csv);
        Receipt receipt = system.files().deliver(delivery, system.aTransfer()).taken();
        return new SetReceipt(
                receipt.received(),
                receipt.applied(),
                receipt.unchanged(),
                receipt.totals(),
                receipt.faults().stream()
                        .map(fault ->
                                new SetReceipt.RefusedRow(fault.row(), fault.item(), fault.code(), fault.message()))
                        .toList());
    }

    @Override
    public List<RowDigest> digests(String migration, String set, Optional<String> after, int limit) {
        Map<String, String> query = new LinkedHashMap<>(Map.of("migration", migration, "set", set));
        after.ifPresent(key -> query.put("after", key));
        List<RowDigest> digests = system.look("digests", query, limit, system.aTransfer()).stream()
                .map(FileSets::digest)
                .toList();
        if (after.isPresent()
                && !digests.isEmpty()
                && CodePoints.ORDER.compare(digests.get(0).key(), after.get()) <= 0) {
            throw Item.notAsAgreed("前のページの行");
        }
        return Order.check(digests, RowDigest::key, CodePoints.ORDER);
    }

    @Override
    public void reach() {
        system.reach();
    }

    private static Delivery delivery(SetPart part, String ending, byte[] data) {
        ObjectNode about = Json.object()
                .put("migration", part.migration())
                .put("set", part.set())
                .put("part", part.number())
                .put("last", part.last());
        part.keys().forEach(about.putArray("keyItems")::add);
        part.totals().forEach(about.putObject("controlTotals")::put);
        return new Delivery(part.set(), ending, true, data, part.rows().size(), about);
    }

    private static RowDigest digest(Item item) {
        if (!SHA256.matcher(item.text("sha256")).matches()) {
            throw Item.notAsAgreed("sha256");
        }
        return new RowDigest(item.text("key"), item.text("sha256"));
    }
}
