// SPDX-FileCopyrightText: Teate contributors
// SPDX-License-Identifier: Apache-2.0
package org.teate.connectors.welfare.next;

import java.time.Duration;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import org.teate.ports.OutOfService;

/**
 * What came back over HTTP.
 *
 * @param retryAfter the header Retry-After, empty if there was none
 */
record Answer(int status, byte[] body, String retryAfter) {

    private static final int UNAUTHORIZED = 401;
    private static final int NOT_FOUND = 404;
    private static final int PRECONDITION_FAILED = 412;
    private static final int TOO_MANY_REQUESTS = 429;
    private static final int UNAVAILABLE = 503;

    boolean isWell() {
        return status / 100 == 2;
    }

    boolean isUnauthorized() {
        return status == UNAUTHORIZED;
    }

    boolean isMissing() {
        return status == NOT_FOUND;
    }

    boolean isTaken() {
        return status == PRECONDITION_FAILED;
    }

    /** How long we are asked to wait, if we are; of a time in the past, not at all. */
    Optional<Duration> pause(ZonedDateTime now) {
        if ((status != TOO_MANY_REQUESTS && status != UNAVAILABLE) || retryAfter.isEmpty()) {
            return Optional.empty();
        }
        try {
            Duration pause = retryAfter.chars().allMatch(Character::isDigit)
                    ? Duration.ofSeconds(Integer.parseInt(retryAfter))
                    : Duration.between(now, ZonedDateTime.parse(retryAfter, DateTimeFormatter.RFC_1123_DATE_TIME));
            return Optional.of(pause.isNegative() ? Duration.ZERO : pause);
        } catch (DateTimeParseException | NumberFormatException e) {
            return Optional.empty();
        }
    }

    /** Why this is no answer, in the other system's words where it has some (RFC 7807). */
    OutOfService problem() {
        return new OutOfService("次期福祉システムがエラー" + status + problemTitle() + "を返しました。");
    }

    private String problemTitle() {
        return Json.read(body)
                .map(json -> json.path("title").asText(json.path("error").asText()))
                .filter(title -> !title.isEmpty())
                .map(title -> "（" + title + "）")
                .orElse("");
    }

    /** Says nothing of the content. */
    @Override
    public String toString() {
        return "Answer " + status;
    }
}
