// SPDX-FileCopyrightText: Teate contributors
// SPDX-License-Identifier: Apache-2.0
package org.teate.web;

import java.util.List;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.teate.exchange.Migration;
import org.teate.exchange.MigrationOutcome;
import org.teate.exchange.MigrationProgress;

/**
 * A migration as a page shows it.
 *
 * @param migration the migration
 */
public record MigrationView(Migration migration) {

    /** A control total that is not the same here and there. */
    public record Total(String set, String name, long here, long there) {

        /** What is counted or summed up, in words. */
        public String label() {
            String[] parts = name.split("\\.", 3);
            if (parts.length == 2 && parts[0].equals("sum")) {
                return parts[1] + " の合計";
            }
            return parts.length == 3 && parts[0].equals("count") ? parts[1] + " が " + parts[2] + " の件数" : name;
        }
    }

    /** Whether the server is at it now. */
    public boolean underWay() {
        return migration.state() == Migration.State.RUNNING || migration.state() == Migration.State.RECONCILING;
    }

    /** How many sets have been handed over, in agreement or not. */
    public long setsDone() {
        return migration.sets().stream()
                .filter(set -> set.state() == MigrationProgress.State.AGREED
                        || set.state() == MigrationProgress.State.DIFFERENT)
                .count();
    }

    /** The control totals that disagree. */
    public List<Total> disagreements() {
        return migration.sets().stream()
                .filter(set -> set.state() == MigrationProgress.State.DIFFERENT)
                .flatMap(MigrationView::disagreements)
                .toList();
    }

    private static Stream<Total> disagreements(MigrationProgress set) {
        TreeSet<String> names = new TreeSet<>(set.here().keySet());
        names.addAll(set.there().keySet());
        return names.stream()
                .map(name -> new Total(
                        set.set(),
                        name,
                        set.here().getOrDefault(name, 0L),
                        set.there().getOrDefault(name, 0L)))
                .filter(total -> total.here() != total.there());
    }

    /** Why nothing came of an attempt, as a sentence. */
    static String sentence(MigrationOutcome outcome) {
        if (outcome instanceof MigrationOutcome.Busy busy) {
            Migration other = busy.other();
            return other.kind().label() + " " + other.number() + " が「"
                    + other.state().label() + "」です。終わってから始めてください。";
        } else if (outcome instanceof MigrationOutcome.NoReceiver none) {
            return "連携機能 " + none.connector() + " は、移行データを受け入れられません。接続を確かめてください。";
        } else if (outcome instanceof MigrationOutcome.InUse inUse) {
            return "連携機能 " + inUse.connector() + " は使用中のため、移行先にできません。";
        } else if (outcome instanceof MigrationOutcome.Incomplete incomplete) {
            return "移行すべきデータを持つ機能が動いていません（" + String.join("、", incomplete.missing()) + "）。システム管理者に連絡してください。";
        } else if (outcome instanceof MigrationOutcome.NotNow notNow) {
            return "この移行は「" + notNow.migration().state().label() + "」のため、この操作はできません。";
        } else if (outcome instanceof MigrationOutcome.OwnDraft) {
            return "自分が起案したものは決裁できません。別の職員が決裁します。";
        }
        return "受け付けました。";
    }
}
