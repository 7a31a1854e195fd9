// SPDX-FileCopyrightText: Teate contributors
// SPDX-License-Identifier: Apache-2.0
package org.teate.connectors.welfare.next;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.apache.hc.client5.http.classic.methods.HttpGet;
import org.apache.hc.client5.http.classic.methods.HttpUriRequestBase;
import org.apache.hc.core5.http.HttpHeaders;
import org.apache.hc.core5.net.URIBuilder;
import org.teate.ports.OutOfService;

/**
 * Requests with a bearer token, and look-ups in pages.
 *
 * <p>A token that is refused is renewed once. Where the other system asks to come back later, that is done within the
 * call's time and not after it. Thread-safe.
 */
final class Rest {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm:ss");
    private static final ZoneId JAPAN = ZoneId.of("Asia/Tokyo");

    private final Https https;
    private final Tokens tokens;
    private final Clock clock;
    private final CountDownLatch closed = new CountDownLatch(1);

    /** @param clock the real time */
    Rest(Https https, Tokens tokens, Clock clock) {
        this.https = https;
        this.tokens = tokens;
        this.clock = clock;
    }

    /** Wakes the calls that wait. */
    void close() {
        closed.countDown();
    }

    /**
     * Sends a request, made anew for each attempt.
     *
     * @throws OutOfService if there is no answer by the deadline
     */
    Answer send(Supplier<HttpUriRequestBase> request, Deadline deadline) {
        boolean renewed = false;
        while (true) {
            String token = tokens.bearer(deadline);
            HttpUriRequestBase attempt = request.get();
            attempt.setHeader(HttpHeaders.AUTHORIZATION, "Bearer " + token);
            Answer answer = https.send(attempt, deadline);
            Optional<Duration> pause = answer.pause(ZonedDateTime.now(clock));
            if (pause.isPresent()) {
                pause(pause.get(), deadline);
            } else if (answer.isUnauthorized() && !renewed) {
                tokens.forget(token);
                renewed = true;
            } else {
                return answer;
            }
        }
    }

    private void pause(Duration pause, Deadline deadline) {
        if (!deadline.outlasts(pause)) {
            throw new OutOfService("次期福祉システムが混雑しており、"
                    + TIME.format(
                            ZonedDateTime.now(clock).withZoneSameInstant(JAPAN).plus(pause))
                    + "まで待つよう求めています。");
        }
        pause(pause);
    }

    /** @throws OutOfService if the connector is closed meanwhile */
    void pause(Duration pause) {
        try {
            if (closed.await(pause.toNanos(), TimeUnit.NANOSECONDS)) {
                throw new OutOfService("次期福祉システムの連携機能は停止するところです。");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new OutOfService("次期福祉システムを待つ間に中断されました。", e);
        }
    }

    /**
     * Looks up items, page by page.
     *
     * @param collection the address of what is looked through
     * @param most where to stop; what is asked for at once is the other system's matter
     * @return fewer than {@code most} only at the end
     */
    List<Item> look(URI collection, Map<String, String> query, int most, Deadline deadline) {
        List<Item> items = new ArrayList<>();
        Set<String> cursors = new HashSet<>();
        Optional<String> cursor = Optional.empty();
        do {
            Item page = page(address(collection, query, most - items.size(), cursor), deadline);
            items.addAll(page.list("items"));
            cursor = page.textIfAny("nextCursor");
            page.text("asOf");
            if (cursor.filter(next -> !cursors.add(next)).isPresent()) {
                throw Item.notAsAgreed("nextCursor");
            }
        } while (cursor.isPresent() && items.size() < most);
        return items.size() > most ? items.subList(0, most) : items;
    }

    private Item page(URI address, Deadline deadline) {
        Answer answer = send(() -> new HttpGet(address), deadline);
        if (!answer.isWell()) {
            throw answer.problem();
        }
        JsonNode page = Json.read(answer.body()).orElseThrow(() -> Item.notAsAgreed("JSONとして読めません"));
        return new Item(page);
    }

    private static URI address(URI collection, Map<String, String> query, int limit, Optional<String> cursor) {
        URIBuilder address = new URIBuilder(collection);
        query.forEach(address::addParameter);
        address.addParameter("limit", Integer.toString(limit));
        cursor.ifPresent(next -> address.addParameter("cursor", next));
        try {
            return address.build();
        } catch (URISyntaxException e) {
            throw new IllegalArgumentException("Not an address: " + collection, e);
        }
    }
}
