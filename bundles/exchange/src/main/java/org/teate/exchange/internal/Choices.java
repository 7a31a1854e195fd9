// SPDX-FileCopyrightText: Teate contributors
// SPDX-License-Identifier: Apache-2.0
package org.teate.exchange.internal;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.teate.exchange.Choice;

/** Which connector of each system was chosen: in the database for good, and in memory for every call. Thread-safe. */
@Component(service = Choices.class)
public final class Choices {

    private final Transactions transactions;
    private final ChoiceTable table = new ChoiceTable();
    private final Map<String, Numbered> chosen = new ConcurrentHashMap<>();

    private record Numbered(long number, String connector) {}

    @Activate
    public Choices(@Reference Transactions transactions) {
        this.transactions = transactions;
    }

    @Activate
    void read() {
        transactions.required(table::latest).forEach(this::putInForce);
    }

    boolean isChosen(ConnectorName name) {
        Numbered latest = chosen.get(name.system());
        return latest != null && latest.connector().equals(name.value());
    }

    /** The names of the chosen connectors, by system. */
    Map<String, String> all() {
        return chosen.entrySet().stream()
                .collect(Collectors.toUnmodifiableMap(
                        Map.Entry::getKey, choice -> choice.getValue().connector()));
    }

    /** Chooses in the caller's transaction; in force once it is committed. */
    void choose(Choice choice) {
        long number = transactions.mandatory(database -> table.add(database, choice));
        transactions.afterCommit(() -> putInForce(number, choice));
    }

    /** What was chosen for a system, newest first. */
    List<Choice> of(String system, int limit) {
        return transactions.required(database -> table.ofSystem(database, system, limit));
    }

    /** The later one stays, in whichever order two transactions report that they have been committed. */
    private void putInForce(long number, Choice choice) {
        chosen.merge(
                choice.system(),
                new Numbered(number, choice.connector()),
                (known, added) -> added.number() > known.number() ? added : known);
    }
}
