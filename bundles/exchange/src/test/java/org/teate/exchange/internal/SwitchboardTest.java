// SPDX-FileCopyrightText: Teate contributors
// SPDX-License-Identifier: Apache-2.0
package org.teate.exchange.internal;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.junit.After;
import org.junit.Test;
import org.teate.ports.Connector;
import org.teate.ports.Feed;
import org.teate.ports.OutOfService;
import org.teate.ports.Teller;
import org.teate.ports.migration.RowDigest;
import org.teate.ports.migration.SetPart;
import org.teate.ports.migration.SetReceipt;
import org.teate.ports.migration.SetReceiver;

public class SwitchboardTest {

    private volatile String chosen = "";
    private final Switchboard switchboard = new Switchboard(name -> name.value().equals(chosen), Clock.systemUTC());
    private final Sender low = new Sender();
    private final Sender high = new Sender();

    @After
    public void close() {
        switchboard.close();
    }

    @Test
    public void feedsAreAskedInTheOrderOfTheirRanking() {
        switchboard.plug(new Reference(0, 1, Feed.class), low);
        switchboard.plug(new Reference(5, 2, Feed.class), high);

        assertEquals(2, switchboard.feeds().size());
        assertEquals(high, switchboard.feeds().get(0).connector());
    }

    @Test
    public void anUnpluggedFeedIsNoLongerAskedByThoseWhoStillHoldIt() {
        Reference reference = new Reference(0, 1, Feed.class);
        switchboard.plug(reference, low);
        Socket<Feed> held = switchboard.feeds().get(0);

        switchboard.unplug(reference);

        assertTrue(switchboard.feeds().isEmpty());
        assertThrows(OutOfService.class, () -> held.call(Feed::offers));
    }

    private static Reference welfare(int ranking, long id, Class<?> port, String generation) {
        return new Reference(ranking, id, port, "org.teate.connectors.welfare." + generation);
    }

    @Test
    public void theChosenConnectorIsInUseThoughAnotherIsRankedHigher() {
        switchboard.plug(welfare(5, 1, Feed.class, "current"), high);
        switchboard.plug(welfare(0, 2, Feed.class, "next"), low);

        assertEquals("welfare-current", switchboard.inUse("welfare").get().value());

        chosen = "welfare-next";

        assertEquals("welfare-next", switchboard.inUse("welfare").get().value());
        assertEquals(low, switchboard.feeds().get(0).connector());

        switchboard.unplug(welfare(0, 2, Feed.class, "next"));

        assertEquals("welfare-current", switchboard.inUse("welfare").get().value());
        assertEquals(high, switchboard.feeds().get(0).connector());
    }

    @Test
    public void allPortsOfASystemGoToOneConnector() {
        SetReceiver receiver = new Receiver();
        switchboard.plug(welfare(5, 1, Feed.class, "current"), high);
        switchboard.plug(welfare(0, 2, Feed.class, "next"), low);
        switchboard.plug(welfare(9, 3, SetReceiver.class, "next"), receiver);

        assertEquals(
                "the highest-ranked of all ports rules",
                "welfare-next",
                switchboard.inUse("welfare").get().value());
        assertEquals(low, switchboard.feeds().get(0).connector());
    }

    /** The next system as a receiver that is never called here. */
    private static final class Receiver implements SetReceiver {

        @Override
        public String system() {
            return "welfare";
        }

        @Override
        public void open(String migration, boolean rehearsal) {
            throw new UnsupportedOperationException();
        }

        @Override
        public SetReceipt put(SetPart part) {
            throw new UnsupportedOperationException();
        }

        @Override
        public List<RowDigest> digests(String migration, String set, Optional<String> after, int limit) {
            throw new UnsupportedOperationException();
        }
    }

    @Test
    public void aReceiverIsFoundByItsConnectorsName() {
        switchboard.plug(welfare(5, 1, Feed.class, "current"), high);
        SetReceiver receiver = new Receiver();
        switchboard.plug(welfare(0, 3, SetReceiver.class, "next"), receiver);

        assertEquals(receiver, switchboard.receiver("welfare-next").get().connector());
        assertTrue(switchboard.receiver("welfare-current").isEmpty());
    }

    @Test
    public void whatHasNoPortOrIsNotOfItsPortIsLeftOut() {
        switchboard.plug(new Reference(0, 1, Connector.class), low);
        switchboard.plug(new Reference(0, 2, Teller.class), low);

        assertTrue(switchboard.feeds().isEmpty());
        assertTrue(switchboard.tellers().isEmpty());

        switchboard.unplug(new Reference(0, 1, Connector.class));
        switchboard.unplug(new Reference(0, 2, Teller.class));
    }
}
