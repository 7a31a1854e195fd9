// SPDX-FileCopyrightText: Teate contributors
// SPDX-License-Identifier: Apache-2.0
package org.teate.addressing.internal;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.Collection;
import java.util.Map;
import java.util.TreeMap;
import org.teate.addressing.Address;
import org.teate.addressing.Coded;
import org.teate.addressing.ContactPoint;
import org.teate.addressing.MailingAddress;
import org.teate.kernel.AddresseeNumber;

/** A table of facts: its own columns between those that every one of them has. */
abstract class FactTable<C extends Holding> {

    static final FactTable<Place> ADDRESS =
            new FactTable<>(
                    "ADDRESS",
                    "ADDRESS_KIND",
                    "POSTAL_CODE",
                    "MUNICIPALITY_CODE",
                    "ADDRESS_CODE",
                    "ADDRESS_TEXT",
                    "BUILDING_NAME",
                    "CERTAINTY") {

                @Override
                void write(Columns row, Place place) throws SQLException {
                    row.text(place.kind().code())
                            .text(place.known().postalCode())
                            .text(place.known().municipalityCode())
                            .text(place.addressCode())
                            .text(place.known().text())
                            .text(place.known().building())
                            .text(place.certainty());
                }

                @Override
                Place read(ResultSet row) throws SQLException {
                    Address.Known known = new Address.Known(
                            row.getString("POSTAL_CODE"),
                            row.getString("MUNICIPALITY_CODE"),
                            row.getString("ADDRESS_TEXT"),
                            row.getString("BUILDING_NAME"));
                    return new Place(
                            Place.Kind.of(row.getString("ADDRESS_KIND")),
                            known,
                            row.getString("ADDRESS_CODE"),
                            row.getString("CERTAINTY"));
                }
            };

    static final FactTable<Membership> HOUSEHOLD_MEMBER =
            new FactTable<>("HOUSEHOLD_MEMBER", "HOUSEHOLD_NUMBER", "RELATION_CODE", "HOUSEHOLDER_NUMBER") {

                @Override
                void write(Columns row, Membership membership) throws SQLException {
                    row.text(membership.householdNumber())
                            .text(membership.relation())
                            .text(membership.householder().value());
                }

                @Override
                Membership read(ResultSet row) throws SQLException {
                    return new Membership(
                            row.getString("HOUSEHOLD_NUMBER"),
                            row.getString("RELATION_CODE"),
                            AddresseeNumber.of(row.getString("HOUSEHOLDER_NUMBER")));
                }
            };

    static final FactTable<Mailing> MAILING_ADDRESS =
            new FactTable<>(
                    "MAILING_ADDRESS",
                    "REASON_CODE",
                    "ADDRESSEE_NAME",
                    "POSTAL_CODE",
                    "ADDRESS_TEXT",
                    "BUILDING_NAME",
                    "FOR_PROTECTION",
                    "PRIORITY") {

                @Override
                void write(Columns row, Mailing mailing) throws SQLException {
                    row.text(mailing.reason().code())
                            .text(mailing.addressee())
                            .text(mailing.address().postalCode())
                            .text(mailing.address().text())
                            .text(mailing.address().building())
                            .flag(mailing.forProtection())
                            .number(mailing.priority());
                }

                @Override
                Mailing read(ResultSet row) throws SQLException {
                    Address.Known address = new Address.Known(
                            row.getString("POSTAL_CODE"),
                            "",
                            row.getString("ADDRESS_TEXT"),
                            row.getString("BUILDING_NAME"));
                    return new Mailing(
                            Coded.find(MailingAddress.Reason.class, row.getString("REASON_CODE"))
                                    .orElseThrow(),
                            row.getString("ADDRESSEE_NAME"),
                            address,
                            row.getBoolean("FOR_PROTECTION"),
                            row.getInt("PRIORITY"));
                }
            };

    static final FactTable<Contact> CONTACT_POINT =
            new FactTable<>("CONTACT_POINT", "CONTACT_KIND", "CONTACT_TEXT", "PRIORITY", "NOTE") {

                @Override
                void write(Columns row, Contact contact) throws SQLException {
                    ContactPoint point = contact.point();
                    row.text(point.kind().code())
                            .text(point.text())
                            .number(point.priority())
                            .text(point.note());
                }

                @Override
                Contact read(ResultSet row) throws SQLException {
                    return new Contact(new ContactPoint(
                            Coded.find(ContactPoint.Kind.class, row.getString("CONTACT_KIND"))
                                    .orElseThrow(),
                            row.getString("CONTACT_TEXT"),
                            row.getInt("PRIORITY"),
                            row.getString("NOTE")));
                }
            };

    private final String select;
    private final String insert;
    private final String supersede;

    private FactTable(String table, String... columns) {
        String own = String.join(", ", columns);
        // Derby chooses its way while the table is still empty and keeps to a scan; elsewhere the hint is a comment
        select = "SELECT ADDRESSEE_NUMBER, SEQ, VALID_FROM, VALID_TO, SUPERSEDED_AT, SOURCE, " + own + " FROM " + table
                + " --DERBY-PROPERTIES constraint=" + table + "_KEY\n WHERE ADDRESSEE_NUMBER IN";
        insert = "INSERT INTO " + table + " (ADDRESSEE_NUMBER, SEQ, VALID_FROM, VALID_TO, RECORDED_AT, SOURCE, " + own
                + ") VALUES (?, ?, ?, ?, ?, ?" + ", ?".repeat(columns.length) + ")";
        supersede = "UPDATE " + table + " SET SUPERSEDED_AT = ? WHERE ADDRESSEE_NUMBER = ? AND SEQ = ?";
    }

    abstract void write(Columns row, C content) throws SQLException;

    abstract C read(ResultSet row) throws SQLException;

    /** What is known now of each of the people; of whom nothing is known is missing. */
    Map<String, Facts<C>> load(Connection database, Collection<String> numbers) throws SQLException {
        Map<String, Facts<C>> facts = new TreeMap<>();
        KeyedQuery.forEach(database, select, numbers, row -> facts.computeIfAbsent(
                        row.getString("ADDRESSEE_NUMBER"), number -> new Facts<>())
                .load(
                        new Fact<>(
                                row.getInt("SEQ"),
                                read(row),
                                row.getDate("VALID_FROM").toLocalDate(),
                                Columns.day(row, "VALID_TO"),
                                row.getString("SOURCE")),
                        row.getTimestamp("SUPERSEDED_AT") != null));
        return facts;
    }

    /** Writes what has changed since {@link #load}. */
    void save(Connection database, Map<String, Facts<C>> facts, Timestamp now) throws SQLException {
        try (PreparedStatement statement = Statements.prepared(database, supersede)) {
            for (Map.Entry<String, Facts<C>> ofOne : facts.entrySet()) {
                for (int seq : ofOne.getValue().superseded()) {
                    new Columns(statement).at(now).text(ofOne.getKey()).number(seq);
                    statement.addBatch();
                }
            }
            statement.executeBatch();
        }
        try (PreparedStatement statement = Statements.prepared(database, insert)) {
            for (Map.Entry<String, Facts<C>> ofOne : facts.entrySet()) {
                for (Fact<C> fact : ofOne.getValue().added()) {
                    Columns row = new Columns(statement)
                            .text(ofOne.getKey())
                            .number(fact.seq())
                            .day(fact.from())
                            .day(fact.to())
                            .at(now)
                            .text(fact.source());
                    write(row, fact.content());
                    statement.addBatch();
                }
            }
            statement.executeBatch();
        }
    }
}
