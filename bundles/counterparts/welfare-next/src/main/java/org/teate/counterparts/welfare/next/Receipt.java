// SPDX-FileCopyrightText: Teate contributors
// SPDX-License-Identifier: Apache-2.0
package org.teate.counterparts.welfare.next;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;

/** What became of a file, as its acknowledgement tells it. */
record Receipt(
        String result,
        long received,
        long applied,
        long unchanged,
        Map<String, Long> totals,
        List<Place.Fault> faults) {

    static final String ACCEPTED = "ACCEPTED";
    static final String KNOWN = "KNOWN";
    static final String PARTIAL = "PARTIAL";
    static final String REJECTED = "REJECTED";

    static Receipt accepted(long received) {
        return new Receipt(ACCEPTED, received, received, 0, Map.of(), List.of());
    }

    static Receipt known(long received) {
        return new Receipt(KNOWN, received, 0, received, Map.of(), List.of());
    }

    static Receipt rejected(List<Place.Fault> faults) {
        return new Receipt(REJECTED, 0, 0, 0, Map.of(), faults);
    }

    static Receipt rejected(String item, String code, String message) {
        return rejected(List.of(new Place.Fault(0, item, code, message)));
    }

    String codes() {
        return String.join(
                " ",
                faults.stream()
                        .limit(5)
                        .map(fault -> fault.code() + (fault.item().isEmpty() ? "" : ":" + fault.item()))
                        .toList());
    }

    byte[] json(String name, String sha256, String processedAt) {
        ObjectNode json = Json.object()
                .put("name", name)
                .put("sha256", sha256)
                .put("result", result)
                .put("received", received)
                .put("applied", applied)
                .put("unchanged", unchanged)
                .put("refused", faults.size())
                .put("processedAt", processedAt);
        ObjectNode counted = json.putObject("controlTotals");
        totals.forEach(counted::put);
        ArrayNode errors = json.putArray("errors");
        faults.forEach(fault -> errors.addObject()
                .put("row", fault.row())
                .put("item", fault.item())
                .put("code", fault.code())
                .put("message", fault.message()));
        return Json.bytes(json);
    }
}
