// SPDX-FileCopyrightText: Teate contributors
// SPDX-License-Identifier: Apache-2.0
package org.teate.ports;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Set;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * A plug that offers what an external system has sent us: data files with their manifests (連携ファイル).
 *
 * <p>The connector only finds, decodes and answers. Manifest, sequence, hash, counts and acknowledgement are checked
 * and written by {@code exchange}, which pulls.
 */
@ConsumerType
public interface Feed extends Connector {

    /** The interfaces that this feed carries, such as {@code IF-11} or {@code M05}. */
    Set<String> interfaces();

    /**
     * What lies ready and has no acknowledgement yet, manifest or not, in no particular order.
     *
     * @throws OutOfService if the place where files arrive cannot be read now
     */
    List<Offer> offers();

    /**
     * The bytes of the data file as they arrived; the caller closes the stream.
     *
     * @throws IOException if they cannot be read
     */
    InputStream data(Offer offer) throws IOException;

    /**
     * The records of the data file, decoded; the caller closes the reader.
     *
     * @throws IOException if the file cannot be read
     */
    RecordReader records(Offer offer) throws IOException;

    /**
     * Puts the acknowledgement where the sender looks for it; doing so again replaces it.
     *
     * @param json the acknowledgement file's content
     * @throws IOException if it cannot be written
     */
    void acknowledge(Offer offer, String json) throws IOException;
}
