// SPDX-FileCopyrightText: Teate contributors
// SPDX-License-Identifier: Apache-2.0
package org.teate.addressing.internal;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.teate.access.AuditTrail;
import org.teate.access.Guard;
import org.teate.access.Permission;
import org.teate.access.Worklist;
import org.teate.exchange.Taken;
import org.teate.kernel.AddresseeNumber;
import org.teate.ports.FeedRecord;

/**
 * What every import of this bundle does alike: ask the guard, read the people named, take record by record, write.
 *
 * <p>Thread-safe.
 */
@Component(service = ImportDesk.class)
public final class ImportDesk {

    private final Transactions transactions;
    private final Guard guard;
    private final AuditTrail trail;
    private final Worklist worklist;
    private final Clock clock;

    @Activate
    public ImportDesk(
            @Reference Transactions transactions,
            @Reference Guard guard,
            @Reference AuditTrail trail,
            @Reference Worklist worklist,
            @Reference Clock clock) {
        this.transactions = transactions;
        this.guard = guard;
        this.trail = trail;
        this.worklist = worklist;
        this.clock = clock;
    }

    /** How one kind of file takes a record. */
    @FunctionalInterface
    interface Step {

        /** Changes what {@code chunk} holds, or says why not; a record once refused by {@code fields} is. */
        Taken take(Fields fields, Chunk chunk) throws SQLException;
    }

    /** Takes the records in their order, each as {@code step} says. */
    List<Taken> take(List<FeedRecord> records, Step step) {
        guard.require(Permission.EXCHANGE_IMPORT);
        return transactions.required(database -> take(database, records, step));
    }

    private List<Taken> take(Connection database, List<FeedRecord> records, Step step) throws SQLException {
        Chunk chunk = new Chunk(database, numbersIn(records), clock.instant());
        List<Taken> answers = new ArrayList<>(records.size());
        for (FeedRecord record : records) {
            Fields fields = new Fields(record);
            Taken answer = step.take(fields, chunk);
            Optional<Taken.Refused> refused = fields.refused();
            answers.add(refused.isPresent() ? refused.get() : answer);
        }
        chunk.save();
        worklist.add(chunk.items());
        trail.changed(chunk.deeds());
        return answers;
    }

    /** The people whom records name. */
    static Set<String> numbersIn(List<FeedRecord> records) {
        Set<String> numbers = new HashSet<>();
        for (FeedRecord record : records) {
            if (record.has("addresseeNumber") && AddresseeNumber.isValid(record.get("addresseeNumber"))) {
                numbers.add(record.get("addresseeNumber"));
            }
        }
        return numbers;
    }
}
