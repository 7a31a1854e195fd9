// SPDX-FileCopyrightText: Teate contributors
// SPDX-License-Identifier: Apache-2.0
package org.teate.web;

import java.util.Map;

/** What systems, their ports, what they send and what they are told are called on a page; each by itself if it has no name here. */
final class ExchangeTerms {

    private static final Map<String, String> SYSTEMS = Map.of(
            "welfare", "福祉システム",
            "residents", "住民記録システム",
            "bank", "金融機関",
            "tax", "税務システム",
            "pension", "年金システム",
            "care", "介護保険システム",
            "citizens", "申請管理システム");

    private static final Map<String, String> PORTS = Map.of(
            "Feed", "ファイルの受取り",
            "Teller", "通知の送信",
            "WelfareLedger", "台帳・申請者の照会",
            "BankTransfers", "振込データの検査・作成",
            "SetReceiver", "移行データの受入れ");

    private static final Map<String, String> QUESTIONS = Map.of(
            "WelfareLedger.ledgersOf", "受給者の台帳の照会",
            "WelfareLedger.applicant", "申請者の照会",
            "WelfareLedger.after", "台帳の一覧");

    private static final Map<String, String> ITEMS = Map.ofEntries(
            Map.entry("ledger", "台帳番号"),
            Map.entry("recipient", "受給者"),
            Map.entry("statusCode", "資格状態"),
            Map.entry("firstMonth", "支給開始月"),
            Map.entry("lastMonth", "支給終了月"),
            Map.entry("reasonCode", "理由"),
            Map.entry("monthly", "月額"),
            Map.entry("children", "児童数"),
            Map.entry("paidUpTo", "支払済みの月"),
            Map.entry("lastDecision", "最後の処分"),
            Map.entry("number", "番号"),
            Map.entry("name", "氏名"),
            Map.entry("kana", "カナ氏名"),
            Map.entry("birthDate", "生年月日"),
            Map.entry("relationCode", "続柄"),
            Map.entry("taxYear", "所得の年度"),
            Map.entry("judged", "判定所得"),
            Map.entry("bankCode", "銀行コード"),
            Map.entry("branchCode", "支店コード"),
            Map.entry("type", "預金種目"),
            Map.entry("holderKana", "口座名義"));

    private static final Map<String, String> TOLD = Map.of(
            "entitlement.certified", "認定",
            "entitlement.revised", "額改定",
            "entitlement.ended", "消滅",
            "entitlement.held", "差止・保留",
            "entitlement.released", "差止・保留の解除",
            "payment.paid", "支払",
            "account.changed", "口座の変更",
            "transfer.file", "総合振込データ");

    private static final Map<String, String> FILES = Map.ofEntries(
            Map.entry("IF-10", "住民の異動"),
            Map.entry("IF-11", "住民の全件"),
            Map.entry("WL-01", "福祉システムの夜間台帳"),
            Map.entry("M01", "宛名"),
            Map.entry("M02", "個人番号"),
            Map.entry("M03", "世帯"),
            Map.entry("M04", "送付先・連絡先"),
            Map.entry("M05", "受給資格者台帳"),
            Map.entry("M06", "認定・改定・消滅"),
            Map.entry("M07", "児童"),
            Map.entry("M08", "所得"),
            Map.entry("M09", "現況届"),
            Map.entry("M10", "支払先口座"),
            Map.entry("M11", "支払"),
            Map.entry("M12", "徴収"),
            Map.entry("M15", "外字"));

    private ExchangeTerms() {}

    /** A system's name, such as 福祉システム. */
    static String system(String system) {
        return SYSTEMS.getOrDefault(system, system);
    }

    /** What a port is for. */
    static String port(String port) {
        return PORTS.getOrDefault(port, port);
    }

    /** What a question of a port asks for. */
    static String question(String question) {
        return QUESTIONS.getOrDefault(question, question);
    }

    /** The item of an answer that a path ends at, the path itself if it has no name. */
    static String item(String path) {
        return ITEMS.getOrDefault(path.substring(path.lastIndexOf('.') + 1), path);
    }

    /** What a kind of message tells. */
    static String told(String kind) {
        return TOLD.getOrDefault(kind, kind);
    }

    /** What the files of an interface hold, after the interface's own name. */
    static String file(String interfaceId) {
        return FILES.containsKey(interfaceId) ? interfaceId + " " + FILES.get(interfaceId) : interfaceId;
    }
}
