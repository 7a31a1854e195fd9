// SPDX-FileCopyrightText: Teate contributors
// SPDX-License-Identifier: Apache-2.0
package org.teate.connectors.welfare.next;

import com.fasterxml.jackson.databind.node.ObjectNode;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.ConfigurationPolicy;
import org.osgi.service.component.annotations.Reference;
import org.teate.ports.Connector;
import org.teate.ports.Message;
import org.teate.ports.Plug;
import org.teate.ports.Reachable;
import org.teate.ports.Teller;
import org.teate.ports.welfare.Fact;

/** Tells the next welfare system by files: REST is for questions alone. One message is one file. */
@Component(
        service = Connector.class,
        configurationPid = NextSystem.PID,
        configurationPolicy = ConfigurationPolicy.REQUIRE)
@Plug(Teller.class)
public final class FileTeller implements Teller, Reachable {

    private final NextSystem system;

    @Activate
    public FileTeller(@Reference NextSystem system) {
        this.system = system;
    }

    @Override
    public String system() {
        return Fact.SYSTEM;
    }

    @Override
    public void tell(Message message) {
        Facts facts = Facts.of(message);
        ObjectNode about = Json.object()
                .put("messageKey", message.key())
                .put("kind", message.kind())
                .put("subject", message.subject());
        about.putObject("controlTotals");
        system.files()
                .deliver(
                        new Delivery(
                                facts.link(),
                                "csv",
                                false,
                                facts.table().csv(),
                                facts.table().rows().size(),
                                about),
                        system.aCall())
                .taken();
    }

    @Override
    public void reach() {
        system.reach();
    }
}
