// SPDX-FileCopyrightText: Teate contributors
// SPDX-License-Identifier: Apache-2.0
package org.teate.addressing.internal;

import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.teate.addressing.Relation;
import org.teate.addressing.ResidentState;
import org.teate.exchange.FeedHandler;
import org.teate.exchange.Taken;
import org.teate.kernel.AddresseeNumber;
import org.teate.ports.FeedRecord;

/** Takes the households of the existing ledger, M03 (世帯). */
@Component
public final class LedgerHouseholds implements FeedHandler {

    private static final String SOURCE = "M03";

    private final ImportDesk desk;

    @Activate
    public LedgerHouseholds(@Reference ImportDesk desk) {
        this.desk = desk;
    }

    @Override
    public String interfaceId() {
        return SOURCE;
    }

    @Override
    public int stage() {
        return Stage.PERSONS;
    }

    @Override
    public List<Taken> take(List<FeedRecord> records) {
        return desk.take(records, LedgerHouseholds::take);
    }

    private static Taken take(Fields fields, Chunk chunk) throws SQLException {
        AddresseeNumber number = fields.addressee("addresseeNumber");
        String relation = fields.raw("relationCode");
        if (!Relation.isValid(relation)) {
            fields.refuseCode("relationCode");
        }
        Membership membership = new Membership(
                fields.digits("householdNumber", 1, 15), relation, fields.addressee("householderAddresseeNumber"));
        fields.code(ResidentState.class, "residentState");
        LocalDate from = fields.date("validFrom");
        Optional<LocalDate> to = fields.optionalDate("validTo");
        Optional<Image> person = chunk.image(number);
        if (person.isEmpty()) {
            fields.refuse("addresseeNumber", "E401", "宛名にない番号です");
        }
        if (fields.refused().isPresent()) {
            return fields.refused().get();
        }
        if (person.orElseThrow().origin().isRegister()) {
            return Taken.UNCHANGED; // the register knows better
        }
        Facts<Membership> households = chunk.facts(FactTable.HOUSEHOLD_MEMBER, number);
        boolean isNews = to.isEmpty()
                ? households.hold(membership, from, SOURCE)
                : households.state(membership, from, to, SOURCE);
        return isNews ? Taken.APPLIED : Taken.UNCHANGED;
    }
}
