// SPDX-FileCopyrightText: Teate contributors
// SPDX-License-Identifier: Apache-2.0
package org.teate.counterparts.welfare.next;

import com.sun.net.httpserver.HttpExchange;
import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import javax.net.ssl.SSLContext;

/**
 * The next, standard-compliant welfare system（次期福祉システム）as the others see it: authorization server, REST, file area,
 * its ledger, and a page to look inside. Thread-safe.
 */
public final class Office implements Closeable {

    private static final String ISSUER = "https://localhost:";

    private final Settings settings;
    private final KeyRing keys;
    private final Manners manners = new Manners();
    private final Area area = new Area();
    private final Reception reception;
    private final Book book;
    private final Authorization authorization;
    private final Look look;
    private final Nightly nightly;
    private Gate gate; // replaced when another certificate is to be shown

    private Office(Settings settings) throws IOException {
        this.settings = settings;
        keys = KeyRing.open(settings.data().resolve("keys"), settings.clientKeys());
        reception = new Reception(area, settings.data().resolve("sets"), keys.containerPassphrase(), settings.clock());
        book = reception.open(settings.data().resolve("book.jsonl"));
        authorization = new Authorization(keys.clientSecret(), book, Clock.systemUTC());
        look = new Look(reception, area, manners, settings.pageSize(), settings.clock());
        nightly = new Nightly(reception, area, settings.data().resolve("nightly"), book, settings.clock());
        nightly.open();
        gate = openGate(settings.port());
    }

    /** Starts the system with the state that its book tells of. */
    public static Office open(Settings settings) throws IOException {
        Files.createDirectories(settings.data());
        return new Office(settings);
    }

    private Gate openGate(int port) throws IOException {
        SSLContext tls = keys.tls(manners.are(Misbehaviour.CERTIFICATE), reason -> book.refused("connection", reason));
        return Gate.open(port, tls, manners, book, this::answer);
    }

    /** The port of HTTPS. */
    public synchronized int port() {
        return gate.port();
    }

    public Book book() {
        return book;
    }

    /** How long tokens last, as it is told from now on; they last ten minutes. */
    public void tellTokenLife(Duration life) {
        authorization.tellTokenLife(life);
    }

    /** How many tokens were given since it was opened. */
    public long tokensGiven() {
        return authorization.given();
    }

    /** From now on no token of before is good. */
    public void revokeTokens() {
        authorization.revoke();
    }

    /** How many requests came since the door was opened, answered or not. */
    public synchronized long requests() {
        return gate.requests();
    }

    /** Starts to misbehave, with its usual measure where that matters. */
    public void misbehave(Misbehaviour misbehaviour) {
        misbehave(misbehaviour, misbehaviour.usual());
    }

    /** @param measure milliseconds of slowness, or how many requests a second are answered */
    public synchronized void misbehave(Misbehaviour misbehaviour, int measure) {
        manners.be(misbehaviour, measure);
        reopenIf(misbehaviour == Misbehaviour.CERTIFICATE);
    }

    /** Behaves again. */
    public synchronized void behave(Misbehaviour misbehaviour) {
        manners.behave(misbehaviour);
        reopenIf(misbehaviour == Misbehaviour.CERTIFICATE);
    }

    /** Anew, so that no connection and no session of before goes on with the other certificate. */
    private void reopenIf(boolean otherCertificate) {
        if (otherCertificate) {
            int port = gate.port();
            gate.close();
            try {
                gate = openGate(port);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    /** Writes tonight's ledgers. */
    public String writeNightly() throws IOException {
        return nightly.write();
    }

    Manners manners() {
        return manners;
    }

    Reception reception() {
        return reception;
    }

    Area area() {
        return area;
    }

    @Override
    public synchronized void close() throws IOException {
        gate.close();
        book.close();
    }

    /** Deletes what a closed system knew, its keys excepted. */
    static void forget(Path data) throws IOException {
        for (String part : new String[] {"book.jsonl", "sets", "nightly"}) {
            Path path = data.resolve(part);
            if (Files.exists(path)) {
                try (Stream<Path> files = Files.walk(path)) {
                    for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                        Files.delete(file);
                    }
                }
            }
        }
    }

    private Reply answer(HttpExchange exchange, byte[] body) {
        URI uri = exchange.getRequestURI();
        String path = uri.getPath();
        String audience = ISSUER + exchange.getLocalAddress().getPort() + "/auth/token";
        if (path.equals("/auth/token")) {
            return authorization.token(pairs(new String(body, StandardCharsets.UTF_8)), audience);
        }
        if (path.equals("/auth/introspect")) {
            return authorization.introspection(pairs(new String(body, StandardCharsets.UTF_8)), audience);
        }
        Map<String, String> query = pairs(Optional.ofNullable(uri.getRawQuery()).orElse(""));
        String method = exchange.getRequestMethod();
        if (path.startsWith("/welfare/v1/")) {
            String resource = path.substring("/welfare/v1/".length());
            return refusal(exchange, "welfare:" + resource + ":read")
                    .orElseGet(() -> method.equals("GET")
                            ? look.answer(resource, query)
                            : Reply.problem(Reply.NOT_ALLOWED, "照会のみ受け付けます"));
        }
        if (path.equals("/files") || path.startsWith("/files/")) {
            String scope = method.equals("PUT") ? "welfare:files:write" : "welfare:files:read";
            return refusal(exchange, scope).orElseGet(() -> file(exchange, path, query, body));
        }
        return Reply.problem(Reply.NOT_FOUND, "リソースがありません");
    }

    private Optional<Reply> refusal(HttpExchange exchange, String scope) {
        if (manners.are(Misbehaviour.EXPIRED)) {
            return Optional.of(Authorization.unauthorized());
        }
        String header = exchange.getRequestHeaders().getFirst("Authorization");
        return authorization.refusal(header == null ? "" : header, scope);
    }

    private Reply file(HttpExchange exchange, String path, Map<String, String> query, byte[] body) {
        String method = exchange.getRequestMethod();
        if (path.equals("/files")) {
            return look.files(query);
        }
        String name = path.substring("/files/".length());
        if (method.equals("GET")) {
            return area.get(name).map(Reply::bytes).orElseGet(() -> Reply.problem(Reply.NOT_FOUND, "そのオブジェクトはありません"));
        }
        if (!method.equals("PUT")) {
            return Reply.problem(Reply.NOT_ALLOWED, "PUTとGETのみ受け付けます");
        }
        if (manners.are(Misbehaviour.FULL)) {
            return Reply.problem(Reply.FULL, "ファイル領域の空きがありません");
        }
        return put(name, body, "*".equals(exchange.getRequestHeaders().getFirst("If-None-Match")));
    }

    private Reply put(String name, byte[] body, boolean anew) {
        boolean ours = name.matches("172014/welfare-next/[A-Z0-9]+/[0-9]{8}/[A-Z0-9_]+\\.ack\\.json");
        if (!ours && !name.matches("172014/teate/[A-Z0-9]+/[0-9]{8}/[A-Z0-9_]+\\.(csv|zip|mft\\.json)")) {
            return Reply.problem(Reply.FORBIDDEN, "置くことのできない場所です");
        }
        try {
            if (ours) {
                nightly.acknowledged(name, body);
            } else if (!area.put(name, body, anew)) {
                return Reply.problem(Reply.TAKEN, "同じ名前のオブジェクトがあります");
            } else if (name.endsWith(".mft.json")) {
                reception.manifestLaid(name);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return Reply.empty(Reply.CREATED);
    }

    static Map<String, String> pairs(String encoded) {
        Map<String, String> pairs = new TreeMap<>();
        for (String pair : encoded.split("&")) {
            int equals = pair.indexOf('=');
            if (equals > 0) {
                pairs.put(decode(pair.substring(0, equals)), decode(pair.substring(equals + 1)));
            }
        }
        return pairs;
    }

    private static String decode(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }
}
