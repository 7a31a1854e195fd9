// SPDX-FileCopyrightText: Teate contributors
// SPDX-License-Identifier: Apache-2.0
package org.teate.cases.internal;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;
import org.teate.kernel.Utc;

/** The moment whose knowledge is asked for, as a condition on the rows of facts. */
final class KnownAt {

    static final KnownAt NOW = new KnownAt("SUPERSEDED_AT IS NULL", List.of(), recordedAt -> true);

    private final String condition;
    private final List<Object> parameters;
    private final Predicate<Timestamp> recorded;

    private KnownAt(String condition, List<Object> parameters, Predicate<Timestamp> recorded) {
        this.condition = condition;
        this.parameters = parameters;
        this.recorded = recorded;
    }

    static KnownAt at(Instant at) {
        Timestamp moment = Utc.timestamp(at);
        return new KnownAt(
                "RECORDED_AT <= ? AND (SUPERSEDED_AT IS NULL OR SUPERSEDED_AT > ?)",
                List.of(moment, moment),
                recordedAt -> !recordedAt.after(moment));
    }

    /** The condition, to stand at the end of a WHERE clause. */
    String condition() {
        return condition;
    }

    /** Whether what was recorded then, and is never superseded, was known. */
    boolean includes(Timestamp recordedAt) {
        return recorded.test(recordedAt);
    }

    /** {@code first}, followed by the parameters of the condition. */
    Object[] after(Object... first) {
        List<Object> all = new ArrayList<>(Arrays.asList(first));
        all.addAll(parameters);
        return all.toArray();
    }
}
