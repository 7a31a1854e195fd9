// SPDX-FileCopyrightText: Teate contributors
// SPDX-License-Identifier: Apache-2.0
package org.teate.connectors.welfare.next;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.teate.ports.OutOfService;

/**
 * The other system's acknowledgement of a file.
 *
 * @param result {@code ACCEPTED}, {@code KNOWN}, {@code PARTIAL} or {@code REJECTED}
 * @param totals the control totals as they were counted there
 */
record Receipt(
        String result, long received, long applied, long unchanged, Map<String, Long> totals, List<Fault> faults) {

    /**
     * Why it, or a row of it, was refused.
     *
     * @param row from 1; 0 for the file
     */
    record Fault(int row, String item, String code, String message) {

        /** Where, what, and why, such as 「2行目 ledgerNumber: E402 台帳番号が登録されていません。」. */
        private String sentence() {
            String place = (row > 0 ? row + "行目 " : "") + item;
            return (place.isBlank() ? "" : place.strip() + ": ") + code + " " + message;
        }
    }

    /** Codes of a file that was damaged on its way: the same file may be taken when it is sent again. */
    private static final List<String> DAMAGED = List.of("E108", "E301", "E302");

    static Receipt read(Item item) {
        List<Fault> faults = item.list("errors").stream()
                .map(fault -> new Fault(
                        fault.smallNumber("row"), fault.text("item"), fault.text("code"), fault.text("message")))
                .toList();
        String result = item.text("result");
        if (!List.of("ACCEPTED", "KNOWN", "PARTIAL", "REJECTED").contains(result)) {
            throw Item.notAsAgreed("result");
        }
        return new Receipt(
                result,
                item.number("received"),
                item.number("applied"),
                item.number("unchanged"),
                item.numbers("controlTotals"),
                faults);
    }

    /**
     * This receipt, if the file was taken.
     *
     * @throws OutOfService if it was damaged on its way
     * @throws IllegalArgumentException if it was refused for good
     */
    Receipt taken() {
        if (!result.equals("REJECTED")) {
            return this;
        }
        String reasons = faults.stream().limit(5).map(Fault::sentence).collect(Collectors.joining());
        if (faults.stream().anyMatch(fault -> DAMAGED.contains(fault.code()))) {
            throw new OutOfService("次期福祉システムへ送ったファイルが途中で壊れました。" + reasons);
        }
        throw new IllegalArgumentException("次期福祉システムが受け付けませんでした。" + reasons);
    }
}
