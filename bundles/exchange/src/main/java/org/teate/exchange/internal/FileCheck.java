// SPDX-FileCopyrightText: Teate contributors
// SPDX-License-Identifier: Apache-2.0
package org.teate.exchange.internal;

import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.teate.exchange.ImportError;
import org.teate.exchange.internal.Contracts.Contract;
import org.teate.ports.Feed;
import org.teate.ports.FeedRecord;
import org.teate.ports.Offer;
import org.teate.ports.RecordReader;
import org.teate.ports.UnreadableFile;

/** The check of a whole file before anything of it is taken: hash, structure, items, count and totals. */
final class FileCheck {

    /** So much is read in one call into the connector, so that its unplugging does not have to wait for a whole file. */
    private static final int RECORDS_AT_ONCE = 2_000;

    private static final int BYTES_AT_ONCE = 1 << 20;
    private static final ImportError OTHER_HASH = new ImportError(0, "sha256", "E108", "データファイルのハッシュ値がマニフェストと一致しません。");

    /**
     * What the check has found.
     *
     * @param errors empty if the file may be taken in
     * @param totals the control totals as they were counted
     */
    record Outcome(List<ImportError> errors, Map<String, Long> totals) {}

    /**
     * @param seals what is to be taken afterwards is sealed in them
     * @throws IOException if the file could not be read to its end, which is no fault of the file
     * @throws org.teate.ports.OutOfService if the feed is unplugged meanwhile
     */
    Outcome check(Socket<Feed> feed, Offer offer, Manifest manifest, Contract contract, ChunkSeals seals)
            throws IOException {
        if (!sha256(feed, offer).equals(manifest.sha256())) {
            return new Outcome(List.of(OTHER_HASH), Map.of());
        }
        ControlTotals totals = new ControlTotals(manifest.totals(), manifest.records());
        try (RecordReader records = feed.call(connector -> connector.records(offer))) {
            Page page;
            do { // a page is a call
                page = feed.call(connector -> count(records, totals, seals, contract));
                if (page.beyondContract().isPresent()) {
                    return new Outcome(List.of(page.beyondContract().get()), Map.of());
                }
            } while (!page.last());
        } catch (UnreadableFile e) {
            return new Outcome(List.of(new ImportError(e.line(), "", "E109", e.getMessage())), Map.of());
        }
        seals.end();
        // the records were read from a stream of their own: only a file that has not changed meanwhile was checked
        if (!sha256(feed, offer).equals(manifest.sha256())) {
            return new Outcome(List.of(OTHER_HASH), Map.of());
        }
        return new Outcome(totals.differences(), totals.computed());
    }

    /** What a page was found to be. */
    private record Page(boolean last, Optional<ImportError> beyondContract) {}

    private static Page count(RecordReader records, ControlTotals totals, ChunkSeals seals, Contract contract)
            throws IOException {
        for (int i = 0; i < RECORDS_AT_ONCE; i++) {
            Optional<FeedRecord> next = records.next();
            if (next.isEmpty()) {
                return new Page(true, Optional.empty());
            }
            Optional<ImportError> beyond = contract.against(next.get());
            if (beyond.isPresent()) {
                return new Page(true, beyond);
            }
            totals.add(next.get());
            seals.add(next.get());
        }
        return new Page(false, Optional.empty());
    }

    private static String sha256(Socket<Feed> feed, Offer offer) throws IOException {
        MessageDigest digest = sha256();
        byte[] page = new byte[BYTES_AT_ONCE];
        try (InputStream bytes = feed.call(connector -> connector.data(offer))) {
            for (int read = 0; read >= 0; read = feed.call(connector -> bytes.read(page))) {
                digest.update(page, 0, read);
            }
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }
}
