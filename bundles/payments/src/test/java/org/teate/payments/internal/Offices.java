// SPDX-FileCopyrightText: Teate contributors
// SPDX-License-Identifier: Apache-2.0
package org.teate.payments.internal;

import java.io.IOException;
import java.io.UncheckedIOException;
import org.junit.rules.TemporaryFolder;
import org.junit.rules.TestRule;
import org.junit.runner.Description;
import org.junit.runners.model.Statement;

/** Opens offices for a test, each over an empty database and in an empty folder of its own. */
final class Offices implements TestRule {

    private static final int CHUNK = 3;

    private final TemporaryFolder folder = new TemporaryFolder();
    private String test = "";
    private int opened;

    @Override
    public Statement apply(Statement statement, Description description) {
        test = description.getTestClass().getSimpleName() + "-" + description.getMethodName();
        return folder.apply(statement, description);
    }

    /** An office in which nothing has happened yet; runs commit three ledgers at a time. */
    Office open() {
        opened++;
        try {
            String name = String.valueOf(opened);
            return new Office(
                    LocalDatabase.inMemory(test + "-" + name),
                    folder.newFolder(name).toPath(),
                    CHUNK);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
