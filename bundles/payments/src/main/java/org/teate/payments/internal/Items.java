// SPDX-FileCopyrightText: Teate contributors
// SPDX-License-Identifier: Apache-2.0
package org.teate.payments.internal;

import java.sql.Date;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.Optional;
import org.teate.exchange.Taken;
import org.teate.kernel.AddresseeNumber;
import org.teate.kernel.LedgerNumber;
import org.teate.ports.FeedRecord;

/**
 * Reads and checks the items of one record.
 *
 * <p>The first item at fault makes the answer; readers then give harmless values, so that a record is read straight through
 * and asked once for its {@link #refusal()}. No message repeats what was sent. Not thread-safe.
 */
final class Items {

    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofPattern("uuuuMMdd").withResolverStyle(ResolverStyle.STRICT);
    private static final String SOME_DAY = "20000101";
    private static final String SOME_MONTH = "200001";

    private final FeedRecord record;
    private Optional<Taken.Refused> refusal = Optional.empty();

    Items(FeedRecord record) {
        this.record = record;
    }

    /** Why the record cannot be taken, if it cannot. */
    Optional<Taken.Refused> refusal() {
        return refusal;
    }

    /** Refuses the record unless it is refused already. */
    void refuse(String item, String code, String message) {
        if (refusal.isEmpty()) {
            refusal = Optional.of(new Taken.Refused(item, code, message));
        }
    }

    /** Text of at most {@code longest} characters, perhaps empty. */
    String text(String item, int longest) {
        String text = record.get(item);
        if (text.length() > longest) {
            refuse(item, "E202", longest + "文字を超えています。");
            return "";
        }
        return text;
    }

    String required(String item, int longest) {
        String text = text(item, longest);
        if (text.isBlank()) {
            refuse(item, "E201", "必須の項目が空です。");
        }
        return text;
    }

    /** Exactly {@code length} digits. */
    String digits(String item, int length) {
        String text = required(item, length);
        if (text.length() != length || !areDigits(text)) {
            refuse(item, "E202", length + "桁の数字ではありません。");
            return "0".repeat(length);
        }
        return text;
    }

    /** At most {@code longest} digits or nothing. */
    String optionalDigits(String item, int longest) {
        String text = text(item, longest);
        if (!areDigits(text)) {
            refuse(item, "E202", longest + "桁までの数字ではありません。");
        }
        return text;
    }

    /** One of the codes that {@code list} names, separated by spaces. */
    String code(String item, String list) {
        String text = record.get(item);
        if (text.isEmpty() || !(" " + list + " ").contains(" " + text + " ")) {
            refuse(item, text.isEmpty() ? "E201" : "E203", text.isEmpty() ? "必須の項目が空です。" : "コード表にないコードです。");
            return list.substring(0, (list + " ").indexOf(' '));
        }
        return text;
    }

    String ledger(String item) {
        String text = required(item, 10);
        if (!LedgerNumber.isValid(text)) {
            refuse(item, "E202", "台帳番号の形ではないか、検査数字が違います。");
        }
        return text;
    }

    String addressee(String item) {
        String text = required(item, 15);
        if (!AddresseeNumber.isValid(text)) {
            refuse(item, "E202", "宛名番号の形ではありません。");
        }
        return text;
    }

    Date day(String item) {
        return Date.valueOf(parsedDay(item, required(item, 8)));
    }

    /** A day, or null if there is none, as the column holds it. */
    Date optionalDay(String item) {
        String text = text(item, 8);
        return text.isEmpty() ? null : Date.valueOf(parsedDay(item, text));
    }

    /** A month as {@code yyyymm}. */
    String month(String item) {
        String text = required(item, 6);
        try {
            if (text.length() == 6 && areDigits(text)) {
                YearMonth.of(Integer.parseInt(text.substring(0, 4)), Integer.parseInt(text.substring(4)));
                return text;
            }
        } catch (DateTimeException e) {
            refuse(item, "E202", "存在しない年月です。");
        }
        refuse(item, "E202", "年月の形ではありません。");
        return SOME_MONTH;
    }

    /** A number of at most {@code digits} digits, negative only if {@code signed}. */
    long number(String item, int digits, boolean signed) {
        String text = required(item, digits + 1);
        boolean negative = signed && text.startsWith("-");
        String figures = negative ? text.substring(1) : text;
        if (figures.isEmpty() || figures.length() > digits || !areDigits(figures)) {
            refuse(item, "E202", digits + "桁までの整数ではありません。");
            return 0;
        }
        return negative ? -Long.parseLong(figures) : Long.parseLong(figures);
    }

    private LocalDate parsedDay(String item, String text) {
        try {
            return LocalDate.parse(text, DAY);
        } catch (DateTimeException e) {
            refuse(item, "E202", "存在しない日付です。");
            return LocalDate.parse(SOME_DAY, DAY);
        }
    }

    private static boolean areDigits(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) < '0' || text.charAt(i) > '9') {
                return false;
            }
        }
        return true;
    }
}
