// SPDX-FileCopyrightText: Teate contributors
// SPDX-License-Identifier: Apache-2.0
package org.teate.exchange.internal;

import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.teate.exchange.Trial.Group;
import org.teate.exchange.TrialSample;
import org.teate.kernel.CsvLine;

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
                    group.answers(),
                    ++number,
                    sample.arguments(),
                    sample.place(),
                    sample.inUse(),
                    sample.candidate(),
                    sample.at());
        }
    }

    private void line(Object... values) throws IOException {
        out.write(CsvLine.of(List.of(values)));
    }

    /** Writes what is left, without closing the stream. */
    void end() throws IOException {
        out.flush();
    }
}
