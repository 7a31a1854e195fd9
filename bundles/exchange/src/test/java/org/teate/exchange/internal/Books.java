// SPDX-FileCopyrightText: Teate contributors
// SPDX-License-Identifier: Apache-2.0
package org.teate.exchange.internal;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.teate.ports.Message;
import org.teate.ports.Teller;

/** A welfare system that acts once on each key and keeps books, with the connector through which it is told. */
final class Books implements Teller {

    /** The keys acted on, in order, by subject. */
    private final Map<String, List<String>> entries = new LinkedHashMap<>();

    /** Every key that arrived, in order, also those that had arrived before. */
    final List<String> arrivals = new ArrayList<>();

    /** Called before a message is taken; may throw, or hang. */
    Consumer<Message> before = message -> {};

    /** Called after a message was taken, before the teller returns. */
    Consumer<Message> after = message -> {};

    @Override
    public String system() {
        return "welfare";
    }

    @Override
    public void tell(Message message) {
        before.accept(message);
        enter(message);
        after.accept(message);
    }

    synchronized void enter(Message message) {
        arrivals.add(message.key());
        List<String> ofSubject = entries.computeIfAbsent(message.subject(), subject -> new ArrayList<>());
        if (!ofSubject.contains(message.key())) {
            ofSubject.add(message.key());
        }
    }

    /** What was acted on for a subject, in order. */
    synchronized List<String> of(String subject) {
        return List.copyOf(entries.getOrDefault(subject, List.of()));
    }
}
