// SPDX-FileCopyrightText: Teate contributors
// SPDX-License-Identifier: Apache-2.0
package org.teate.exchange;

import java.util.List;
import java.util.Optional;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Takes in what the feeds offer (連携ファイルの取込).
 *
 * <p>Each file is checked as a whole first (manifest, sequence, hash, counts, control totals, structure), then taken in
 * chunk by chunk. The same file again changes nothing; a file whose import was cut off goes on where it stopped.
 * Thread-safe; one run at a time, another waits for its end and then takes in what is left.
 */
@ProviderType
public interface Imports {

    /**
     * Takes in everything that lies ready, or only one interface's files, in the order of stage, business date and sequence.
     *
     * @return what became of each file, in the order in which they were looked at
     * @throws org.teate.access.Forbidden without {@code EXCHANGE_IMPORT}
     */
    List<ImportedFile> run(Optional<String> interfaceId);

    /**
     * The files known, newest first, with those that are being taken in now and those that still wait.
     *
     * @throws org.teate.access.Forbidden without {@code EXCHANGE_VIEW}
     */
    List<ImportedFile> list(int limit);

    /**
     * The errors of one file in the order of its lines.
     *
     * @throws org.teate.access.Forbidden without {@code EXCHANGE_VIEW}
     */
    List<ImportError> errors(String fileName, int limit);
}
