// SPDX-FileCopyrightText: Teate contributors
// SPDX-License-Identifier: Apache-2.0
package org.teate.web;

import java.util.Comparator;
import java.util.List;
import java.util.Map;

/**
 * A kind of work that waits, and how much of it there is.
 *
 * @param kind the kind as {@link org.teate.access.WorkItem#kind()} has it
 * @param label its name on a page
 * @param count how many items are open
 */
public record WorkKind(String kind, String label, long count) {

    private static final String IMPORT = "import.";
    private static final String OUTBOX = "outbox.";
    private static final String MIGRATION = "migration.";

    private static final Map<String, String> LABELS = Map.ofEntries(
            Map.entry("resident.joined", "転入等"),
            Map.entry("resident.birth", "出生"),
            Map.entry("resident.left", "転出等"),
            Map.entry("resident.death", "死亡"),
            Map.entry("resident.household", "世帯・続柄の異動"),
            Map.entry("resident.birthdate", "生年月日の修正"),
            Map.entry("resident.status", "在留情報の異動"),
            Map.entry("resident.number", "個人番号の変更"),
            Map.entry("resident.protection", "支援措置"),
            Map.entry("resident.cancelled", "異動の取消し"),
            Map.entry("resident.gap", "異動の欠落"),
            Map.entry("resident.mismatch", "住民記録との不一致"),
            Map.entry("person.name", "氏名の文字"),
            Map.entry("welfare.difference", "福祉システムとの不一致"));

    /** Each kind with its count, in the order of the kinds. */
    static List<WorkKind> of(Map<String, Long> counts) {
        return counts.entrySet().stream()
                .map(each -> new WorkKind(each.getKey(), label(each.getKey()), each.getValue()))
                .sorted(Comparator.comparing(WorkKind::kind))
                .toList();
    }

    static String label(String kind) {
        if (kind.startsWith(IMPORT)) {
            return "取込エラー " + kind.substring(IMPORT.length());
        }
        if (kind.startsWith(MIGRATION)) {
            return "移行エラー " + kind.substring(MIGRATION.length());
        }
        return kind.startsWith(OUTBOX)
                ? "送信エラー " + ExchangeTerms.system(kind.substring(OUTBOX.length()))
                : LABELS.getOrDefault(kind, kind);
    }
}
