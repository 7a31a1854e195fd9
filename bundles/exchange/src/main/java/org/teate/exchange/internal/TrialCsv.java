// SPDX-FileCopyrightText: Teate contributors
// SPDX-License-Identifier: Apache-2.0
package org.teate.exchange.internal;

import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.teate.exchange.Trial.Group;
import org.teate.exchange.TrialSample;

/** The differences of a trial as CSV. */
final class TrialCsv {

    private final Writer out;

    TrialCsv(OutputStream out) throws IOException {
        this.out = new OutputStreamWriter(out, StandardCharsets.UTF_8);
        line("question", "path", "kind", "answers", "sample", "arguments", "place", "inUse", "candidate", "seenAt");
    }

    void add(Group group, List<TrialSample> samples) throws IOException {
        int number = 0;
        for (TrialSample sample : samples) {
            line(
                    group.question(),
                    group.path(),
                    group.kind().label(),
                    String.valueOf(group.answers()),
                    String.valueOf(++number),
                    sample.arguments(),
                    sample.place(),
                    sample.inUse(),
                    sample.candidate(),
                    sample.at().toString());
        }
    }

    private void line(String... values) throws IOException {
        out.write(Arrays.stream(values).map(TrialCsv::quoted).collect(Collectors.joining(",")) + "\r\n");
    }

    /** What a spreadsheet would take for a formula gets an apostrophe: the texts come from other systems. */
    private static String quoted(String value) {
        String harmless = value.isEmpty() || "=+-@\t\r".indexOf(value.charAt(0)) < 0 ? value : "'" + value;
        return '"' + harmless.replace("\"", "\"\"") + '"';
    }

    /** Writes what is left, without closing the stream. */
    void end() throws IOException {
        out.flush();
    }
}
