// SPDX-FileCopyrightText: Teate contributors
// SPDX-License-Identifier: Apache-2.0
package org.teate.web;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.servlet.http.HttpServletRequest;

/**
 * Where one is in a long list, and the way back and on.
 *
 * @param first the first row's place in the list, 0 if there is none
 * @param last the last row's place
 * @param total how many rows there are
 * @param back the address of the page before, empty if there is none
 * @param on the address of the next page, empty if there is none
 */
public record Pager(long first, long last, long total, String back, String on) {

    static Pager of(HttpServletRequest request, int page, int size, long total) {
        long begin = (long) page * size;
        long end = Math.min(begin + size, total);
        return new Pager(
                end > begin ? begin + 1 : 0,
                end,
                total,
                page > 0 ? address(request, "page", String.valueOf(page - 1)) : "",
                end < total ? address(request, "page", String.valueOf(page + 1)) : "");
    }

    /** The address of the page that is shown, with one parameter replaced. */
    static String address(HttpServletRequest request, String parameter, String value) {
        Stream<String> rest = request.getParameterMap().entrySet().stream()
                .filter(each ->
                        !each.getKey().equals(parameter) && !each.getKey().equals(FormToken.FIELD))
                .map(each -> pair(each.getKey(), each.getValue()[0]));
        return "?" + Stream.concat(rest, Stream.of(pair(parameter, value))).collect(Collectors.joining("&"));
    }

    /** An address with one parameter. */
    static String address(String path, String parameter, String value) {
        return path + "?" + pair(parameter, value);
    }

    /** The address of something that another system has named. */
    static String below(String path, String name) {
        return path + "/" + encoded(name).replace("+", "%20");
    }

    private static String pair(String parameter, String value) {
        return encoded(parameter) + "=" + encoded(value);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
