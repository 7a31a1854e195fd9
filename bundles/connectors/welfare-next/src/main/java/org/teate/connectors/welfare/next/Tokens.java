// SPDX-FileCopyrightText: Teate contributors
// SPDX-License-Identifier: Apache-2.0
package org.teate.connectors.welfare.next;

import com.fasterxml.jackson.databind.JsonNode;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.hc.client5.http.classic.methods.HttpPost;
import org.apache.hc.client5.http.entity.UrlEncodedFormEntity;
import org.apache.hc.core5.http.NameValuePair;
import org.apache.hc.core5.http.message.BasicNameValuePair;
import org.teate.ports.OutOfService;

/**
 * The bearer token that lets us in (OAuth 2.0 client credentials, {@code client_secret_jwt}).
 *
 * <p>It is kept until shortly before it expires; callers that need one at the same time fetch it once. Thread-safe.
 */
final class Tokens {

    private static final String ASSERTION_TYPE = "urn:ietf:params:oauth:client-assertion-type:jwt-bearer";
    private static final Duration LIFE_OF_ASSERTION = Duration.ofMinutes(1);
    private static final Duration MARGIN = Duration.ofSeconds(30);

    private final Https https;
    private final Keys keys;
    private final URI endpoint;
    private final String clientId;
    private final String scope;
    private final Clock clock;
    private final AtomicReference<CompletableFuture<Token>> current = new AtomicReference<>();

    /** @param clock the real time, which the other system shares: what the office's clock says is no matter here */
    Tokens(Https https, Keys keys, URI endpoint, String clientId, String scope, Clock clock) {
        this.https = https;
        this.keys = keys;
        this.endpoint = endpoint;
        this.clientId = clientId;
        this.scope = scope;
        this.clock = clock;
    }

    private record Token(String value, Deadline end) {}

    /** @throws OutOfService if there is none by the deadline */
    String bearer(Deadline deadline) {
        while (true) {
            CompletableFuture<Token> seen = current.get();
            if (seen != null && isGood(seen)) {
                return await(seen, deadline).value();
            }
            CompletableFuture<Token> ours = new CompletableFuture<>();
            if (current.compareAndSet(seen, ours)) {
                return fetchFor(ours, deadline).value();
            }
        }
    }

    /** Forgets a token that was refused, unless it has been replaced already. */
    void forget(String refused) {
        CompletableFuture<Token> seen = current.get();
        if (seen != null
                && seen.isDone()
                && !seen.isCompletedExceptionally()
                && seen.join().value().equals(refused)) {
            current.compareAndSet(seen, null);
        }
    }

    private static boolean isGood(CompletableFuture<Token> seen) {
        return !seen.isDone()
                || (!seen.isCompletedExceptionally() && !seen.join().end().isOver());
    }

    private Token fetchFor(CompletableFuture<Token> those, Deadline deadline) {
        try {
            Token token = fetch(deadline);
            those.complete(token);
            return token;
        } catch (RuntimeException | Error e) {
            those.completeExceptionally(e);
            throw e;
        }
    }

    private static Token await(CompletableFuture<Token> fetching, Deadline deadline) {
        try {
            return fetching.get(deadline.left().toNanos() + 1, TimeUnit.NANOSECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new OutOfService("次期福祉システムのトークンを待つ間に中断されました。", e);
        } catch (ExecutionException e) {
            throw new OutOfService(e.getCause().getMessage(), e.getCause());
        } catch (TimeoutException e) {
            throw new OutOfService("次期福祉システムのトークンを時間内に取得できませんでした。", e);
        }
    }

    private Token fetch(Deadline deadline) {
        HttpPost request = new HttpPost(endpoint);
        List<NameValuePair> form = List.of(
                new BasicNameValuePair("grant_type", "client_credentials"),
                new BasicNameValuePair("client_assertion_type", ASSERTION_TYPE),
                new BasicNameValuePair("client_assertion", assertion()),
                new BasicNameValuePair("scope", scope));
        request.setEntity(new UrlEncodedFormEntity(form, StandardCharsets.UTF_8));
        long asked = System.nanoTime();
        Answer answer = https.send(request, deadline);
        if (!answer.isWell()) {
            throw answer.problem();
        }
        JsonNode json = Json.read(answer.body()).orElseThrow(() -> Item.notAsAgreed("トークンがJSONとして読めません"));
        Item item = new Item(json);
        if (!item.text("token_type").equalsIgnoreCase("Bearer")) {
            throw Item.notAsAgreed("token_type");
        }
        Duration life = Duration.ofSeconds(item.number("expires_in")).minusNanos(System.nanoTime() - asked);
        Duration quarter = life.dividedBy(4);
        Duration margin = quarter.compareTo(MARGIN) < 0 ? quarter : MARGIN;
        return new Token(item.text("access_token"), Deadline.in(life.minus(margin)));
    }

    private String assertion() {
        Instant now = clock.instant();
        SignedJWT assertion = new SignedJWT(
                new JWSHeader(JWSAlgorithm.HS256),
                new JWTClaimsSet.Builder()
                        .issuer(clientId)
                        .subject(clientId)
                        .audience(endpoint.toString())
                        .jwtID(UUID.randomUUID().toString())
                        .issueTime(Date.from(now))
                        .expirationTime(Date.from(now.plus(LIFE_OF_ASSERTION)))
                        .build());
        try {
            assertion.sign(new MACSigner(keys.clientSecret()));
        } catch (JOSEException e) {
            throw new OutOfService("次期福祉システムのクライアントの秘密の文字列が、署名に使えません。", e);
        }
        return assertion.serialize();
    }
}
