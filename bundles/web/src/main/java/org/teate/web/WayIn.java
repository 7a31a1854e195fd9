// SPDX-FileCopyrightText: Teate contributors
// SPDX-License-Identifier: Apache-2.0
package org.teate.web;

import java.net.URI;
import java.util.Map;
import java.util.Optional;
import javax.servlet.http.HttpServletRequest;

/** From where somebody came to a page（閲覧の経緯）: the reason of a view for which nobody is asked to type one. */
final class WayIn {

    private static final String DIRECT = "アドレスの指定";
    private static final Map<String, String> PLACES = Map.of(
            "people", "宛名",
            "cases", "台帳",
            "work", "処理待ち",
            "approvals", "決裁",
            "payments", "支払処理",
            "exchange", "連携");

    private WayIn() {}

    /** What the browser says about the page with the link, of which it tells only our own; a query may hold a name. */
    static String of(HttpServletRequest request) {
        return Optional.ofNullable(request.getHeader("Referer"))
                .flatMap(WayIn::path)
                .map(WayIn::named)
                .orElse(DIRECT);
    }

    private static Optional<String> path(String address) {
        try {
            return Optional.ofNullable(URI.create(address).getPath());
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static String named(String path) {
        String[] parts = path.split("/");
        if (parts.length < 2 || !PLACES.containsKey(parts[1])) {
            return DIRECT;
        }
        if (parts.length == 2) {
            return parts[1].equals("people") ? "検索" : PLACES.get(parts[1]);
        }
        // the number of the person, ledger, run or draft
        return PLACES.get(parts[1]) + (parts[2].matches("[0-9A-Za-z_-]{1,60}") ? " " + parts[2] : "");
    }
}
