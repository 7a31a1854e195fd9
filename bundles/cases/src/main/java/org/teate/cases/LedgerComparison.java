// SPDX-FileCopyrightText: Teate contributors
// SPDX-License-Identifier: Apache-2.0
package org.teate.cases;

import java.util.List;
import org.teate.addressing.Coded;
import org.teate.kernel.AddresseeNumber;
import org.teate.kernel.LedgerNumber;

/**
 * What the welfare system has booked of one ledger beside what we hold（突合）.
 *
 * <p>Immutable and thread-safe.
 *
 * @param ledger the ledger
 * @param recipient the recipient's addressee number
 * @param standing how the two stand to each other
 * @param differences the items that differ; empty if one of the two does not know the ledger
 */
public record LedgerComparison(
        LedgerNumber ledger, AddresseeNumber recipient, Standing standing, List<Difference> differences) {

    public LedgerComparison {
        differences = List.copyOf(differences);
    }

    /** How the two ledgers stand to each other. */
    public enum Standing implements Coded {
        AGREES("1", "一致"),

        /** They differ, and we have decided what the welfare system had not been told yet when it answered. */
        NOT_TOLD_YET("2", "通知待ち"),
        DIFFERS("3", "不一致"),
        ONLY_HERE("4", "福祉システムになし"),
        ONLY_THERE("5", "当方になし");

        private final String code;
        private final String label;

        Standing(String code, String label) {
            this.code = code;
            this.label = label;
        }

        @Override
        public String code() {
            return code;
        }

        @Override
        public String label() {
            return label;
        }
    }

    /**
     * An item that differs.
     *
     * @param item its name in Japanese
     * @param ours what we hold, as a clerk reads it
     * @param theirs what the welfare system has booked
     */
    public record Difference(String item, String ours, String theirs) {

        /** Both in one line. */
        public String sentence() {
            return item + "（当方 " + ours + "、福祉システム " + theirs + "）";
        }
    }
}
