// SPDX-FileCopyrightText: Teate contributors
// SPDX-License-Identifier: Apache-2.0
package org.teate.counterparts.town;

import java.nio.file.Path;
import java.util.List;

/**
 * A file that lies ready in the folder, with its manifest.
 *
 * @param data the data file
 * @param manifest what is told of it
 */
public record Delivered(Path data, Manifest manifest) {

    /** The manifest beside the data file. */
    public Path manifestFile() {
        return data.resolveSibling(manifest.fileName());
    }

    public String interfaceId() {
        return manifest.layout().id();
    }

    public long records() {
        return manifest.records();
    }

    /** What a command prints of the files that it has written. */
    public static String table(List<Delivered> files) {
        StringBuilder table = new StringBuilder(String.format("%-6s %10s  %s%n", "if", "records", "file"));
        for (Delivered file : files) {
            table.append(String.format(
                    "%-6s %,10d  %s%n",
                    file.interfaceId(), file.records(), file.data().getFileName()));
        }
        return table.toString();
    }
}
