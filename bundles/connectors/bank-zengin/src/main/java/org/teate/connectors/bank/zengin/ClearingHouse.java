// SPDX-FileCopyrightText: Teate contributors
// SPDX-License-Identifier: Apache-2.0
package org.teate.connectors.bank.zengin;

/** What stands for the number of the clearing house (手形交換所番号), which nobody uses any more. */
public enum ClearingHouse {
    ZEROS("0000"),
    SPACES("    ");

    final String text;

    ClearingHouse(String text) {
        this.text = text;
    }
}
