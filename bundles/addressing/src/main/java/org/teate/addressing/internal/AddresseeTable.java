// SPDX-FileCopyrightText: Teate contributors
// SPDX-License-Identifier: Apache-2.0
package org.teate.addressing.internal;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.teate.addressing.BirthDate;
import org.teate.addressing.BirthDate.Precision;
import org.teate.addressing.Coded;
import org.teate.addressing.ForeignStatus;
import org.teate.addressing.Person.Residence;
import org.teate.addressing.PersonName;
import org.teate.addressing.Protection;
import org.teate.addressing.ResidentKind;
import org.teate.addressing.ResidentState;
import org.teate.addressing.Sex;
import org.teate.kernel.SearchKey;

/** The table of images, with the keys under which people are found. */
final class AddresseeTable {

    private static final int LONGEST_KEY = 100;

    private static final List<String> COLUMNS = List.of(
            "RESIDENT_KIND",
            "RESIDENT_STATE",
            "NAME",
            "NAME_AS_SENT",
            "NAME_KANA",
            "KANA_OFFICIAL",
            "ALIAS_NAME",
            "ALIAS_KANA",
            "LATIN_NAME",
            "BIRTH_DATE",
            "BIRTH_PRECISION",
            "SEX",
            "BECAME_ON",
            "FIXED_ON",
            "LOST_ON",
            "NATIONALITY",
            "RESIDENCE_STATUS",
            "PERIOD_CODE",
            "PERIOD_TO",
            "CARD_NUMBER",
            "UNDER_PROTECTION",
            "PROTECTION_FROM",
            "PROTECTION_TO",
            "NAME_KEY",
            "KANA_KEY",
            "IN_LEDGER",
            "VERSION",
            "SOURCE",
            "SOURCE_RECORD",
            "SENT_HASH",
            "RECORDED_AT");

    private static final String INSERT = "INSERT INTO ADDRESSEE (" + String.join(", ", COLUMNS)
            + ", ADDRESSEE_NUMBER) VALUES (" + "?, ".repeat(COLUMNS.size()) + "?)";
    private static final String UPDATE = "UPDATE ADDRESSEE SET "
            + COLUMNS.stream().map(column -> column + " = ?").collect(Collectors.joining(", "))
            + " WHERE ADDRESSEE_NUMBER = ?";
    private static final String SELECT = "SELECT * FROM ADDRESSEE "
            // Derby chooses its way while the table is still empty and keeps to a scan; elsewhere this is a comment
            + "--DERBY-PROPERTIES constraint=ADDRESSEE_KEY\n WHERE ADDRESSEE_NUMBER IN";
    private static final ForeignStatus NOT_FOREIGN = new ForeignStatus("", "", "", Optional.empty(), "");
    private static final Protection NOT_PROTECTED = new Protection(false, Optional.empty(), Optional.empty());

    private AddresseeTable() {}

    static Map<String, Image> load(Connection database, Collection<String> numbers) throws SQLException {
        Map<String, Image> images = new TreeMap<>();
        KeyedQuery.forEach(database, SELECT, numbers, row -> images.put(row.getString("ADDRESSEE_NUMBER"), read(row)));
        return images;
    }

    /** Writes new people and then those who have changed. */
    static void save(Connection database, Map<String, Image> entered, Map<String, Image> changed, Timestamp now)
            throws SQLException {
        execute(database, INSERT, entered, now);
        execute(database, UPDATE, changed, now);
        saveAliases(database, entered, changed);
    }

    static String key(String name) {
        String key = SearchKey.of(name);
        return key.length() <= LONGEST_KEY ? key : key.substring(0, LONGEST_KEY);
    }

    private static void execute(Connection database, String sql, Map<String, Image> images, Timestamp now)
            throws SQLException {
        try (PreparedStatement statement = Statements.prepared(database, sql)) {
            for (Map.Entry<String, Image> image : images.entrySet()) {
                Columns row = new Columns(statement);
                write(row, image.getValue());
                row.at(now).text(image.getKey());
                statement.addBatch();
            }
            statement.executeBatch();
        }
    }

    private static void write(Columns row, Image image) throws SQLException {
        PersonName names = image.names();
        ForeignStatus foreign = image.foreignStatus().orElse(NOT_FOREIGN);
        Protection protection = image.protection().orElse(NOT_PROTECTED);
        row.text(image.kind().code()).text(image.state().code());
        row.text(names.name()).text(image.nameAsSent()).text(names.kana()).flag(names.kanaOfficial());
        row.text(names.alias()).text(names.aliasKana()).text(names.latin());
        row.day(image.birth().day()).text(image.birth().precision().code());
        row.text(image.sex().code());
        row.day(image.residence().becameOn())
                .day(image.residence().fixedOn())
                .day(image.residence().lostOn());
        row.text(foreign.nationality()).text(foreign.residenceStatus()).text(foreign.period());
        row.day(foreign.periodTo()).text(foreign.cardNumber());
        row.flag(protection.inForce()).day(protection.from()).day(protection.to());
        row.text(key(names.name())).text(key(names.kana()));
        row.flag(image.inLedger())
                .number(image.origin().version())
                .text(image.origin().source());
        row.text(image.origin().recordId()).text(image.origin().sentHash());
    }

    static Image read(ResultSet row) throws SQLException {
        PersonName names = new PersonName(
                row.getString("NAME"),
                row.getString("NAME_KANA"),
                row.getBoolean("KANA_OFFICIAL"),
                row.getString("ALIAS_NAME"),
                row.getString("ALIAS_KANA"),
                row.getString("LATIN_NAME"));
        Residence residence =
                new Residence(Columns.day(row, "BECAME_ON"), Columns.day(row, "FIXED_ON"), Columns.day(row, "LOST_ON"));
        Image.Origin origin = new Image.Origin(
                row.getString("SOURCE"),
                row.getString("SOURCE_RECORD"),
                row.getInt("VERSION"),
                row.getString("SENT_HASH"));
        return new Image(
                names,
                row.getString("NAME_AS_SENT"),
                birth(row),
                Coded.find(Sex.class, row.getString("SEX")).orElseThrow(),
                Coded.find(ResidentKind.class, row.getString("RESIDENT_KIND")).orElseThrow(),
                Coded.find(ResidentState.class, row.getString("RESIDENT_STATE")).orElseThrow(),
                residence,
                Optional.of(foreignStatus(row)).filter(status -> !status.equals(NOT_FOREIGN)),
                Optional.of(protection(row)).filter(protection -> !protection.equals(NOT_PROTECTED)),
                row.getBoolean("IN_LEDGER"),
                origin);
    }

    static BirthDate birth(ResultSet row) throws SQLException {
        LocalDate day = row.getDate("BIRTH_DATE").toLocalDate();
        String code = row.getString("BIRTH_PRECISION");
        return new BirthDate(
                day,
                Arrays.stream(Precision.values())
                        .filter(precision -> precision.code().equals(code))
                        .findFirst()
                        .orElseThrow());
    }

    private static ForeignStatus foreignStatus(ResultSet row) throws SQLException {
        return new ForeignStatus(
                row.getString("NATIONALITY"),
                row.getString("RESIDENCE_STATUS"),
                row.getString("PERIOD_CODE"),
                Columns.day(row, "PERIOD_TO"),
                row.getString("CARD_NUMBER"));
    }

    private static Protection protection(ResultSet row) throws SQLException {
        return new Protection(
                row.getBoolean("UNDER_PROTECTION"),
                Columns.day(row, "PROTECTION_FROM"),
                Columns.day(row, "PROTECTION_TO"));
    }

    /** Few people have an alias, so theirs have a table instead of three more indexes on everybody. */
    private static void saveAliases(Connection database, Map<String, Image> entered, Map<String, Image> changed)
            throws SQLException {
        try (PreparedStatement delete =
                Statements.prepared(database, "DELETE FROM ALIAS_KEY WHERE ADDRESSEE_NUMBER = ?")) {
            for (String number : changed.keySet()) {
                delete.setString(1, number);
                delete.addBatch();
            }
            delete.executeBatch();
        }
        try (PreparedStatement insert = Statements.prepared(
                database, "INSERT INTO ALIAS_KEY (SCRIPT, SEARCH_KEY, ADDRESSEE_NUMBER) VALUES (?, ?, ?)")) {
            addAliases(insert, entered);
            addAliases(insert, changed);
            insert.executeBatch();
        }
    }

    private static void addAliases(PreparedStatement insert, Map<String, Image> images) throws SQLException {
        for (Map.Entry<String, Image> image : images.entrySet()) {
            PersonName names = image.getValue().names();
            addAlias(insert, "K", key(names.aliasKana()), image.getKey());
            addAlias(insert, "N", key(names.alias()), image.getKey());
            if (!key(names.latin()).equals(key(names.alias()))) {
                addAlias(insert, "N", key(names.latin()), image.getKey());
            }
        }
    }

    private static void addAlias(PreparedStatement insert, String script, String key, String number)
            throws SQLException {
        if (!key.isEmpty()) {
            new Columns(insert).text(script).text(key).text(number);
            insert.addBatch();
        }
    }
}
