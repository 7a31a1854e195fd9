// SPDX-FileCopyrightText: Teate contributors
// SPDX-License-Identifier: Apache-2.0
package org.teate.exchange.internal;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import org.junit.After;
import org.junit.Test;
import org.teate.ports.Connector;
import org.teate.ports.Feed;
import org.teate.ports.OutOfService;
import org.teate.ports.Teller;

public class SwitchboardTest {

    private final Switchboard switchboard = new Switchboard();
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
