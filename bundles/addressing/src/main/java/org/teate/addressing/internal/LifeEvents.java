// SPDX-FileCopyrightText: Teate contributors
// SPDX-License-Identifier: Apache-2.0
package org.teate.addressing.internal;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.LocalDate;
import java.time.Month;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.teate.access.WorkItem;
import org.teate.addressing.ChangeReason;

/**
 * What changes in the register mean for the allowance (異動の効果).
 *
 * <p>A change never decides anything: one that may matter waits on the worklist. It may matter if the person is a
 * child, lives with one, or is named by the existing ledger; newcomers matter only if they are children.
 */
final class LifeEvents {

    /** Derby knows the table as it was before the first file and would scan it for every chunk; elsewhere a comment. */
    private static final String KNOWN = "SELECT RECORD_ID FROM RESIDENT_CHANGE"
            + " --DERBY-PROPERTIES constraint=RESIDENT_CHANGE_KEY\n WHERE RECORD_ID IN";

    private static final int CHILD_UNTIL = 18;
    private static final int COUNTED_UNTIL = 22;

    private static final Set<ChangeReason> JOINED = Set.of(
            ChangeReason.MOVED_IN,
            ChangeReason.FROM_ABROAD,
            ChangeReason.BIRTH,
            ChangeReason.ENTERED_BY_OFFICE,
            ChangeReason.STATUS_GAINED);

    private static final String LEAVING = "転出等の異動があります。受給者なら消滅、児童のみなら別居監護を確認してください。";
    private static final String NEWCOMER = "児童が転入等をしました。認定請求の勧奨（15日以内）を確認してください。";
    private static final String HOUSEHOLD = "世帯・続柄の異動があります。監護・同居を確認してください。";
    private static final String STATUS = "在留情報の異動があります。在留資格と期間を確認してください。";

    private static final Map<ChangeReason, Effect> EFFECTS = Map.ofEntries(
            Map.entry(ChangeReason.MOVED_IN, new Effect("resident.joined", NEWCOMER)),
            Map.entry(ChangeReason.FROM_ABROAD, new Effect("resident.joined", NEWCOMER)),
            Map.entry(ChangeReason.ENTERED_BY_OFFICE, new Effect("resident.joined", NEWCOMER)),
            Map.entry(ChangeReason.STATUS_GAINED, new Effect("resident.joined", NEWCOMER)),
            Map.entry(ChangeReason.BIRTH, new Effect("resident.birth", "出生がありました。額改定（増）または認定請求の勧奨を確認してください。")),
            Map.entry(ChangeReason.MOVING_OUT, new Effect("resident.left", LEAVING)),
            Map.entry(ChangeReason.MOVED_OUT, new Effect("resident.left", LEAVING)),
            Map.entry(ChangeReason.MOVED_ABROAD, new Effect("resident.left", LEAVING)),
            Map.entry(ChangeReason.STRUCK_OFF, new Effect("resident.left", LEAVING)),
            Map.entry(ChangeReason.MISSING, new Effect("resident.left", LEAVING)),
            Map.entry(
                    ChangeReason.DEATH,
                    new Effect("resident.death", "死亡の異動があります。受給者なら消滅と未支払請求の案内、児童なら額改定（減）を確認してください。")),
            Map.entry(ChangeReason.HOUSEHOLDER_CHANGED, new Effect("resident.household", HOUSEHOLD)),
            Map.entry(ChangeReason.HOUSEHOLD_SPLIT_OR_JOINED, new Effect("resident.household", HOUSEHOLD)),
            Map.entry(ChangeReason.RELATION_CHANGED, new Effect("resident.household", HOUSEHOLD)),
            Map.entry(ChangeReason.BIRTH_CORRECTED, new Effect("resident.birthdate", "生年月日が修正されました。年齢区分と額を確認してください。")),
            Map.entry(ChangeReason.STATUS_CHANGED, new Effect("resident.status", STATUS)),
            Map.entry(ChangeReason.PERIOD_EXTENDED, new Effect("resident.status", STATUS)),
            Map.entry(ChangeReason.NUMBER_CHANGED, new Effect("resident.number", "個人番号が変更されました。番号連携を確認してください。")),
            Map.entry(
                    ChangeReason.PROTECTION_BEGAN,
                    new Effect("resident.protection", "支援措置が始まりました。自動応答の停止と送付先を確認してください。")),
            Map.entry(
                    ChangeReason.PROTECTION_ENDED,
                    new Effect("resident.protection", "支援措置が終わりました。自動応答の停止と送付先を確認してください。")),
            Map.entry(ChangeReason.CANCELLED, new Effect("resident.cancelled", "異動が取り消されました。その異動による処分を確認してください。")));

    private LifeEvents() {}

    /** What a change makes a clerk do. */
    private record Effect(String kind, String text) {}

    /** Writes the changes that are not known yet. */
    static void save(Connection database, List<LifeEvent> events, Timestamp now) throws SQLException {
        Set<String> known = new HashSet<>();
        KeyedQuery.forEach(
                database, KNOWN, events.stream().map(LifeEvent::recordId).toList(), row -> known.add(row.getString(1)));
        try (PreparedStatement insert = Statements.prepared(
                database,
                "INSERT INTO RESIDENT_CHANGE (RECORD_ID, ADDRESSEE_NUMBER, REASON_CODE, CHANGED_ON, REPORTED_ON,"
                        + " PROCESSED_AT, RECORDED_AT) VALUES (?, ?, ?, ?, ?, ?, ?)")) {
            for (LifeEvent event : events) {
                if (known.add(event.recordId())) {
                    write(insert, event, now);
                    insert.addBatch();
                }
            }
            insert.executeBatch();
        }
    }

    /** What the changes give a clerk to do; asked once the changes themselves are written. */
    static List<WorkItem> effects(Connection database, List<LifeEvent> events) throws SQLException {
        List<LifeEvent> candidates = events.stream()
                .filter(event -> EFFECTS.containsKey(event.change().reason()))
                .toList();
        Set<String> households = householdsWithChildren(database, candidates);
        return candidates.stream()
                .filter(event -> matters(event, households))
                .map(LifeEvents::toWorkItem)
                .toList();
    }

    private static void write(PreparedStatement insert, LifeEvent event, Timestamp now) throws SQLException {
        new Columns(insert)
                .text(event.recordId())
                .text(event.number().value())
                .text(event.change().reason().code())
                .day(event.change().changedOn())
                .day(event.change().reportedOn())
                .at(event.processedAt().map(Timestamp::valueOf).orElse(null))
                .at(now);
    }

    private static boolean matters(LifeEvent event, Set<String> householdsWithChildren) {
        LocalDate day = event.change().changedOn();
        if (JOINED.contains(event.change().reason())) {
            return !event.birth().isBefore(firstBirthday(day, CHILD_UNTIL));
        }
        return event.inLedger()
                || !event.birth().isBefore(firstBirthday(day, COUNTED_UNTIL))
                || householdsWithChildren.contains(event.householdNumber());
    }

    private static WorkItem toWorkItem(LifeEvent event) {
        Effect effect = EFFECTS.get(event.change().reason());
        String text = "宛名番号" + event.number() + ": " + effect.text() + "（異動番号" + event.recordId() + "）";
        return new WorkItem("change-" + event.recordId(), effect.kind(), Optional.of(event.number()), text);
    }

    private static Set<String> householdsWithChildren(Connection database, List<LifeEvent> events) throws SQLException {
        Set<String> households = new HashSet<>();
        Optional<LocalDate> earliest =
                events.stream().map(event -> event.change().changedOn()).min(LocalDate::compareTo);
        if (earliest.isPresent()) {
            String bornSince = firstBirthday(earliest.get(), COUNTED_UNTIL).toString();
            KeyedQuery.forEach(
                    database,
                    "SELECT DISTINCT M.HOUSEHOLD_NUMBER FROM --DERBY-PROPERTIES joinOrder=FIXED\n"
                            + " HOUSEHOLD_MEMBER M --DERBY-PROPERTIES index=HOUSEHOLD_MEMBER_BY_HOUSEHOLD\n"
                            + " JOIN ADDRESSEE A --DERBY-PROPERTIES constraint=ADDRESSEE_KEY\n"
                            + " ON A.ADDRESSEE_NUMBER = M.ADDRESSEE_NUMBER AND A.BIRTH_DATE >= CAST('" + bornSince
                            + "' AS DATE) WHERE M.SUPERSEDED_AT IS NULL AND M.VALID_TO IS NULL AND M.HOUSEHOLD_NUMBER IN",
                    events.stream().map(LifeEvent::householdNumber).collect(Collectors.toSet()),
                    row -> households.add(row.getString(1)));
        }
        return households;
    }

    /** The first day on which one could be born and not yet be past the school year of that age (年度末年齢). */
    private static LocalDate firstBirthday(LocalDate day, int age) {
        int fiscalYear = day.getMonthValue() >= Month.APRIL.getValue() ? day.getYear() : day.getYear() - 1;
        return LocalDate.of(fiscalYear - age, Month.APRIL, 2);
    }
}
