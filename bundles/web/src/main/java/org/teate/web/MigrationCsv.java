// SPDX-FileCopyrightText: Teate contributors
// SPDX-License-Identifier: Apache-2.0
package org.teate.web;

import org.teate.exchange.MigrationProgress;
import org.teate.exchange.MigrationReport;

/** Everything that was found about a migration as one table; the first column says what a row is. */
final class MigrationCsv {

    private MigrationCsv() {}

    static Csv of(MigrationReport report) {
        Csv csv = new Csv().row("区分", "データ", "キー・区分", "項目・状態", "当方", "移行先", "内容");
        for (MigrationProgress set : report.migration().sets()) {
            csv.row(
                    "移行",
                    set.set(),
                    "",
                    set.state().label(),
                    set.sent(),
                    set.applied() + set.unchanged(),
                    "拒否 " + set.refused());
        }
        report.refused()
                .forEach(flaw ->
                        csv.row("拒否", flaw.set(), flaw.key(), flaw.item(), "", "", flaw.code() + " " + flaw.reason()));
        report.comparisons()
                .forEach(each -> csv.row(
                        "突合",
                        each.set(),
                        "",
                        "一致 " + each.equal(),
                        each.here(),
                        each.there(),
                        "不一致 " + each.differing() + "、うち説明済み " + each.explained()));
        report.differences()
                .forEach(each ->
                        csv.row("不一致", each.set(), each.key(), each.kind().label(), "", "", each.explanation()));
        report.balances()
                .forEach(each -> csv.row(
                        "金額",
                        each.set(),
                        each.group(),
                        each.agrees() ? "一致" : "不一致",
                        each.sumHere(),
                        each.sumThere(),
                        "件数 " + each.here() + "・" + each.there() + "、未確認 " + each.unsure()));
        report.spellings()
                .forEach(each -> csv.row("文字", each.set(), each.key(), "", each.received(), each.handedOver(), ""));
        return csv;
    }
}
