// SPDX-FileCopyrightText: Teate contributors
// SPDX-License-Identifier: Apache-2.0
package org.teate.addressing.internal;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.Arrays;
import java.util.Optional;
import org.teate.addressing.BirthDate;
import org.teate.addressing.BirthDate.Precision;
import org.teate.addressing.Coded;
import org.teate.exchange.Taken;
import org.teate.kernel.AddresseeNumber;
import org.teate.ports.FeedRecord;

/**
 * Reads and checks the items of one record.
 *
 * <p>The first item at fault makes the answer; from then on readers give harmless values, so that a record is read
 * straight through and asked once whether it is {@link #refused()}. Messages name the item and never the value of a
 * person's item. Not thread-safe.
 */
final class Fields {

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("uuuuMMddHHmmss").withResolverStyle(ResolverStyle.STRICT);
    /** What a decoder puts where it finds no character. */
    private static final char REPLACEMENT = 0xFFFD;

    private static final AddresseeNumber NOBODY = AddresseeNumber.of("0");

    private final FeedRecord record;
    private Optional<Taken.Refused> refused = Optional.empty();

    Fields(FeedRecord record) {
        this.record = record;
    }

    /** Why the record cannot be taken, if it cannot. */
    Optional<Taken.Refused> refused() {
        return refused;
    }

    /** Just as it was sent. */
    String raw(String item) {
        return record.get(item);
    }

    String optional(String item, int longest) {
        String text = record.get(item);
        if (text.length() > longest) {
            refuse(item, "E201", longest + "文字を超えています");
        } else if (!isStorable(text)) {
            refuse(item, "E205", "保存できない文字があります");
        }
        return text;
    }

    String required(String item, int longest) {
        String text = optional(item, longest);
        if (text.isBlank()) {
            refuse(item, "E201", "値がありません");
        }
        return text;
    }

    String digits(String item, int shortest, int longest) {
        String text = record.get(item);
        if (text.length() < shortest || text.length() > longest || !isDigits(text)) {
            refuse(item, "E201", (shortest == longest ? "" : shortest + "～") + longest + "桁の数字ではありません");
        }
        return text;
    }

    String optionalDigits(String item, int length) {
        return record.get(item).isEmpty() ? "" : digits(item, length, length);
    }

    int number(String item, int greatest) {
        String digits = digits(item, 1, Integer.toString(greatest).length());
        int number = refused.isEmpty() ? Integer.parseInt(digits) : 0;
        if (number > greatest) {
            refuse(item, "E201", greatest + "を超えています");
        }
        return number;
    }

    AddresseeNumber addressee(String item) {
        String number = record.get(item);
        if (AddresseeNumber.isValid(number)) {
            return AddresseeNumber.of(number);
        }
        refuse(item, "E201", "宛名番号の形ではありません");
        return NOBODY;
    }

    boolean flag(String item) {
        String flag = record.get(item);
        if (!flag.equals("0") && !flag.equals("1")) {
            refuseCode(item);
        }
        return flag.equals("1");
    }

    <E extends Enum<E> & Coded> E code(Class<E> list, String item) {
        Optional<E> value = Coded.find(list, record.get(item));
        if (value.isEmpty()) {
            refuseCode(item);
        }
        return value.orElse(list.getEnumConstants()[0]);
    }

    void refuseCode(String item) {
        refuse(item, "E204", "コード表にないコードです");
    }

    LocalDate date(String item) {
        Optional<LocalDate> date = optionalDate(item);
        if (date.isEmpty()) {
            refuse(item, "E202", "日付がありません");
        }
        return date.orElse(LocalDate.EPOCH);
    }

    Optional<LocalDate> optionalDate(String item) {
        String text = record.get(item);
        return text.isEmpty() ? Optional.empty() : parseDate(item, text);
    }

    Optional<LocalDateTime> optionalTime(String item) {
        String text = record.get(item);
        if (text.isEmpty()) {
            return Optional.empty();
        }
        try {
            return Optional.of(LocalDateTime.parse(text, TIME));
        } catch (DateTimeException e) {
            refuse(item, "E202", "存在しない日時です");
            return Optional.empty();
        }
    }

    /** A birth date whose unknown day or month is sent as {@code 00}. */
    BirthDate birth(String item, String precisionItem) {
        Optional<Precision> precision = Arrays.stream(Precision.values())
                .filter(value -> value.code().equals(record.get(precisionItem)))
                .findFirst();
        if (precision.isEmpty()) {
            refuseCode(precisionItem);
        }
        String text = record.get(item);
        String unknown =
                switch (precision.orElse(Precision.DAY)) {
                    case DAY -> "";
                    case MONTH -> "00";
                    case YEAR -> "0000";
                };
        if (text.length() != 8 || !text.endsWith(unknown)) {
            refuse(item, "E202", "年月日の形ではないか、不詳区分と合いません");
            return BirthDate.of(LocalDate.EPOCH);
        }
        String firstPossible = text.substring(0, 8 - unknown.length()) + unknown.replace("00", "01");
        return parseDate(item, firstPossible)
                .map(day -> new BirthDate(day, precision.orElse(Precision.DAY)))
                .orElse(BirthDate.of(LocalDate.EPOCH));
    }

    /** The record cannot be taken; of several reasons the first counts. */
    void refuse(String item, String code, String reason) {
        if (refused.isEmpty()) {
            refused = Optional.of(new Taken.Refused(item, code, reason + "。"));
        }
    }

    /** By hand, because a full import reads millions of dates. */
    private Optional<LocalDate> parseDate(String item, String text) {
        if (text.length() == 8 && isDigits(text)) {
            try {
                int date = Integer.parseInt(text);
                return Optional.of(LocalDate.of(date / 10_000, date / 100 % 100, date % 100));
            } catch (DateTimeException e) {
                // no such day: said below
            }
        }
        refuse(item, "E202", "存在しない日付です");
        return Optional.empty();
    }

    private static boolean isDigits(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) < '0' || text.charAt(i) > '9') {
                return false;
            }
        }
        return true;
    }

    /** No control characters and no half of a surrogate pair: the database or a printer would choke on them. */
    private static boolean isStorable(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean isPair = Character.isHighSurrogate(c)
                    && i + 1 < text.length()
                    && Character.isLowSurrogate(text.charAt(i + 1));
            if (isPair) {
                i++;
            } else if (Character.isISOControl(c) || Character.isSurrogate(c) || c == REPLACEMENT) {
                return false;
            }
        }
        return true;
    }
}
