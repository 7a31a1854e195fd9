// SPDX-FileCopyrightText: Teate contributors
// SPDX-License-Identifier: Apache-2.0
package org.teate.bench.springbatch;

import java.util.Locale;

/** One result of a benchmark, printed as {@code NAME VALUE UNIT}. */
record Figure(String name, double value, String unit) {

    @Override
    public String toString() {
        String digits = value < 100 ? "%.3f" : "%.0f";
        return String.format(Locale.ROOT, "%s " + digits + " %s", name, value, unit);
    }
}
