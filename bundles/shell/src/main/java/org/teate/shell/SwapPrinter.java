// SPDX-FileCopyrightText: Teate contributors
// SPDX-License-Identifier: Apache-2.0
package org.teate.shell;

import org.teate.exchange.Choice;
import org.teate.exchange.Swap;

/** Prints what came of a swap. */
final class SwapPrinter {

    private SwapPrinter() {}

    static void print(Swap swap) {
        if (swap instanceof Swap.Swapped swapped) {
            Choice choice = swapped.choice();
            System.out.println(choice.connector() + " is in use for " + choice.system()
                    + (choice.former().isEmpty() ? "" : "; before: " + choice.former()));
        } else {
            throw new IllegalStateException(((Swap.NotSwapped) swap).reason());
        }
    }
}
