// SPDX-FileCopyrightText: Teate contributors
// SPDX-License-Identifier: Apache-2.0
package org.teate.exchange.internal;

import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.teate.access.AuditTrail;
import org.teate.access.Deed;
import org.teate.access.WorkItem;
import org.teate.access.Worklist;
import org.teate.exchange.FeedHandler;
import org.teate.exchange.ImportError;
import org.teate.exchange.ImportedFile;
import org.teate.exchange.ImportedFile.Counts;
import org.teate.exchange.ImportedFile.State;
import org.teate.exchange.ItemLabel;
import org.teate.exchange.internal.Contracts.Contract;
import org.teate.ports.Offer;
import org.teate.ports.OutOfService;

/** Takes in one file: looks at its manifest and its place in the sequence, checks it as a whole, then takes it. */
final class FileImport {

    private static final Logger LOG = LoggerFactory.getLogger(FileImport.class);
    private static final ImportError NO_CONTRACT = new ImportError(0, "", "E110", "受け取る取決めのないインターフェースです。");
    /** A file with one of these is more than its contract allows. */
    private static final Set<String> BEYOND_CONTRACT = Set.of("E110", "E111", "E112");

    private static final String IMPORT = "exchange.import";
    private static final String REFUSE = "exchange.refuse";

    private final Transactions transactions;
    private final Worklist worklist;
    private final AuditTrail audit;
    private final Clock clock;
    private final ImportSettings settings;
    private final FileRegister register;
    private final FileErrors fileErrors;
    private final ChunkImport chunks;
    private final Contracts contracts;
    private final UnannouncedFiles unannounced = new UnannouncedFiles();
    private final FileCheck check = new FileCheck();

    FileImport(
            Transactions transactions,
            FileRegister register,
            FileErrors fileErrors,
            Worklist worklist,
            AuditTrail audit,
            Clock clock,
            ImportSettings settings,
            Contracts contracts) {
        this.transactions = transactions;
        this.register = register;
        this.fileErrors = fileErrors;
        this.worklist = worklist;
        this.audit = audit;
        this.clock = clock;
        this.settings = settings;
        this.contracts = contracts;
        this.chunks = new ChunkImport(transactions, register, fileErrors, worklist, settings.chunk());
    }

    /**
     * Takes in the file as far as it goes.
     *
     * @param startedBy the login of who started the run
     */
    ImportedFile take(Arrival arrival, String startedBy) {
        Offer offer = arrival.offer();
        if (offer.manifest().isEmpty()) {
            return await(offer);
        }
        transactions.required(db -> unannounced.forget(db, offer.name()));
        Optional<Contract> contract = contracts.of(offer.interfaceId());
        if (contract.isEmpty()) {
            return reject(arrival, FileRow.of(offer), List.of(NO_CONTRACT), startedBy);
        }
        Manifest.Reading reading = Manifest.read(offer.manifest());
        if (reading instanceof Manifest.Unreadable unreadable) {
            return reject(arrival, FileRow.of(offer), unreadable.errors(), startedBy);
        }
        Manifest manifest = ((Manifest.Read) reading).manifest();
        FileRow file = FileRow.of(offer, manifest);
        List<ImportError> faults = new ArrayList<>(
                contract.get().against(manifest.sender()).stream().toList());
        faults.addAll(manifest.faults(offer, settings.receiver(), settings.municipality()));
        return faults.isEmpty()
                ? takeAnnounced(arrival, contract.get(), manifest, file, startedBy)
                : reject(arrival, file, faults, startedBy);
    }

    /** A file without manifest is not touched; if it stays so, a clerk asks its sender. */
    private ImportedFile await(Offer offer) {
        FileRow file = FileRow.unannounced(offer);
        return transactions
                .required(db -> {
                    Instant now = clock.instant();
                    Instant since = unannounced.since(db, offer.name(), now);
                    if (!now.isBefore(since.plus(settings.manifestPatience()))) {
                        worklist.add(List.of(item(file, "MANIFEST", "マニフェストが届いていません。送信元に確認してください。")));
                    }
                    return file;
                })
                .view();
    }

    private ImportedFile takeAnnounced(
            Arrival arrival, Contract contract, Manifest manifest, FileRow file, String startedBy) {
        Optional<FileRow> accepted = transactions.required(db -> register.accepted(db, file));
        if (accepted.isPresent() && accepted.get().sha256().equals(file.sha256())) {
            acknowledge(arrival, accepted.get());
            return accepted.get().view();
        }
        Optional<FileRow> begun = transactions
                .required(db -> register.unaccepted(db, file))
                .filter(row -> row.standing().taken() > 0);
        boolean otherContent = begun.isPresent() && !begun.get().sha256().equals(file.sha256());
        if (accepted.isPresent() || otherContent) {
            return reject(
                    arrival,
                    file,
                    List.of(new ImportError(0, "sequenceNo", "E106", "同じ通番で内容の異なるファイルを既に受け付けています。")),
                    startedBy);
        }
        FileRow continued = begun.map(row -> file.numbered(row.number()).with(row.standing()))
                .orElse(file);
        long last = transactions.required(db -> register.lastAccepted(db, file));
        if (last != manifest.previous()) {
            return hold(continued, manifest, last, startedBy);
        }
        if (arrival.handler().isEmpty()) {
            return enter(continued, State.WAITING, "このファイルを取り込む業務が起動していません。", startedBy)
                    .view();
        }
        return takeNext(arrival, contract, manifest, continued, startedBy);
    }

    private ImportedFile hold(FileRow file, Manifest manifest, long last, String startedBy) {
        if (transactions.required(db -> register.isUnderWay(db, file, manifest.previous()))) {
            return enter(file, State.WAITING, "通番" + manifest.previous() + "の取込が終わるのを待っています。", startedBy)
                    .view();
        }
        String reason = "通番" + (last + 1) + "のファイルが取り込まれていないため、保留しています。";
        return transactions
                .required(db -> {
                    worklist.add(List.of(item(file, "GAP", reason)));
                    return enter(db, file.with(file.standing().in(State.GAP, reason)), startedBy);
                })
                .view();
    }

    private ImportedFile takeNext(
            Arrival arrival, Contract contract, Manifest manifest, FileRow file, String startedBy) {
        FeedHandler handler = arrival.handler().orElseThrow();
        FileRow running = enter(file, State.RUNNING, "", startedBy);
        try {
            ChunkSeals checked = chunks.seals(running);
            FileCheck.Outcome outcome = check.check(arrival.feed(), arrival.offer(), manifest, contract, checked);
            if (!outcome.errors().isEmpty()) {
                return reject(arrival, running, outcome.errors(), startedBy);
            }
            FileRow taken = chunks.take(arrival, handler, running, checked);
            FileRow settled = settle(taken.with(taken.standing().totalled(outcome.totals())), handler, startedBy);
            acknowledge(arrival, settled);
            return settled.view();
        } catch (OutOfService e) {
            LOG.warn("{} was broken off and goes on with the next run: {}", file.name(), e.getMessage());
            return stop(running, "連携先との接続が外れました。次の取込で続きから取り込みます。");
        } catch (IOException | RuntimeException e) {
            // whatever it was, the other files must not suffer; the chunk has been rolled back
            LOG.error("{} was broken off and goes on with the next run", file.name(), e);
            return stop(running, "取込中に障害が起きました。原因を除いたあと、次の取込で続きから取り込みます。");
        }
    }

    private FileRow settle(FileRow file, FeedHandler handler, String startedBy) {
        Counts counts = file.standing().counts();
        State state = counts.refused() == 0 ? State.ACCEPTED : State.PARTIAL;
        FileRow settled = file.with(file.standing().finished(state, "", clock.instant()));
        return transactions.required(db -> {
            handler.finish();
            register.update(db, settled);
            if (counts.refused() > 0) {
                audit.changed(deed(REFUSE, settled, startedBy, "記録 " + fileErrors.counts(db, settled.number())));
            }
            audit.changed(deed(
                    IMPORT,
                    settled,
                    startedBy,
                    "適用" + counts.applied() + "件、変更なし" + counts.unchanged() + "件、旧版" + counts.stale() + "件、エラー"
                            + counts.refused() + "件"));
            return settled;
        });
    }

    private ImportedFile reject(Arrival arrival, FileRow file, List<ImportError> errors, String startedBy) {
        ImportError first = errors.get(0);
        String place = (first.line() == 0 ? "" : first.line() + "行目: ")
                + (first.item().isEmpty() ? "" : ItemLabel.of(file.interfaceId(), first.item()) + ": ");
        // an item's name comes from the sender and may be of any length
        String reason = (place.length() <= 200 ? place : "") + first.message() + "(" + first.code() + ")"
                + (errors.size() == 1 ? "" : " ほか" + (errors.size() - 1) + "件");
        FileRow rejected = transactions.required(db -> {
            FileRow row =
                    enter(db, file.with(file.standing().finished(State.REJECTED, reason, clock.instant())), startedBy);
            fileErrors.replace(db, row.number(), errors);
            worklist.add(List.of(item(row, row.number() + ":" + first.code(), reason)));
            String action = BEYOND_CONTRACT.contains(first.code()) ? REFUSE : IMPORT;
            audit.changed(deed(action, row, startedBy, "受付不可 " + first.code()));
            return row;
        });
        LOG.warn("{} is rejected: {} ({} errors)", file.name(), first.code(), errors.size());
        acknowledge(arrival, rejected);
        return rejected.view();
    }

    private ImportedFile stop(FileRow file, String reason) {
        return transactions
                .required(db -> {
                    // how far it has got stands in the register only: what we know may have been rolled back
                    FileRow reached = register.unaccepted(db, file).orElse(file);
                    FileRow stopped = reached.with(reached.standing().in(State.STOPPED, reason));
                    register.update(db, stopped);
                    return stopped;
                })
                .view();
    }

    /** Answers the sender; if that fails, the file is offered again and answered again. */
    private void acknowledge(Arrival arrival, FileRow file) {
        List<ImportError> errors =
                transactions.required(db -> fileErrors.ofFile(db, file.number(), Acknowledgement.MOST_ERRORS));
        String json = Acknowledgement.of(file, errors);
        try {
            arrival.feed().call(connector -> {
                connector.acknowledge(arrival.offer(), json);
                return json;
            });
        } catch (IOException | OutOfService e) {
            LOG.warn("{} could not be acknowledged; the next run tries again", file.name(), e);
        }
    }

    private FileRow enter(FileRow file, State state, String reason, String startedBy) {
        return transactions.required(db -> enter(db, file.with(file.standing().in(state, reason)), startedBy));
    }

    /** A file that was held or rejected before keeps its row. */
    private FileRow enter(Connection database, FileRow file, String startedBy) throws SQLException {
        FileRow known = file.number() != 0
                ? file
                : register.unaccepted(database, file)
                        .filter(row -> row.standing().taken() == 0)
                        .map(row -> file.numbered(row.number()))
                        .orElse(file);
        if (known.standing().taken() == 0 && known.number() != 0) {
            fileErrors.replace(database, known.number(), List.of());
        }
        return register.enter(database, known, startedBy, clock.instant());
    }

    private static WorkItem item(FileRow file, String what, String reason) {
        return new WorkItem(
                file.name() + ":" + what, "import." + file.interfaceId(), Optional.empty(), file.name() + " " + reason);
    }

    private static Deed deed(String action, FileRow file, String startedBy, String outcome) {
        return Deed.of(action, file.name(), outcome + "(実行者 " + startedBy + ")");
    }
}
