// SPDX-FileCopyrightText: Teate contributors
// SPDX-License-Identifier: Apache-2.0
package org.teate.web;

import java.util.Map;

/** What the actions of the audit trail are called on a page. */
final class DeedLabels {

    private static final Map<String, String> LABELS = Map.ofEntries(
            Map.entry("sign-in", "サインイン"),
            Map.entry("sign-out", "サインアウト"),
            Map.entry("password.change", "パスワード変更"),
            Map.entry("permission", "権限の確認"),
            Map.entry("person.search", "住民・宛名の検索"),
            Map.entry("person.listed", "検索結果・世帯に表示"),
            Map.entry("person.view", "住民・宛名の照会"),
            Map.entry("person.view.protected", "支援措置対象者の照会"),
            Map.entry("person.change", "異動の取込"),
            Map.entry("person.enter", "宛名の取込"),
            Map.entry("person.mismatch", "住民記録との不一致リストの照会"),
            Map.entry("number.view", "個人番号の照会"),
            Map.entry("number.search", "個人番号による検索"),
            Map.entry("number.enter", "個人番号の取込"),
            Map.entry("number.hand-over", "個人番号の引渡し"),
            Map.entry("character.enter", "外字の取込"),
            Map.entry("case.view", "台帳の照会"),
            Map.entry("case.list", "台帳の一覧"),
            Map.entry("caseload.read", "台帳の一括読出し"),
            Map.entry("case.import", "台帳の取込"),
            Map.entry("case.draft", "処分の起案"),
            Map.entry("case.end", "消滅"),
            Map.entry("case.hold", "差止・保留"),
            Map.entry("case.release", "差止・保留の解除"),
            Map.entry("case.sendback", "処分の差戻し"),
            Map.entry("approval.draft", "起案"),
            Map.entry("approval.approve", "決裁"),
            Map.entry("approval.send-back", "差戻し"),
            Map.entry("payment.start", "支払処理の開始"),
            Map.entry("payment.resume", "支払処理の再開"),
            Map.entry("payment.calculate", "支払の計算"),
            Map.entry("payment.calculated", "支払の計算完了"),
            Map.entry("payment.approve", "支払の決裁"),
            Map.entry("payment.cancel", "支払処理の取消"),
            Map.entry("payment.file.make", "振込データの作成"),
            Map.entry("payment.file.view", "振込データのダウンロード"),
            Map.entry("payment.file.approve", "振込データの承認"),
            Map.entry("payment.file.sendback", "振込データの差戻し"),
            Map.entry("payment.list", "支払の一覧"),
            Map.entry("payment.view", "支払の照会"),
            Map.entry("payment.import", "支払の取込"),
            Map.entry("account.view", "口座の照会"),
            Map.entry("account.reveal", "口座番号の表示"),
            Map.entry("account.import", "口座の取込"),
            Map.entry("welfare.ask", "福祉システムへの照会"),
            Map.entry("exchange.import", "連携ファイルの取込"),
            Map.entry("exchange.retry", "通知の再送"),
            Map.entry("connector.promote", "連携機能の切替"),
            Map.entry("connector.rollback", "連携機能の切戻し"),
            Map.entry("connector.trial.start", "並行稼働の開始"),
            Map.entry("connector.trial.stop", "並行稼働の終了"),
            Map.entry("connector.trial.view", "並行稼働の相違の照会"),
            Map.entry("connector.trial.export", "並行稼働の相違の保存"),
            Map.entry("migration.rehearse", "移行リハーサルの開始"),
            Map.entry("migration.draft", "本番移行の起案"),
            Map.entry("migration.approve", "本番移行の決裁"),
            Map.entry("migration.send-back", "本番移行の差戻し"),
            Map.entry("migration.resume", "移行の再開"),
            Map.entry("migration.interrupt", "移行の中断"),
            Map.entry("migration.hand-over", "移行データの引渡し"),
            Map.entry("migration.finish", "移行の終了"),
            Map.entry("migration.reconcile", "移行の突合の開始"),
            Map.entry("migration.compare", "移行データの突合"),
            Map.entry("migration.report", "移行の結果の照会"),
            Map.entry("bank.import", "金融機関一覧の取込"),
            Map.entry("deduction.import", "徴収の取込"),
            Map.entry("exchange.refuse", "取り決めにない連携ファイルの拒否"),
            Map.entry("exchange.message.view", "通知の内容の照会"),
            Map.entry("exchange.discard.draft", "通知の取消の起案"),
            Map.entry("exchange.discard.sendback", "通知の取消の差戻し"),
            Map.entry("exchange.discard", "通知の取消"),
            Map.entry("work.list", "処理待ちの一覧"),
            Map.entry("work.listed", "処理待ちに表示"),
            Map.entry("work.close", "処理待ちの処理"),
            Map.entry("staff.list", "利用者の一覧"),
            Map.entry("staff.add", "利用者の登録"),
            Map.entry("staff.reset", "利用者のパスワード再発行"),
            Map.entry("staff.expire", "利用者の利用終了"),
            Map.entry("audit.search", "証跡の照会"));

    private DeedLabels() {}

    /** The action's name, or the action itself if it has none here. */
    static String of(String action) {
        return LABELS.getOrDefault(action, action);
    }
}
