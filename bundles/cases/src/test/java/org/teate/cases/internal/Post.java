// SPDX-FileCopyrightText: Teate contributors
// SPDX-License-Identifier: Apache-2.0
package org.teate.cases.internal;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.teate.exchange.Outbox;
import org.teate.ports.Message;

/** What is to be told, in memory. */
final class Post implements Outbox {

    final List<Message> messages = new ArrayList<>();

    /** Whether nothing more is taken, so that every transaction with a message fails. */
    boolean isFull;

    @Override
    public void put(Message message) {
        if (isFull) {
            throw new IllegalStateException("The outbox takes nothing more");
        }
        messages.add(message);
    }

    @Override
    public void put(List<Message> many) {
        many.forEach(this::put);
    }

    @Override
    public Map<String, Long> waiting() {
        return Map.of("welfare", (long) messages.size());
    }

    @Override
    public boolean wasUntold(String key, Instant at) {
        return messages.stream().anyMatch(message -> message.key().equals(key));
    }
}
