// SPDX-FileCopyrightText: Teate contributors
// SPDX-License-Identifier: Apache-2.0
package org.teate.web;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Optional;
import java.util.function.Function;
import javax.servlet.http.HttpServletRequest;
import org.teate.web.Page.Refusal;

/** Reads the fields of a form or a query. */
final class Form {

    private static final int LONGEST_REASON = 300;
    // years of more digits could be parsed, but not be kept
    private static final String MONTH = "[0-9]{4}-[0-9]{2}";
    private static final String DAY = MONTH + "-[0-9]{2}";
    private static final int LAST_PAGE = 1_000_000;

    private Form() {}

    /** The field without white space at its ends, empty if it was not sent. */
    static String text(HttpServletRequest request, String field) {
        return raw(request, field).strip();
    }

    /** The field just as it was sent, empty if it was not; for passwords. */
    static String raw(HttpServletRequest request, String field) {
        return Optional.ofNullable(request.getParameter(field)).orElse("");
    }

    /** The field, which must be filled in. */
    static String required(HttpServletRequest request, String field, String label) {
        String text = text(request, field);
        if (text.isEmpty()) {
            throw new Refusal(label + "を入力してください。");
        }
        return text;
    }

    /** A reason that goes on the audit trail: filled in and not too long for it. */
    static String reason(HttpServletRequest request, String field, String label) {
        required(request, field, label);
        return note(request, field, label);
    }

    /** What may be left empty and is not too long for the audit trail. */
    static String note(HttpServletRequest request, String field, String label) {
        String text = text(request, field);
        if (text.length() > LONGEST_REASON) {
            throw new Refusal(label + "は" + LONGEST_REASON + "文字以内で入力してください。");
        }
        return text;
    }

    static Optional<LocalDate> date(HttpServletRequest request, String field, String label) {
        return parsed(text(request, field), DAY, LocalDate::parse, label + "は、2026-12-15のように年月日で入力してください。");
    }

    static Optional<YearMonth> month(HttpServletRequest request, String field, String label) {
        return parsed(text(request, field), MONTH, YearMonth::parse, label + "は、2026-12のように年月で入力してください。");
    }

    /** A number of zero or more, {@code otherwise} if none was sent. */
    static long number(HttpServletRequest request, String field, long otherwise) {
        String text = text(request, field);
        if (text.isEmpty()) {
            return otherwise;
        }
        if (!text.matches("[0-9]{1,12}")) {
            throw new Refusal("数字で入力してください。");
        }
        return Long.parseLong(text);
    }

    /** The page of a list that is asked for, from 0. */
    static int page(HttpServletRequest request) {
        long page = number(request, "page", 0);
        if (page > LAST_PAGE) {
            throw new Refusal("ページの番号が大きすぎます。");
        }
        return (int) page;
    }

    private static <T> Optional<T> parsed(String text, String shape, Function<String, T> parser, String refusal) {
        if (text.isEmpty()) {
            return Optional.empty();
        }
        if (!text.matches(shape)) {
            throw new Refusal(refusal);
        }
        try {
            return Optional.of(parser.apply(text));
        } catch (DateTimeException e) {
            throw new Refusal(refusal);
        }
    }
}
