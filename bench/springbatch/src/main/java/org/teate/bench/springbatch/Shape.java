// SPDX-FileCopyrightText: Teate contributors
// SPDX-License-Identifier: Apache-2.0
package org.teate.bench.springbatch;

/** How the work is cut into steps. */
enum Shape {
    /** Computes, stores and writes the file in one step: the fastest honest shape on one thread. */
    ONE_STEP("springbatch"),
    /** Computes and stores first, then writes the file from what was stored, as an audit would want it. */
    TWO_STEPS("springbatch.twostep");

    /** What the names of this shape's figures begin with. */
    final String figures;

    Shape(String figures) {
        this.figures = figures;
    }
}
