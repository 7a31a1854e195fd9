// SPDX-FileCopyrightText: Teate contributors
// SPDX-License-Identifier: Apache-2.0
package org.teate.access.internal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;

/** The file in which whoever installs the server finds the first operator's one-time password. */
@Component(service = FirstPassword.class)
public final class FirstPassword {

    /** The login of the first operator. */
    static final String LOGIN = "admin";

    private final Path file;

    @Activate
    public FirstPassword(BundleContext context) {
        this(Path.of(context.getProperty("karaf.data")));
    }

    FirstPassword(Path folder) {
        file = folder.resolve("first-password.txt");
    }

    /** Writes the file; only the server's own account may read it. */
    void write(String password) {
        try {
            Path fresh = Files.createTempFile(
                    file.getParent(),
                    "first-password",
                    ".tmp",
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            Files.writeString(fresh, password + System.lineSeparator(), StandardCharsets.US_ASCII);
            Files.move(fresh, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Deletes the file once the password in it opens nothing any more. */
    void forget(String login) {
        if (!login.equals(LOGIN)) {
            return;
        }
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Path file() {
        return file;
    }
}
