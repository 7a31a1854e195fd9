// SPDX-FileCopyrightText: Teate contributors
// SPDX-License-Identifier: Apache-2.0
package org.teate.addressing.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.teate.access.Guard;
import org.teate.access.Permission;
import org.teate.addressing.Coded;
import org.teate.addressing.Identities;
import org.teate.addressing.Identity;
import org.teate.addressing.ResidentKind;
import org.teate.addressing.ResidentState;
import org.teate.addressing.Sex;
import org.teate.kernel.AddresseeNumber;

/** Identities, read from the tables in a few queries. */
@Component
public final class TableIdentities implements Identities {

    private static final String SELECT =
            "SELECT A.ADDRESSEE_NUMBER, A.NAME, A.NAME_KANA, A.BIRTH_DATE, A.BIRTH_PRECISION, A.SEX, A.RESIDENT_KIND,"
                    + " A.RESIDENT_STATE, A.LOST_ON, A.UNDER_PROTECTION, M.HOUSEHOLD_NUMBER FROM ADDRESSEE A"
                    // Derby chooses its way while tables are still empty and keeps to scans; elsewhere a comment
                    + " --DERBY-PROPERTIES constraint=ADDRESSEE_KEY\n"
                    + " LEFT JOIN HOUSEHOLD_MEMBER M --DERBY-PROPERTIES constraint=HOUSEHOLD_MEMBER_KEY\n"
                    + " ON M.ADDRESSEE_NUMBER = A.ADDRESSEE_NUMBER AND M.SUPERSEDED_AT IS NULL AND M.VALID_TO IS NULL"
                    + " WHERE A.ADDRESSEE_NUMBER ";

    private final Transactions transactions;
    private final Guard guard;

    @Activate
    public TableIdentities(@Reference Transactions transactions, @Reference Guard guard) {
        this.transactions = transactions;
        this.guard = guard;
    }

    @Override
    public Map<AddresseeNumber, Identity> of(Collection<AddresseeNumber> numbers) {
        guard.actor();
        if (!guard.permits(Permission.PERSON_VIEW) && !guard.permits(Permission.CASE_VIEW)) {
            return Map.of();
        }
        Map<AddresseeNumber, Identity> identities = new HashMap<>();
        return transactions.required(database -> {
            KeyedQuery.forEach(
                    database,
                    SELECT + "IN",
                    numbers.stream().map(AddresseeNumber::value).distinct().toList(),
                    row -> {
                        Identity identity = read(row);
                        identities.put(identity.number(), identity);
                    });
            return identities;
        });
    }

    private static Identity read(ResultSet row) throws SQLException {
        return new Identity(
                AddresseeNumber.of(row.getString("ADDRESSEE_NUMBER")),
                row.getString("NAME"),
                row.getString("NAME_KANA"),
                AddresseeTable.birth(row),
                Coded.find(Sex.class, row.getString("SEX")).orElseThrow(),
                Coded.find(ResidentKind.class, row.getString("RESIDENT_KIND")).orElseThrow(),
                Coded.find(ResidentState.class, row.getString("RESIDENT_STATE")).orElseThrow(),
                Columns.day(row, "LOST_ON"),
                Optional.ofNullable(row.getString("HOUSEHOLD_NUMBER")).orElse(""),
                row.getBoolean("UNDER_PROTECTION"));
    }
}
