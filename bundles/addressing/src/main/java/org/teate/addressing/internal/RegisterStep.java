// SPDX-FileCopyrightText: Teate contributors
// SPDX-License-Identifier: Apache-2.0
package org.teate.addressing.internal;

import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.teate.access.WorkItem;
import org.teate.addressing.ChangeReason;
import org.teate.addressing.PersonName;
import org.teate.addressing.ResidentKind;
import org.teate.exchange.Taken;
import org.teate.kernel.AddresseeNumber;

/**
 * Takes a record of the resident register.
 *
 * <p>The register alone numbers the versions of a resident: a higher one is taken, the same changes nothing, a lower
 * one is stale. What the ledger had copied of the same version gives way to the register's own word.
 */
final class RegisterStep implements ImportDesk.Step {

    private final String source;
    private final Witness witness;

    /** Told of a record that says otherwise than we although it has the version that we hold. */
    @FunctionalInterface
    interface Witness {

        void differs(AddresseeNumber number, List<String> items);
    }

    RegisterStep(String source, Witness witness) {
        this.source = source;
        this.witness = witness;
    }

    @Override
    public Taken take(Fields fields, Chunk chunk) throws SQLException {
        RegisterRecord record = RegisterRecord.read(source, fields);
        if (fields.refused().isPresent()) {
            return fields.refused().get();
        }
        Optional<Image> before = chunk.image(record.number());
        int news = before.map(image -> newsOver(image, record)).orElse(1);
        if (news == 0 && saysOtherwise(record, before.orElseThrow())) {
            witness.differs(record.number(), RegisterDifference.between(record, before.get(), chunk));
        }
        if (news <= 0) {
            return news == 0 ? Taken.UNCHANGED : Taken.STALE;
        }
        apply(record, before, chunk);
        return Taken.APPLIED;
    }

    /** More than 0 if the record is newer than what is held, 0 if it is the same. */
    private static int newsOver(Image held, RegisterRecord record) {
        int compared =
                Integer.compare(record.image().origin().version(), held.origin().version());
        boolean isCopy = !held.origin().isRegister();
        if (isCopy && held.kind() == ResidentKind.NOT_REGISTERED) {
            return 1;
        }
        return isCopy && compared == 0 ? 1 : compared;
    }

    private static boolean saysOtherwise(RegisterRecord record, Image held) {
        return held.origin().isRegister()
                && !held.origin().sentHash().equals(record.image().origin().sentHash());
    }

    private void apply(RegisterRecord record, Optional<Image> before, Chunk chunk) throws SQLException {
        AddresseeNumber number = record.number();
        Image image = withTrueNames(record.image(), before, chunk);
        chunk.put(number, image);
        applyPlaces(record, chunk.facts(FactTable.ADDRESS, number));
        Facts<Membership> households = chunk.facts(FactTable.HOUSEHOLD_MEMBER, number);
        if (record.hasLeft()) {
            households.end("", record.lostOn());
        } else {
            boolean isFirst = households.open("").isEmpty();
            households.hold(
                    record.membership(),
                    isFirst ? record.fixedOn() : record.change().changedOn(),
                    source);
        }
        if (record.change().reason() != ChangeReason.OTHER) {
            chunk.happened(toEvent(record, image));
        }
        String recordId = image.origin().recordId();
        chunk.changed(number, recordId, record.change().reason().label());
        if (OwnCharacters.isDamaged(image.names().name())) {
            chunk.leave(damagedName(number, recordId));
        }
        if (isGap(record, before)) {
            chunk.leave(gap(number, recordId));
        }
    }

    private void applyPlaces(RegisterRecord record, Facts<Place> places) {
        if (record.hasLeft()) {
            places.end(Place.Kind.REGISTERED.code(), record.lostOn());
        } else {
            places.hold(record.registered(), registeredFrom(record, places), source);
        }
        holdOrEnd(record.previous(), record.becameOn(), record.change().changedOn(), places);
        holdOrEnd(record.next(), record.change().changedOn(), record.change().changedOn(), places);
    }

    /** An address that is renumbered keeps the day on which the person took it; the new text holds from the change. */
    private static LocalDate registeredFrom(RegisterRecord record, Facts<Place> places) {
        boolean isSameStay = places.open(Place.Kind.REGISTERED.code())
                .filter(open -> !record.fixedOn().isAfter(open.from()))
                .isPresent();
        return isSameStay ? record.change().changedOn() : record.fixedOn();
    }

    private void holdOrEnd(Place place, LocalDate from, LocalDate changedOn, Facts<Place> places) {
        if (place.isEmpty()) {
            places.end(place.series(), changedOn);
        } else {
            places.hold(place, from, source);
        }
    }

    /** The register sends only what its old characters can write; the true name is kept as long as it is the same. */
    private static Image withTrueNames(Image sent, Optional<Image> before, Chunk chunk) throws SQLException {
        OwnCharacters characters = chunk.characters();
        String name = before.filter(held -> held.nameAsSent().equals(sent.nameAsSent()))
                .filter(held -> !OwnCharacters.isDamaged(held.names().name()))
                .map(held -> held.names().name())
                .orElse(characters.resolve(sent.nameAsSent()));
        PersonName names = new PersonName(
                name,
                sent.names().kana(),
                sent.names().kanaOfficial(),
                characters.resolve(sent.names().alias()),
                sent.names().aliasKana(),
                sent.names().latin());
        return new Image(
                names,
                sent.nameAsSent(),
                sent.birth(),
                sent.sex(),
                sent.kind(),
                sent.state(),
                sent.residence(),
                sent.foreignStatus(),
                sent.protection(),
                before.map(Image::inLedger).orElse(false),
                sent.origin());
    }

    private static LifeEvent toEvent(RegisterRecord record, Image image) {
        return new LifeEvent(
                image.origin().recordId(),
                record.number(),
                record.change(),
                record.processedAt(),
                image.birth().day(),
                record.membership().householdNumber(),
                image.inLedger());
    }

    /** Whether the register has told of a state in between that never came here. */
    private static boolean isGap(RegisterRecord record, Optional<Image> before) {
        if (record.beforeImage().isEmpty()) {
            return false;
        }
        return before.map(held ->
                        held.origin().isRegister() && !held.origin().sentHash().equals(record.beforeImage()))
                .orElse(true);
    }

    static WorkItem damagedName(AddresseeNumber number, String recordId) {
        return new WorkItem(
                "name-" + number + "-" + recordId,
                "person.name",
                Optional.of(number),
                "宛名番号" + number + ": E205 氏名に〓または未登録の外字があります。正しい文字を確認してください。（異動番号" + recordId + "）");
    }

    private static WorkItem gap(AddresseeNumber number, String recordId) {
        return new WorkItem(
                "gap-" + recordId,
                "resident.gap",
                Optional.of(number),
                "宛名番号" + number + ": E501 異動前の内容が手元と合いません。届いていない異動がないか市民課に確認してください。（異動番号" + recordId + "）");
    }
}
