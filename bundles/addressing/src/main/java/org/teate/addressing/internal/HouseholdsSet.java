// SPDX-FileCopyrightText: Teate contributors
// SPDX-License-Identifier: Apache-2.0
package org.teate.addressing.internal;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.teate.access.Guard;
import org.teate.exchange.MigrationLayout;
import org.teate.exchange.MigrationPage;
import org.teate.exchange.MigrationSet;

/** Hands over who belongs, or belonged last, to which household（M03 世帯）. */
@Component(service = MigrationSet.class)
public final class HouseholdsSet extends PersonSet {

    private static final MigrationLayout LAYOUT = MigrationLayout.of(
                    "M03",
                    Stage.PERSONS,
                    "householdNumber addresseeNumber relationCode householderAddresseeNumber residentState validFrom"
                            + " validTo",
                    "householdNumber addresseeNumber")
            .counting("residentState");

    private static final String NEXT = "SELECT M.HOUSEHOLD_NUMBER, M.ADDRESSEE_NUMBER, M.RELATION_CODE,"
            + " M.HOUSEHOLDER_NUMBER, A.RESIDENT_STATE, M.VALID_FROM, M.VALID_TO"
            + " FROM --DERBY-PROPERTIES joinOrder=FIXED\n"
            + " HOUSEHOLD_MEMBER M --DERBY-PROPERTIES index=HOUSEHOLD_MEMBER_BY_HOUSEHOLD\n"
            + " JOIN ADDRESSEE A --DERBY-PROPERTIES constraint=ADDRESSEE_KEY\n"
            + " ON A.ADDRESSEE_NUMBER = M.ADDRESSEE_NUMBER"
            + " WHERE M.HOUSEHOLD_NUMBER > ? AND M.SUPERSEDED_AT IS NULL AND (M.VALID_TO IS NULL OR NOT EXISTS"
            + " (SELECT 1 FROM HOUSEHOLD_MEMBER LATER --DERBY-PROPERTIES constraint=HOUSEHOLD_MEMBER_KEY\n"
            + " WHERE LATER.ADDRESSEE_NUMBER = M.ADDRESSEE_NUMBER AND LATER.SUPERSEDED_AT IS NULL"
            + " AND (LATER.VALID_TO IS NULL OR LATER.VALID_FROM > M.VALID_FROM)))"
            + " AND " + HANDED_OVER
            + " ORDER BY M.HOUSEHOLD_NUMBER FETCH FIRST ? ROWS ONLY";

    @Activate
    public HouseholdsSet(@Reference Transactions transactions, @Reference Guard guard) {
        super(LAYOUT, transactions, guard);
    }

    @Override
    List<List<String>> read(Connection database, String owner, int limit) throws SQLException {
        return MigrationPage.whole(limit, row -> row.get(0), most -> members(database, owner, most));
    }

    private static List<List<String>> members(Connection database, String owner, int most) throws SQLException {
        try (PreparedStatement query = database.prepareStatement(NEXT)) {
            query.setString(1, owner);
            query.setInt(2, most);
            List<List<String>> members = new ArrayList<>();
            try (ResultSet rows = query.executeQuery()) {
                while (rows.next()) {
                    members.add(List.of(
                            rows.getString(1),
                            rows.getString(2),
                            rows.getString(3),
                            rows.getString(4),
                            rows.getString(5),
                            text(rows.getDate(6).toLocalDate()),
                            text(Columns.day(rows, "VALID_TO"))));
                }
            }
            return members;
        }
    }
}
