// SPDX-FileCopyrightText: Teate contributors
// SPDX-License-Identifier: Apache-2.0
package org.teate.exchange.internal;

import java.util.Optional;
import org.teate.exchange.FeedHandler;
import org.teate.ports.Feed;
import org.teate.ports.Offer;

/**
 * A file that lies ready.
 *
 * @param feed the feed that offers it
 * @param handler whose records they are, empty if no bundle takes them now
 */
record Arrival(Socket<Feed> feed, Offer offer, Optional<FeedHandler> handler) {}
