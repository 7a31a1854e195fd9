// SPDX-FileCopyrightText: Teate contributors
// SPDX-License-Identifier: Apache-2.0
package org.teate.addressing.internal;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.teate.access.Guard;
import org.teate.addressing.ContactPoint;
import org.teate.exchange.MigrationLayout;
import org.teate.exchange.MigrationSet;

/** Hands over where letters go and how people are reached（M04 送付先・連絡先）. */
@Component(service = MigrationSet.class)
public final class MailSet extends PersonSet {

    private static final MigrationLayout LAYOUT = MigrationLayout.of(
                    "M04",
                    Stage.PERSONS,
                    "addresseeNumber kind validFrom validTo reasonCode addresseeName postalCode addressText buildingName"
                            + " dvProtect contactKind value note priority",
                    "addresseeNumber kind validFrom priority")
            .counting("kind");

    private static final String MAILING = "1";
    private static final String CONTACT = "2";

    @Activate
    public MailSet(@Reference Transactions transactions, @Reference Guard guard) {
        super(LAYOUT, transactions, guard);
    }

    @Override
    List<List<String>> read(Connection database, String owner, int limit) throws SQLException {
        List<List<String>> rows = new ArrayList<>(limit);
        String after = owner;
        while (rows.isEmpty()) {
            TreeMap<String, Image> people = people(database, after, limit);
            if (people.isEmpty()) {
                return rows;
            }
            Map<String, Facts<Mailing>> mailing = FactTable.MAILING_ADDRESS.load(database, people.keySet());
            Map<String, Facts<Contact>> contacts = FactTable.CONTACT_POINT.load(database, people.keySet());
            for (String person : people.keySet()) {
                all(mailing, person).forEach(fact -> rows.add(mailing(person, fact)));
                all(contacts, person).forEach(fact -> rows.add(contact(person, fact)));
            }
            after = people.lastKey();
        }
        return rows;
    }

    private static <C extends Holding> List<Fact<C>> all(Map<String, Facts<C>> facts, String person) {
        return facts.containsKey(person) ? facts.get(person).all() : List.of();
    }

    private static List<String> mailing(String person, Fact<Mailing> fact) {
        Mailing mailing = fact.content();
        return List.of(
                person,
                MAILING,
                text(fact.from()),
                text(fact.to()),
                mailing.reason().code(),
                mailing.addressee(),
                mailing.address().postalCode(),
                mailing.address().text(),
                mailing.address().building(),
                flag(mailing.forProtection()),
                "",
                "",
                "",
                String.valueOf(mailing.priority()));
    }

    private static List<String> contact(String person, Fact<Contact> fact) {
        ContactPoint point = fact.content().point();
        return List.of(
                person,
                CONTACT,
                text(fact.from()),
                text(fact.to()),
                "",
                "",
                "",
                "",
                "",
                "",
                point.kind().code(),
                point.text(),
                point.note(),
                String.valueOf(point.priority()));
    }
}
