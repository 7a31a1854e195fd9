// SPDX-FileCopyrightText: Teate contributors
// SPDX-License-Identifier: Apache-2.0
package org.teate.exchange.internal;

import org.teate.exchange.ImportedFile;
import org.teate.exchange.ImportedFile.State;
import org.teate.ports.Offer;

/**
 * One row of the register of files.
 *
 * @param number the row's number, 0 if the file is not in the register yet
 * @param sender as announced, empty if unknown
 * @param sequence as announced, 0 if unknown
 * @param sha256 as announced, empty if unknown
 * @param records as announced, 0 if unknown
 */
record FileRow(
        long number,
        String interfaceId,
        String name,
        String sender,
        long sequence,
        String sha256,
        long records,
        Standing standing) {

    /** A file of which no more is known than its name. */
    static FileRow of(Offer offer) {
        return new FileRow(0, offer.interfaceId(), offer.name(), "", 0, "", 0, Standing.NEW);
    }

    /** A data file whose manifest has not come. */
    static FileRow unannounced(Offer offer) {
        return of(offer).with(Standing.NEW.in(State.NO_MANIFEST, "マニフェストが届いていないため、取り込めません。"));
    }

    static FileRow of(Offer offer, Manifest manifest) {
        return new FileRow(
                0,
                offer.interfaceId(),
                offer.name(),
                manifest.sender(),
                manifest.sequence(),
                manifest.sha256(),
                manifest.records(),
                Standing.NEW);
    }

    FileRow numbered(long rowNumber) {
        return new FileRow(rowNumber, interfaceId, name, sender, sequence, sha256, records, standing);
    }

    FileRow with(Standing newStanding) {
        return new FileRow(number, interfaceId, name, sender, sequence, sha256, records, newStanding);
    }

    ImportedFile view() {
        return new ImportedFile(
                interfaceId,
                name,
                sequence,
                standing.state(),
                records,
                standing.counts(),
                standing.reason(),
                standing.finishedAt());
    }
}
