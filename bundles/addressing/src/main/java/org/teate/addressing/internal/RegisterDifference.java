// SPDX-FileCopyrightText: Teate contributors
// SPDX-License-Identifier: Apache-2.0
package org.teate.addressing.internal;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.teate.addressing.PersonName;
import org.teate.exchange.ItemLabel;

/** In what a record of the register differs from what is held, as a clerk calls it. */
final class RegisterDifference {

    /** Both interfaces of the register name their items alike. */
    private static final String INTERFACE = "IF-11";

    private final List<String> items = new ArrayList<>();

    private RegisterDifference() {}

    /** @return never empty: what we do not keep is something else */
    static List<String> between(RegisterRecord record, Image held, Chunk chunk) throws SQLException {
        RegisterDifference difference = new RegisterDifference();
        difference.compareNames(record.image(), held, chunk.characters());
        difference.comparePerson(record.image(), held);
        difference.comparePlaces(record, chunk);
        return difference.items.isEmpty() ? List.of("その他") : List.copyOf(difference.items);
    }

    private void compare(String item, Object sent, Object held) {
        if (!sent.equals(held)) {
            items.add(ItemLabel.of(INTERFACE, item));
        }
    }

    private void compareNames(Image sent, Image held, OwnCharacters characters) {
        PersonName names = sent.names();
        compare("nameKanji", sent.nameAsSent(), held.nameAsSent());
        compare("nameKana", names.kana(), held.names().kana());
        compare("nameKanaOfficial", names.kanaOfficial(), held.names().kanaOfficial());
        compare("aliasKanji", characters.resolve(names.alias()), held.names().alias());
        compare("aliasKana", names.aliasKana(), held.names().aliasKana());
        compare("latinName", names.latin(), held.names().latin());
    }

    private void comparePerson(Image sent, Image held) {
        compare("birthDate", sent.birth(), held.birth());
        compare("sex", sent.sex(), held.sex());
        compare("residentKind", sent.kind(), held.kind());
        compare("residentState", sent.state(), held.state());
        compare("becameDate", sent.residence().becameOn(), held.residence().becameOn());
        compare("fixedDate", sent.residence().fixedOn(), held.residence().fixedOn());
        compare("lostDate", sent.residence().lostOn(), held.residence().lostOn());
        compare("residenceStatus", sent.foreignStatus(), held.foreignStatus());
        compare("supportMeasure", sent.protection(), held.protection());
    }

    private void comparePlaces(RegisterRecord record, Chunk chunk) throws SQLException {
        Facts<Place> places = chunk.facts(FactTable.ADDRESS, record.number());
        if (!record.hasLeft()) {
            compare("address", Optional.of(record.registered()), open(places, record.registered()));
            compare(
                    "relation1",
                    Optional.of(record.membership()),
                    open(chunk.facts(FactTable.HOUSEHOLD_MEMBER, record.number()), record.membership()));
        }
        compare("previousAddress", said(record.previous()), open(places, record.previous()));
        compare("newAddress", said(record.next()), open(places, record.next()));
    }

    private static Optional<Place> said(Place place) {
        return Optional.of(place).filter(known -> !known.isEmpty());
    }

    private static <C extends Holding> Optional<C> open(Facts<C> facts, C like) {
        return facts.open(like.series()).map(Fact::content);
    }
}
