// SPDX-FileCopyrightText: Teate contributors
// SPDX-License-Identifier: Apache-2.0
package org.teate.exchange.internal;

import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import org.teate.access.WorkItem;
import org.teate.access.Worklist;
import org.teate.exchange.FeedHandler;
import org.teate.exchange.ImportError;
import org.teate.exchange.ImportedFile.Counts;
import org.teate.exchange.ItemLabel;
import org.teate.exchange.Taken;
import org.teate.kernel.AddresseeNumber;
import org.teate.kernel.LedgerNumber;
import org.teate.ports.Feed;
import org.teate.ports.FeedRecord;
import org.teate.ports.RecordReader;

/**
 * Takes the records of a checked file, chunk by chunk from where it stopped.
 *
 * <p>What the handler writes, how far the file has got, its errors and the items for the worklist are one transaction.
 */
final class ChunkImport {

    private static final String ADDRESSEE = "addresseeNumber";
    private static final String CHILD = "childAddresseeNumber";
    private static final String LEDGER = "ledgerNumber";

    private final Transactions transactions;
    private final FileRegister register;
    private final FileErrors errors;
    private final Worklist worklist;
    private final int size;

    ChunkImport(Transactions transactions, FileRegister register, FileErrors errors, Worklist worklist, int size) {
        this.transactions = transactions;
        this.register = register;
        this.errors = errors;
        this.worklist = worklist;
        this.size = size;
    }

    /** Makes ready for the check of a file of which so many records were taken before. */
    ChunkSeals seals(FileRow file) {
        return new ChunkSeals(file.standing().taken(), size);
    }

    /**
     * @param checked what the check has read
     * @return the file with the counts of all its records
     * @throws IOException if the file cannot be read to its end, or is no longer the one that was checked
     */
    FileRow take(Arrival arrival, FeedHandler handler, FileRow file, ChunkSeals checked) throws IOException {
        Socket<Feed> feed = arrival.feed();
        try (RecordReader records = feed.call(connector -> connector.records(arrival.offer()))) {
            ChunkSeals read = seals(file);
            for (long left = file.standing().taken(); left > 0; ) {
                left -= page(feed, records, Math.min(left, size), read, checked).size();
            }
            FileRow reached = file;
            List<FeedRecord> chunk = page(feed, records, size, read, checked);
            while (!chunk.isEmpty()) {
                reached = takeChunk(handler, reached, chunk);
                chunk = page(feed, records, size, read, checked);
            }
            return reached;
        }
    }

    /** The next records, which are those that were checked; fewer than {@code most} only at the end. */
    private static List<FeedRecord> page(
            Socket<Feed> feed, RecordReader records, long most, ChunkSeals read, ChunkSeals checked)
            throws IOException {
        List<FeedRecord> page = feed.call(connector -> page(records, most));
        page.forEach(read::add);
        boolean ended = page.size() < most;
        if (ended) {
            read.end();
        }
        if (!read.beginLike(checked) || ended && !read.isAsLongAs(checked)) {
            throw new IOException("The file is no longer the one that was checked");
        }
        return page;
    }

    private static List<FeedRecord> page(RecordReader records, long most) throws IOException {
        List<FeedRecord> page = new ArrayList<>((int) most);
        while (page.size() < most) {
            Optional<FeedRecord> next = records.next();
            if (next.isEmpty()) {
                break;
            }
            page.add(next.get());
        }
        return page;
    }

    private FileRow takeChunk(FeedHandler handler, FileRow file, List<FeedRecord> chunk) {
        return transactions.required(database -> {
            List<Taken> answers = answers(handler, chunk);
            FileRow reached =
                    file.with(file.standing().counted(plus(file.standing().counts(), answers)));
            if (!register.advance(database, reached, file.standing().taken())) {
                throw new IllegalStateException("Another server is taking in " + file.name());
            }
            refuse(database, reached, chunk, answers);
            return reached;
        });
    }

    private static List<Taken> answers(FeedHandler handler, List<FeedRecord> chunk) {
        List<FeedRecord> sound = chunk.stream()
                .filter(feedRecord -> feedRecord.damagedItem().isEmpty())
                .toList();
        List<Taken> taken = handler.take(sound);
        if (taken.size() != sound.size()) {
            throw new IllegalStateException("The handler of " + handler.interfaceId() + " answered " + taken.size()
                    + " of " + sound.size() + " records");
        }
        List<FeedRecord> damaged = chunk.stream()
                .filter(feedRecord -> feedRecord.damagedItem().isPresent())
                .toList();
        if (!damaged.isEmpty()) {
            handler.damaged(damaged);
        }
        Iterator<Taken> next = taken.iterator();
        return chunk.stream()
                .map(feedRecord ->
                        feedRecord.damagedItem().map(ChunkImport::damaged).orElseGet(next::next))
                .toList();
    }

    private static Taken damaged(String item) {
        return new Taken.Refused(item, "E201", "文字として読めないバイト列があります。");
    }

    private static Counts plus(Counts counts, List<Taken> answers) {
        long applied = counts.applied();
        long unchanged = counts.unchanged();
        long stale = counts.stale();
        long refused = counts.refused();
        for (Taken answer : answers) {
            if (answer instanceof Taken.Applied) {
                applied++;
            } else if (answer instanceof Taken.Unchanged) {
                unchanged++;
            } else if (answer instanceof Taken.Stale) {
                stale++;
            } else {
                refused++;
            }
        }
        return new Counts(applied, unchanged, stale, refused);
    }

    private void refuse(Connection database, FileRow file, List<FeedRecord> chunk, List<Taken> answers)
            throws SQLException {
        List<ImportError> found = new ArrayList<>();
        List<WorkItem> items = new ArrayList<>();
        for (int i = 0; i < chunk.size(); i++) {
            if (answers.get(i) instanceof Taken.Refused refused) {
                FeedRecord feedRecord = chunk.get(i);
                String message = sentence(file.interfaceId(), refused);
                found.add(new ImportError(feedRecord.line(), refused.item(), refused.code(), message));
                items.add(item(file, feedRecord, message + "(" + refused.code() + ")"));
            }
        }
        if (!found.isEmpty()) {
            errors.add(database, file.number(), found);
            worklist.add(items);
        }
    }

    private static String sentence(String interfaceId, Taken.Refused refused) {
        if (refused.item().isEmpty()) {
            return refused.message();
        }
        String label = ItemLabel.of(interfaceId, refused.item());
        String item = label.equals(refused.item()) ? label : label + "（" + refused.item() + "）";
        return item + ": " + refused.message();
    }

    private static WorkItem item(FileRow file, FeedRecord feedRecord, String sentence) {
        return new WorkItem(
                file.name() + ":" + feedRecord.line(),
                "import." + file.interfaceId(),
                number(feedRecord, ADDRESSEE).or(() -> number(feedRecord, CHILD)),
                file.name() + " " + feedRecord.line() + "行目" + about(file.interfaceId(), feedRecord) + " " + sentence);
    }

    /** Whom and which ledger the record is about, as far as its numbers can be numbers. */
    private static String about(String interfaceId, FeedRecord feedRecord) {
        StringBuilder about = new StringBuilder();
        if (feedRecord.has(LEDGER) && LedgerNumber.isValid(feedRecord.get(LEDGER))) {
            about.append(' ').append(ItemLabel.of(interfaceId, LEDGER)).append(feedRecord.get(LEDGER));
        }
        for (String item : List.of(ADDRESSEE, CHILD)) {
            number(feedRecord, item).ifPresent(number -> about.append(' ')
                    .append(ItemLabel.of(interfaceId, item))
                    .append(number));
        }
        return about.toString();
    }

    private static Optional<AddresseeNumber> number(FeedRecord feedRecord, String item) {
        return Optional.of(item)
                .filter(feedRecord::has)
                .map(feedRecord::get)
                .filter(AddresseeNumber::isValid)
                .map(AddresseeNumber::of);
    }
}
