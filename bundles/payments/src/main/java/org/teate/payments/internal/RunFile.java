// SPDX-FileCopyrightText: Teate contributors
// SPDX-License-Identifier: Apache-2.0
package org.teate.payments.internal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.teate.payments.RunState;
import org.teate.ports.bank.BankTransfers;
import org.teate.ports.bank.Encoded;
import org.teate.ports.bank.Finding;
import org.teate.ports.bank.Transfer;
import org.teate.ports.bank.TransferOrder;

/**
 * Makes the transfer file of a run: what may have changed since the calculation is looked at again, the connector checks and
 * encodes, this bundle keeps. Thread-safe.
 */
@Component(service = RunFile.class)
public final class RunFile {

    private static final int HASH_IN_KEY = 12;

    private final Database database;
    private final BankMaster master;
    private final AccountCipher cipher;
    private final BankTransfers bank;
    private final TransferFileStore store;
    private final Clock clock;

    @Activate
    public RunFile(
            @Reference Database database,
            @Reference BankMaster master,
            @Reference AccountCipher cipher,
            @Reference BankTransfers bank,
            @Reference TransferFileStore store,
            @Reference Clock clock) {
        this.database = database;
        this.master = master;
        this.cipher = cipher;
        this.bank = bank;
        this.store = store;
        this.clock = clock;
    }

    /**
     * Checks, encodes and stores, outside any transaction of its own; nothing is entered yet.
     *
     * @param login who has it made
     * @throws org.teate.ports.OutOfService if no bank connector is plugged in
     */
    Made make(RunTable.Row run, String login) {
        BankMaster.Snapshot banks = master.snapshot();
        TransferFileTable.Transfers transfers =
                database.tx(connection -> TransferFileTable.transfers(connection, run, banks, cipher));
        TransferOrder order = order(run, transfers.transfers());
        Encoded encoded = bank.encode(order);
        if (encoded.file().isEmpty() || !transfers.findings().isEmpty()) {
            return new Objected(Stream.concat(transfers.findings().stream(), encoded.blocking().stream())
                    .sorted(Comparator.comparingLong(Finding::serial))
                    .toList());
        }
        return stored(run, order, encoded.file().get(), encoded.findings(), login);
    }

    private Stored stored(RunTable.Row run, TransferOrder order, byte[] bytes, List<Finding> warnings, String login) {
        String sha256 = TransferFileStore.sha256(bytes);
        String key = run.payday().format(DateTimeFormatter.BASIC_ISO_DATE) + "-" + order.batch() + "-"
                + sha256.substring(0, HASH_IN_KEY);
        try {
            store.write(key, bytes);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot store the transfer file " + key, e);
        }
        TransferFileTable.Row file = new TransferFileTable.Row(
                run.number(),
                key,
                Math.toIntExact(order.batch()),
                sha256,
                order.count(),
                order.total().amount(),
                warnings.size(),
                login,
                clock.instant(),
                run.payday(),
                RunState.FILE_MADE);
        return new Stored(file, warnings);
    }

    /** Enters what {@link #make} has stored in the place of the run's earlier file, whose bytes go with the commit. */
    void enter(Connection connection, Stored made) throws SQLException {
        TransferFileTable.Row file = made.file();
        Optional<TransferFileTable.Row> earlier = TransferFileTable.ofRun(connection, file.run());
        TransferFileTable.replace(connection, file);
        FindingTable.replace(connection, file.run(), made.warnings());
        earlier.map(TransferFileTable.Row::key)
                .filter(key -> !key.equals(file.key()))
                .ifPresent(key -> database.afterCommit(() -> store.delete(key)));
    }

    /** Throws away what {@link #make} has stored, if it is not the file that is entered. */
    void discard(Connection connection, Stored made) throws SQLException {
        String key = made.file().key();
        if (TransferFileTable.find(connection, key).isEmpty()) {
            store.delete(key);
        }
    }

    /** The bytes of a file that was made. */
    byte[] bytes(TransferFileTable.Row file) {
        try {
            return store.read(file.key(), file.sha256());
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read the transfer file " + file.key(), e);
        }
    }

    /** Count and total are those that the run's approver saw, not those of the rows, so that the check can compare. */
    private TransferOrder order(RunTable.Row run, List<Transfer> transfers) {
        int year = run.payday().getYear();
        return new TransferOrder(
                database.tx(connection -> TransferFileTable.batch(connection, run.number(), year)),
                run.payday(),
                transfers,
                Math.toIntExact(run.sums().recipients()),
                run.sums().amount());
    }

    /** What came of it. */
    sealed interface Made {}

    /**
     * The file lies in the store.
     *
     * @param warnings what the checks before sending remarked
     */
    record Stored(TransferFileTable.Row file, List<Finding> warnings) implements Made {}

    /** The checks before sending object. */
    record Objected(List<Finding> findings) implements Made {}
}
