// SPDX-FileCopyrightText: Teate contributors
// SPDX-License-Identifier: Apache-2.0
package org.teate.connectors.welfare.next;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import org.apache.hc.client5.http.classic.methods.HttpGet;
import org.apache.hc.client5.http.classic.methods.HttpPut;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.HttpHeaders;
import org.apache.hc.core5.http.io.entity.ByteArrayEntity;
import org.teate.ports.OutOfService;

/**
 * The file area between the systems (object storage over HTTPS): data first, manifest last, then the acknowledgement.
 * Thread-safe.
 */
final class FileArea {

    static final String MANIFEST = ".mft.json";
    static final String ACKNOWLEDGEMENT = ".ack.json";
    static final String OURS = "teate";
    static final String THEIRS = "welfare-next";

    private static final ZoneId JAPAN = ZoneId.of("Asia/Tokyo");
    private static final DateTimeFormatter SECOND = DateTimeFormatter.ofPattern("uuuuMMddHHmmss");
    private static final DateTimeFormatter DAY = DateTimeFormatter.BASIC_ISO_DATE;
    private static final Duration FIRST_LOOK = Duration.ofMillis(4);
    private static final Duration LONGEST_PAUSE = Duration.ofMillis(250);
    private static final int MOST_LISTED = 100_000;

    private final Rest rest;
    private final String address;
    private final String municipality;
    private final Clock clock;
    // begins anywhere, so that two connectors that overlap in a swap seldom try the same name
    private final AtomicInteger number =
            new AtomicInteger(ThreadLocalRandom.current().nextInt(1_000));

    FileArea(Rest rest, URI address, String municipality, Clock clock) {
        this.rest = rest;
        this.address = address.toString().replaceFirst("/$", "");
        this.municipality = municipality;
        this.clock = clock;
    }

    /** Hands a file over and returns what became of it. */
    Receipt deliver(Delivery delivery, Deadline deadline) {
        String stem = putUnderFreeName(delivery, deadline);
        put(stem + MANIFEST, Json.bytes(manifest(delivery)), "application/json", true, deadline);
        Item acknowledgement = awaitAcknowledgement(stem, deadline);
        if (!acknowledgement.text("sha256").equals(delivery.sha256())
                || !acknowledgement.text("name").equals(nameOf(stem))) {
            throw Item.notAsAgreed("別のファイルの受領通知");
        }
        return Receipt.read(acknowledgement);
    }

    /** The names of what the other system has laid down for us on an interface. */
    List<String> listed(String link, Deadline deadline) {
        Map<String, String> prefix = Map.of("prefix", municipality + "/" + THEIRS + "/" + link.replace("-", "") + "/");
        return rest.look(URI.create(address), prefix, MOST_LISTED, deadline).stream()
                .map(item -> item.text("name"))
                .toList();
    }

    /** The object's bytes, empty if there is no such object. */
    Optional<byte[]> get(String name, Deadline deadline) {
        Answer answer = rest.send(() -> new HttpGet(addressOf(name)), deadline);
        if (answer.isMissing()) {
            return Optional.empty();
        }
        if (!answer.isWell()) {
            throw answer.problem();
        }
        return Optional.of(answer.body());
    }

    /** Lays an object down in place of any other of its name. */
    void replace(String name, byte[] bytes, Deadline deadline) {
        put(name, bytes, "application/json", false, deadline);
    }

    private String putUnderFreeName(Delivery delivery, Deadline deadline) {
        while (!deadline.isOver()) {
            String stem = freshStem(delivery);
            if (put(stem + "." + delivery.ending(), delivery.data(), "application/octet-stream", true, deadline)) {
                return stem;
            }
        }
        throw new OutOfService("次期福祉システムのファイル領域に、時間内にファイルを置けませんでした。");
    }

    private String freshStem(Delivery delivery) {
        LocalDateTime now = LocalDateTime.ofInstant(clock.instant(), JAPAN);
        String link = delivery.link().replace("-", "");
        return "%s/%s/%s/%s/%s_%s_%s_%03d_%d"
                .formatted(
                        municipality,
                        OURS,
                        link,
                        DAY.format(now),
                        link,
                        municipality,
                        SECOND.format(now),
                        Math.floorMod(number.getAndIncrement(), 1_000),
                        delivery.full() ? 1 : 2);
    }

    private ObjectNode manifest(Delivery delivery) {
        LocalDateTime now = LocalDateTime.ofInstant(clock.instant(), JAPAN);
        ObjectNode manifest = Json.object()
                .put("interfaceId", delivery.link())
                .put("schemaVersion", "1.0")
                .put("sender", OURS)
                .put("receiver", THEIRS)
                .put("businessDate", DAY.format(now))
                .put("mode", delivery.full() ? "F" : "D")
                .put("charset", "UTF-8")
                .put("recordCount", delivery.records())
                .put("sha256", delivery.sha256())
                .put("createdAt", SECOND.format(now))
                .put("keyId", "")
                .put("signature", "");
        manifest.setAll(delivery.about());
        return manifest;
    }

    /** @return false if there is an object of that name and only a new one was to be made */
    private boolean put(String name, byte[] bytes, String type, boolean anew, Deadline deadline) {
        Answer answer = rest.send(
                () -> {
                    HttpPut request = new HttpPut(addressOf(name));
                    request.setEntity(new ByteArrayEntity(bytes, ContentType.create(type)));
                    if (anew) {
                        request.setHeader(HttpHeaders.IF_NONE_MATCH, "*");
                    }
                    return request;
                },
                deadline);
        if (answer.isTaken() && anew) {
            return false;
        }
        if (!answer.isWell()) {
            throw answer.problem();
        }
        return true;
    }

    private Item awaitAcknowledgement(String stem, Deadline deadline) {
        Duration pause = FIRST_LOOK;
        while (true) {
            Optional<byte[]> acknowledgement = get(stem + ACKNOWLEDGEMENT, deadline);
            if (acknowledgement.isPresent()) {
                return new Item(
                        Json.read(acknowledgement.get()).orElseThrow(() -> Item.notAsAgreed("受領通知がJSONとして読めません")));
            }
            if (!deadline.outlasts(pause)) {
                throw new OutOfService("次期福祉システムから、送ったファイルの受領通知が時間内に届きませんでした。");
            }
            rest.pause(pause);
            pause = pause.multipliedBy(2).compareTo(LONGEST_PAUSE) < 0 ? pause.multipliedBy(2) : LONGEST_PAUSE;
        }
    }

    /** The other system names what it lays down as it likes; only the slashes are ours. */
    private URI addressOf(String name) {
        String path = Arrays.stream(name.split("/", -1))
                .map(part -> URLEncoder.encode(part, StandardCharsets.UTF_8).replace("+", "%20"))
                .collect(Collectors.joining("/"));
        return URI.create(address + "/" + path);
    }

    private static String nameOf(String stem) {
        return stem.substring(stem.lastIndexOf('/') + 1);
    }
}
