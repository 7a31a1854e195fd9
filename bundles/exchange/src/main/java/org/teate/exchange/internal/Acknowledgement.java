// SPDX-FileCopyrightText: Teate contributors
// SPDX-License-Identifier: Apache-2.0
package org.teate.exchange.internal;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import org.teate.exchange.ImportError;
import org.teate.exchange.ImportedFile.Counts;

/** Our answer to a file's sender (受領通知), made from the register, so that it can be made again. */
final class Acknowledgement {

    /** So many errors are listed; how many there are stands in {@code refused}. */
    static final int MOST_ERRORS = 10_000;

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final DateTimeFormatter JAPAN_TIME =
            DateTimeFormatter.ofPattern("yyyyMMddHHmmss").withZone(ZoneId.of("Asia/Tokyo"));

    private Acknowledgement() {}

    static String of(FileRow file, List<ImportError> errors) {
        Standing standing = file.standing();
        Counts counts = standing.counts();
        ObjectNode json = JSON.createObjectNode()
                .put("interfaceId", file.interfaceId())
                .put("sequenceNo", file.sequence())
                .put("result", standing.state().name())
                .put("received", standing.taken())
                .put("applied", counts.applied())
                .put("noop", counts.unchanged())
                .put("stale", counts.stale())
                .put("refused", counts.refused());
        ObjectNode totals = json.putObject("controlTotals");
        standing.totals().forEach(totals::put);
        json.put("processedAt", JAPAN_TIME.format(standing.finishedAt().orElse(Instant.EPOCH)));
        ArrayNode list = json.putArray("errors");
        for (ImportError error : errors) {
            list.addObject()
                    .put("line", error.line())
                    .put("item", error.item())
                    .put("code", error.code())
                    .put("message", error.message());
        }
        try {
            return JSON.writerWithDefaultPrettyPrinter().writeValueAsString(json);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A tree of numbers and texts is always JSON", e);
        }
    }
}
