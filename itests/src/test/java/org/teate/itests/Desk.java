// SPDX-FileCopyrightText: Teate contributors
// SPDX-License-Identifier: Apache-2.0
package org.teate.itests;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** A person at the pages of a server, who fills in forms without a browser; in one session from beginning to end. */
final class Desk {

    private static final Pattern TOKEN = Pattern.compile("name=\"token\" value=\"([^\"]+)\"");

    private final URI server;
    private final HttpClient client;

    private Desk(URI server, HttpClient.Builder client) {
        this.server = server;
        this.client = client.cookieHandler(new CookieManager()).build();
    }

    static Desk signIn(TeateServer server, String login, String password) throws IOException {
        return signIn(server.page("/"), server.client(), login, password);
    }

    static Desk signIn(URI server, HttpClient.Builder client, String login, String password) {
        Desk desk = new Desk(server, client);
        desk.fillIn("/sign-in", "/sign-in", Map.of("login", login, "password", password, "to", ""));
        return desk;
    }

    /** @throws AssertionError if the person is not shown the page, as after the end of the session */
    String look(String page) {
        HttpResponse<String> answer = send(HttpRequest.newBuilder(server.resolve(page)));
        if (answer.statusCode() != 200) {
            throw new AssertionError(page + " answered " + answer.statusCode() + ":\n" + answer.body());
        }
        return answer.body();
    }

    /**
     * Fills in a form of a page.
     *
     * @throws AssertionError if it is not accepted
     */
    void fillIn(String page, String form, Map<String, String> fields) {
        Matcher token = TOKEN.matcher(look(page));
        if (!token.find()) {
            throw new AssertionError(page + " has no form");
        }
        String body = fields.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&", "token=" + token.group(1) + "&", ""));
        HttpResponse<String> answer = send(HttpRequest.newBuilder(server.resolve(form))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(body)));
        if (answer.statusCode() != 303) {
            throw new AssertionError(form + " answered " + answer.statusCode() + ":\n" + answer.body());
        }
    }

    private HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
