// SPDX-FileCopyrightText: Teate contributors
// SPDX-License-Identifier: Apache-2.0
package org.teate.cases.internal;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.format.ResolverStyle;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import org.teate.addressing.Coded;
import org.teate.kernel.AddresseeNumber;
import org.teate.kernel.LedgerNumber;

/**
 * What the text of an item may look like, and the value that it stands for: a {@link String}, {@link Long}, {@link
 * LocalDate} or {@link Boolean}.
 *
 * @param type what the value is
 * @param code the error's code if the text does not fit
 * @param expected what is expected, in Japanese
 * @param reading the value of a text that fits
 */
record Form(Type type, String code, String expected, Function<String, Optional<Object>> reading) {

    private static final String MALFORMED = "E202";
    private static final String UNKNOWN_CODE = "E203";
    private static final DateTimeFormatter DAYS =
            DateTimeFormatter.ofPattern("uuuuMMdd").withResolverStyle(ResolverStyle.STRICT);

    static final Form LEDGER = text("台帳番号（検査数字付き10桁）", LedgerNumber::isValid);
    static final Form ADDRESSEE = text("宛名番号（15桁以内の数字）", AddresseeNumber::isValid);
    /** A benefit month; it stays a text, which orders as months do. */
    static final Form MONTH = text("年月（yyyymm）", Yyyymm::isValid);

    static final Form DAY = new Form(Type.DAY, MALFORMED, "実在する年月日（yyyymmdd）", text -> day(text));
    /** A birth date; an unknown day or month is the first possible, as the register of people has it. */
    static final Form BIRTH =
            new Form(Type.DAY, MALFORMED, "実在する年月日（yyyymmdd、不詳は00）", text -> day(firstPossible(text)));

    static final Form FLAG = new Form(
            Type.FLAG,
            UNKNOWN_CODE,
            "0または1",
            text -> text.equals("1") ? Optional.of(true) : text.equals("0") ? Optional.of(false) : Optional.empty());

    /** How a value lies in a table. */
    enum Type {
        TEXT,
        NUMBER,
        DAY,
        FLAG
    }

    /** Free text without control characters. */
    static Form text(int longest) {
        return text(
                longest + "字以内の文字列",
                text -> text.length() <= longest && text.chars().noneMatch(Character::isISOControl));
    }

    static Form number(long least, long greatest) {
        return new Form(
                Type.NUMBER, MALFORMED, least + "から" + greatest + "までの整数", text -> number(text, least, greatest));
    }

    /** A code of a list; it stays a text. */
    static <E extends Enum<E> & Coded> Form code(Class<E> list, String name) {
        return new Form(Type.TEXT, UNKNOWN_CODE, name + "のコード", text -> Coded.find(list, text)
                .map(Coded::code));
    }

    static Form text(String expected, Predicate<String> fits) {
        return new Form(Type.TEXT, MALFORMED, expected, text -> Optional.<Object>of(text)
                .filter(any -> fits.test(text)));
    }

    private static Optional<Object> number(String text, long least, long greatest) {
        try {
            return Optional.<Object>of(Long.parseLong(text))
                    .filter(value -> (Long) value >= least && (Long) value <= greatest);
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }

    private static Optional<Object> day(String text) {
        try {
            return text.length() == 8 ? Optional.of(LocalDate.parse(text, DAYS)) : Optional.empty();
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }

    private static String firstPossible(String text) {
        if (text.length() != 8) {
            return text;
        }
        String month = text.substring(4, 6).equals("00") ? "01" : text.substring(4, 6);
        String day = text.substring(6).equals("00") ? "01" : text.substring(6);
        return text.substring(0, 4) + month + day;
    }
}
