// SPDX-FileCopyrightText: Teate contributors
// SPDX-License-Identifier: Apache-2.0
package org.teate.ports.bank;

import java.io.IOException;
import java.io.InputStream;
import org.osgi.annotation.versioning.ProviderType;

/**
 * The transfer files that have been approved for sending, by the key that their outbox message carries.
 *
 * <p>Registered by {@code payments}; a connector that sends files reads them here. Thread-safe.
 */
@ProviderType
public interface FrozenFiles {

    /**
     * Opens the file; the caller closes it.
     *
     * @throws IllegalArgumentException if there is no approved file with this key
     * @throws IOException if it cannot be read, or its hash is no longer the approved one
     */
    InputStream open(String fileKey) throws IOException;
}
