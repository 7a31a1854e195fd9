// SPDX-FileCopyrightText: Teate contributors
// SPDX-License-Identifier: Apache-2.0
package org.teate.exchange.internal;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.teate.access.Guard;
import org.teate.exchange.Migration;
import org.teate.exchange.Migration.State;

/** The migrations as they stand, and how they begin; each method works in the connection's transaction. Thread-safe. */
@Component(service = MigrationRegister.class)
public final class MigrationRegister {

    private final MigrationTable table = new MigrationTable();
    private final MigrationSetTable setTable = new MigrationSetTable();
    private final MigrationRuns runs;
    private final MigrationSets sets;
    private final JdbcOutbox outbox;
    private final Guard guard;
    private final Clock clock;

    @Activate
    public MigrationRegister(
            @Reference MigrationRuns runs,
            @Reference MigrationSets sets,
            @Reference JdbcOutbox outbox,
            @Reference Guard guard,
            @Reference Clock clock) {
        this.runs = runs;
        this.sets = sets;
        this.outbox = outbox;
        this.guard = guard;
        this.clock = clock;
    }

    /** The number of the day's next migration. */
    String nextNumber(Connection database) throws SQLException {
        String day = LocalDate.now(clock).format(DateTimeFormatter.BASIC_ISO_DATE);
        long today = table.all(database).stream()
                .filter(stored -> stored.number().startsWith(day))
                .count();
        return String.format("%s-%02d", day, today + 1);
    }

    /** Enters a rehearsal that begins now. */
    void enterRehearsal(Connection database, String number, String connector, String system) throws SQLException {
        enter(database, number, connector, system, Migration.Kind.REHEARSAL, State.RUNNING, OptionalLong.empty());
    }

    /** Enters a cut-over that waits for approval. */
    void enterCutOver(Connection database, String number, String connector, String system, long draft)
            throws SQLException {
        enter(database, number, connector, system, Migration.Kind.CUT_OVER, State.DRAFTED, OptionalLong.of(draft));
    }

    private void enter(
            Connection database,
            String number,
            String connector,
            String system,
            Migration.Kind kind,
            State state,
            OptionalLong draft)
            throws SQLException {
        Migration migration = new Migration(
                number,
                connector,
                kind,
                state,
                LocalDate.now(clock),
                outbox.greatestNumber(system),
                guard.actor().login(),
                clock.instant(),
                Optional.empty(),
                "",
                List.of());
        table.insert(database, new MigrationTable.Stored(migration, system, draft, Optional.empty()));
        setTable.insert(database, number, sets.ids());
    }

    /** Begins an approved cut-over, with the mark that is committed before its first row is read. */
    void begin(Connection database, MigrationTable.Stored approved) throws SQLException {
        long mark = outbox.greatestNumber(approved.system());
        outbox.markHandedOver(approved.system(), approved.migration().connector(), mark);
        table.begin(database, approved.number(), LocalDate.now(clock), mark, clock.instant());
    }

    void move(Connection database, String number, State state, String reason) throws SQLException {
        table.move(database, number, state, reason);
    }

    /** All migrations, newest first. */
    List<Migration> all(Connection database) throws SQLException {
        return table.all(database).stream().map(this::asItStands).toList();
    }

    Optional<Migration> find(Connection database, String number) throws SQLException {
        return table.find(database, number).map(this::asItStands);
    }

    /** The last cut-over to a connector, unless it was accepted; one that was sent back never was one. */
    Optional<Migration> unfinishedCutOver(Connection database, String connector) throws SQLException {
        return table.all(database).stream()
                .filter(stored -> stored.migration().kind() == Migration.Kind.CUT_OVER)
                .filter(stored -> stored.migration().connector().equals(connector))
                .filter(stored -> stored.migration().state() != State.SENT_BACK)
                .findFirst()
                .filter(stored -> stored.migration().state() != State.ACCEPTED)
                .map(this::asItStands);
    }

    MigrationTable.Stored stored(Connection database, String number) throws SQLException {
        return table.find(database, number).orElseThrow();
    }

    /** What this server is not at was cut off; what is over and it is at is being compared. */
    private Migration asItStands(MigrationTable.Stored stored) {
        Migration migration = stored.migration();
        boolean here = runs.isAt(migration.number());
        return switch (migration.state()) {
            case RUNNING -> here ? migration : migration.in(State.INTERRUPTED);
            case ACCEPTED, DIFFERENT -> here ? migration.in(State.RECONCILING) : migration;
            default -> migration;
        };
    }
}
