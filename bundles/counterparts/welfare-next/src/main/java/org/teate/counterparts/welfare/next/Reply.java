// SPDX-FileCopyrightText: Teate contributors
// SPDX-License-Identifier: Apache-2.0
package org.teate.counterparts.welfare.next;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;

/** What is answered over HTTP. */
record Reply(int status, String type, byte[] body, Map<String, String> headers) {

    static final int OK = 200;
    static final int CREATED = 201;
    static final int BAD_REQUEST = 400;
    static final int UNAUTHORIZED = 401;
    static final int FORBIDDEN = 403;
    static final int NOT_FOUND = 404;
    static final int NOT_ALLOWED = 405;
    static final int TAKEN = 412;
    static final int TOO_MANY = 429;
    static final int FULL = 507;

    static Reply json(JsonNode json) {
        return new Reply(OK, "application/json", Json.bytes(json), Map.of());
    }

    static Reply bytes(byte[] bytes) {
        return new Reply(OK, "application/octet-stream", bytes, Map.of());
    }

    static Reply empty(int status) {
        return new Reply(status, "", new byte[0], Map.of());
    }

    /** A problem as RFC 7807 has it. */
    static Reply problem(int status, String title) {
        return problem(status, title, Map.of());
    }

    static Reply problem(int status, String title, Map<String, String> headers) {
        byte[] body = Json.bytes(
                Json.object().put("type", "about:blank").put("title", title).put("status", status));
        return new Reply(status, "application/problem+json", body, headers);
    }
}
