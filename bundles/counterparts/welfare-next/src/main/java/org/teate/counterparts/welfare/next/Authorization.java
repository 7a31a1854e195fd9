// SPDX-FileCopyrightText: Teate contributors
// SPDX-License-Identifier: Apache-2.0
package org.teate.counterparts.welfare.next;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * The authorization server（認可サーバー）: OAuth 2.0 client credentials, {@code client_secret_jwt}, no refresh token,
 * introspection. Thread-safe.
 */
final class Authorization {

    static final String CLIENT = "teate";

    private static final Set<String> ALLOWED = Set.of(
            "welfare:ledgers:read",
            "welfare:applicants:read",
            "welfare:digests:read",
            "welfare:status:read",
            "welfare:files:read",
            "welfare:files:write");
    private static final String ASSERTION_TYPE = "urn:ietf:params:oauth:client-assertion-type:jwt-bearer";
    private static final Duration TOKEN_LIFE = Duration.ofMinutes(10);
    private static final Duration LONGEST_ASSERTION = Duration.ofMinutes(5);

    private final byte[] secret;
    private final Book book;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();
    private final Map<String, Grant> grants = new ConcurrentHashMap<>();
    private final Map<String, Instant> assertionsSeen = new ConcurrentHashMap<>();
    private final AtomicLong given = new AtomicLong();
    private volatile Duration toldLife = TOKEN_LIFE;

    /** @param clock the real time, which clients share */
    Authorization(String secret, Book book, Clock clock) {
        this.secret = secret.getBytes(StandardCharsets.UTF_8);
        this.book = book;
        this.clock = clock;
    }

    private record Grant(Set<String> scope, Instant end) {}

    long given() {
        return given.get();
    }

    void revoke() {
        grants.clear();
    }

    void tellTokenLife(Duration life) {
        toldLife = life;
    }

    /** Answers {@code POST /auth/token}. */
    Reply token(Map<String, String> form, String audience) {
        Optional<String> fault = faultOf(form, audience);
        if (fault.isPresent()) {
            book.refused("token", fault.get());
            return error(Reply.UNAUTHORIZED, "invalid_client");
        }
        if (!"client_credentials".equals(form.get("grant_type"))) {
            return error(Reply.BAD_REQUEST, "unsupported_grant_type");
        }
        Set<String> scope =
                Set.copyOf(Arrays.asList(form.getOrDefault("scope", "").trim().split(" +")));
        if (!ALLOWED.containsAll(scope)) {
            book.refused("token", "scope not allowed");
            return error(Reply.BAD_REQUEST, "invalid_scope");
        }
        byte[] bytes = new byte[32];
        random.nextBytes(bytes);
        String token = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        sweep();
        given.incrementAndGet();
        grants.put(token, new Grant(scope, clock.instant().plus(TOKEN_LIFE)));
        return Reply.json(Json.object()
                .put("access_token", token)
                .put("token_type", "Bearer")
                .put("expires_in", toldLife.toSeconds())
                .put("scope", String.join(" ", scope)));
    }

    /** Answers {@code POST /auth/introspect}, for those who provide an interface. */
    Reply introspection(Map<String, String> form, String audience) {
        if (faultOf(form, audience).isPresent()) {
            book.refused("introspection", "client not known");
            return error(Reply.UNAUTHORIZED, "invalid_client");
        }
        Grant grant = grants.get(form.getOrDefault("token", ""));
        boolean active = grant != null && grant.end().isAfter(clock.instant());
        return Reply.json(
                active
                        ? Json.object()
                                .put("active", true)
                                .put("client_id", CLIENT)
                                .put("scope", String.join(" ", grant.scope()))
                                .put("exp", grant.end().getEpochSecond())
                        : Json.object().put("active", false));
    }

    /** Why the bearer of this header must not use that scope, empty if it may. */
    Optional<Reply> refusal(String header, String scope) {
        Grant grant = header.startsWith("Bearer ") ? grants.get(header.substring(7)) : null;
        if (grant == null || !grant.end().isAfter(clock.instant())) {
            return Optional.of(unauthorized());
        }
        if (!grant.scope().contains(scope)) {
            book.refused("request", "scope lacks " + scope);
            return Optional.of(Reply.problem(Reply.FORBIDDEN, "insufficient_scope"));
        }
        return Optional.empty();
    }

    static Reply unauthorized() {
        return Reply.problem(
                Reply.UNAUTHORIZED, "invalid_token", Map.of("WWW-Authenticate", "Bearer error=\"invalid_token\""));
    }

    private void sweep() {
        Instant now = clock.instant();
        grants.values().removeIf(grant -> !grant.end().isAfter(now));
        assertionsSeen.values().removeIf(end -> !end.isAfter(now));
    }

    /** Why the client that presents this assertion is not let in, empty if it is. */
    private Optional<String> faultOf(Map<String, String> form, String audience) {
        if (!ASSERTION_TYPE.equals(form.get("client_assertion_type"))) {
            return Optional.of("no assertion of the agreed type");
        }
        String[] parts = form.getOrDefault("client_assertion", "").split("\\.", -1);
        if (parts.length != 3 || !json(parts[0]).path("alg").asText().equals("HS256")) {
            return Optional.of("no assertion signed with HS256");
        }
        if (!MessageDigest.isEqual(mac(parts[0] + "." + parts[1]), decode(parts[2]))) {
            return Optional.of("wrong signature");
        }
        return faultOf(json(parts[1]), audience);
    }

    private Optional<String> faultOf(JsonNode claims, String audience) {
        if (!claims.path("iss").asText().equals(CLIENT)
                || !claims.path("sub").asText().equals(CLIENT)) {
            return Optional.of("unknown client");
        }
        JsonNode aud = claims.path("aud");
        if (!(aud.isArray() ? aud.path(0) : aud).asText().equals(audience)) {
            return Optional.of("assertion for another audience");
        }
        Instant now = clock.instant();
        Instant end = Instant.ofEpochSecond(claims.path("exp").asLong());
        if (!end.isAfter(now) || end.isAfter(now.plus(LONGEST_ASSERTION))) {
            return Optional.of("assertion expired or too long");
        }
        String id = claims.path("jti").asText();
        return id.isEmpty() || assertionsSeen.putIfAbsent(id, end) != null
                ? Optional.of("assertion used before")
                : Optional.empty();
    }

    private byte[] mac(String text) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret, "HmacSHA256"));
            return mac.doFinal(text.getBytes(StandardCharsets.US_ASCII));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java has HmacSHA256", e);
        }
    }

    private static JsonNode json(String part) {
        return Json.read(decode(part)).orElseGet(Json::object);
    }

    private static byte[] decode(String part) {
        try {
            return Base64.getUrlDecoder().decode(part);
        } catch (IllegalArgumentException e) {
            return new byte[0];
        }
    }

    private static Reply error(int status, String error) {
        return new Reply(status, "application/json", Json.bytes(Json.object().put("error", error)), Map.of());
    }
}
