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
import org.teate.addressing.Address;
import org.teate.addressing.ContactPoint;
import org.teate.addressing.MailingAddress;
import org.teate.exchange.FeedHandler;
import org.teate.exchange.Taken;
import org.teate.kernel.AddresseeNumber;
import org.teate.ports.FeedRecord;

/** Takes where the existing ledger sends letters and how it reaches people, M04 (送付先・連絡先). */
@Component
public final class LedgerMail implements FeedHandler {

    private static final String SOURCE = "M04";

    private final ImportDesk desk;

    @Activate
    public LedgerMail(@Reference ImportDesk desk) {
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
        return desk.take(records, LedgerMail::take);
    }

    private static Taken take(Fields fields, Chunk chunk) throws SQLException {
        AddresseeNumber number = fields.addressee("addresseeNumber");
        if (chunk.image(number).isEmpty()) {
            fields.refuse("addresseeNumber", "E401", "宛名にない番号です");
        }
        return switch (fields.raw("kind")) {
            case "1" -> state(fields, chunk, FactTable.MAILING_ADDRESS, number, mailing(fields));
            case "2" -> state(fields, chunk, FactTable.CONTACT_POINT, number, contact(fields));
            default -> {
                fields.refuseCode("kind");
                yield fields.refused().orElseThrow();
            }
        };
    }

    private static <C extends Holding> Taken state(
            Fields fields, Chunk chunk, FactTable<C> table, AddresseeNumber number, C content) throws SQLException {
        LocalDate from = fields.date("validFrom");
        Optional<LocalDate> to = fields.optionalDate("validTo");
        if (fields.refused().isPresent()) {
            return fields.refused().get();
        }
        boolean isNews = chunk.facts(table, number).state(content, from, to, SOURCE);
        return isNews ? Taken.APPLIED : Taken.UNCHANGED;
    }

    private static Mailing mailing(Fields fields) {
        Address.Known address = new Address.Known(
                fields.optionalDigits("postalCode", 7),
                "",
                fields.required("addressText", 300),
                fields.optional("buildingName", 300));
        boolean forProtection = !fields.raw("dvProtect").isEmpty() && fields.flag("dvProtect");
        return new Mailing(
                fields.code(MailingAddress.Reason.class, "reasonCode"),
                fields.optional("addresseeName", 200),
                address,
                forProtection,
                fields.number("priority", 999));
    }

    private static Contact contact(Fields fields) {
        return new Contact(new ContactPoint(
                fields.code(ContactPoint.Kind.class, "contactKind"),
                fields.required("value", 254),
                fields.number("priority", 999),
                fields.optional("note", 300)));
    }
}
