// SPDX-FileCopyrightText: Teate contributors
// SPDX-License-Identifier: Apache-2.0
package org.teate.exchange.internal;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.List;
import org.teate.ports.FeedRecord;

/**
 * Hashes of a file's records, chunk by chunk: of those that were taken before, then of each chunk to be taken.
 *
 * <p>A file is read once to be checked and once to be taken; equal seals say that both times it was the same file. Not
 * thread-safe.
 */
final class ChunkSeals {

    private final MessageDigest digest = FileCheck.sha256();
    private final List<byte[]> seals = new ArrayList<>();
    private final StringBuilder text = new StringBuilder();
    private final int size;
    private List<String> items = List.of();
    private long left;
    private boolean open;

    /**
     * @param taken how many records were taken before
     * @param size how many records a chunk has
     */
    ChunkSeals(long taken, int size) {
        this.size = size;
        this.left = taken > 0 ? taken : size;
    }

    void add(FeedRecord feedRecord) {
        if (items.isEmpty()) {
            items = feedRecord.items().stream().sorted().toList();
        }
        text.setLength(0);
        for (String item : items) {
            String value = feedRecord.get(item);
            // with its length in front nothing can move from one item to the next
            text.append(value.length()).append(':').append(value);
        }
        digest.update(text.toString().getBytes(StandardCharsets.UTF_8));
        open = true;
        if (--left == 0) {
            seal();
        }
    }

    /** Seals the last chunk, which may be smaller. */
    void end() {
        if (open) {
            seal();
        }
    }

    private void seal() {
        seals.add(digest.digest());
        left = size;
        open = false;
    }

    /** Whether what was sealed here until now stands in {@code whole} too. */
    boolean beginLike(ChunkSeals whole) {
        int last = seals.size() - 1;
        return last < whole.seals.size() && (last < 0 || MessageDigest.isEqual(seals.get(last), whole.seals.get(last)));
    }

    /** Whether everything in {@code whole} has been sealed here. */
    boolean isAsLongAs(ChunkSeals whole) {
        return seals.size() == whole.seals.size();
    }
}
