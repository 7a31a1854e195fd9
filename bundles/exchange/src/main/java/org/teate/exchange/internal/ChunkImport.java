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
import org.teate.exchange.Taken;
import org.teate.kernel.AddresseeNumber;
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
                found.add(new ImportError(feedRecord.line(), refused.item(), refused.code(), refused.message()));
                items.add(item(file, feedRecord, refused));
            }
        }
        if (!found.isEmpty()) {
            errors.add(database, file.number(), found);
            worklist.add(items);
        }
    }

    private static WorkItem item(FileRow file, FeedRecord feedRecord, Taken.Refused refused) {
        String subject = feedRecord.has(ADDRESSEE) ? feedRecord.get(ADDRESSEE) : "";
        String text = file.name() + " " + feedRecord.line() + "行目"
                + (refused.item().isEmpty() ? "" : " " + refused.item()) + ": " + refused.message() + "("
                + refused.code()
                + ")";
        return new WorkItem(
                file.name() + ":" + feedRecord.line(),
                "import." + file.interfaceId(),
                AddresseeNumber.isValid(subject) ? Optional.of(AddresseeNumber.of(subject)) : Optional.empty(),
                text.length() <= 500 ? text : text.substring(0, 500));
    }
}
