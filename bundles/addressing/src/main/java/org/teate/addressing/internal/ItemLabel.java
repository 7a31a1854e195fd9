// SPDX-FileCopyrightText: Teate contributors
// SPDX-License-Identifier: Apache-2.0
package org.teate.addressing.internal;

import java.util.Map;

/** What a clerk calls the items of the files. */
final class ItemLabel {

    private static final Map<String, String> LABELS = Map.ofEntries(
            Map.entry("recordId", "異動番号"),
            Map.entry("version", "版"),
            Map.entry("op", "処理区分"),
            Map.entry("addresseeNumber", "宛名番号"),
            Map.entry("householdNumber", "世帯番号"),
            Map.entry("residentKind", "住民種別"),
            Map.entry("residentState", "住民状態"),
            Map.entry("nameKanji", "氏名"),
            Map.entry("nameStd", "氏名"),
            Map.entry("nameCp932", "氏名（現行文字）"),
            Map.entry("nameKana", "カナ氏名"),
            Map.entry("nameKanaOfficial", "振り仮名の公証区分"),
            Map.entry("aliasKanji", "通称"),
            Map.entry("aliasName", "通称"),
            Map.entry("aliasKana", "通称カナ"),
            Map.entry("latinName", "併記名"),
            Map.entry("birthDate", "生年月日"),
            Map.entry("birthPrecision", "生年月日の不詳区分"),
            Map.entry("sex", "性別"),
            Map.entry("sexCode", "性別"),
            Map.entry("relation1", "続柄"),
            Map.entry("relationCode", "続柄"),
            Map.entry("householderAddresseeNumber", "世帯主宛名番号"),
            Map.entry("postalCode", "郵便番号"),
            Map.entry("addressCode", "住所コード"),
            Map.entry("address", "住所"),
            Map.entry("addressText", "住所"),
            Map.entry("buildingName", "方書"),
            Map.entry("municipalityCode", "市区町村コード"),
            Map.entry("previousPostalCode", "転入前郵便番号"),
            Map.entry("previousAddress", "転入前住所"),
            Map.entry("previousAddressText", "転入前住所"),
            Map.entry("previousBuildingName", "転入前方書"),
            Map.entry("previousMunicipalityCode", "転入前市区町村コード"),
            Map.entry("newPostalCode", "転出先郵便番号"),
            Map.entry("newAddress", "転出先住所"),
            Map.entry("newAddressText", "転出先住所"),
            Map.entry("newBuildingName", "転出先方書"),
            Map.entry("newMunicipalityCode", "転出先市区町村コード"),
            Map.entry("newKind", "転出区分"),
            Map.entry("changeReason", "異動事由"),
            Map.entry("reasonCode", "事由"),
            Map.entry("changeDate", "異動日"),
            Map.entry("reportDate", "届出日"),
            Map.entry("processedAt", "処理日時"),
            Map.entry("becameDate", "住民となった年月日"),
            Map.entry("fixedDate", "住所を定めた年月日"),
            Map.entry("lostDate", "住民でなくなった年月日"),
            Map.entry("nationality", "国籍"),
            Map.entry("nationalityCode", "国籍"),
            Map.entry("residenceStatus", "在留資格"),
            Map.entry("residenceStatusCode", "在留資格"),
            Map.entry("periodCode", "在留期間"),
            Map.entry("periodTo", "在留期間の満了日"),
            Map.entry("cardNumber", "在留カード番号"),
            Map.entry("supportMeasure", "支援措置"),
            Map.entry("supportFrom", "支援措置の開始日"),
            Map.entry("supportTo", "支援措置の終了日"),
            Map.entry("individualNumber", "個人番号"),
            Map.entry("validFrom", "有効開始日"),
            Map.entry("validTo", "有効終了日"),
            Map.entry("kind", "種別"),
            Map.entry("addresseeName", "送付先氏名"),
            Map.entry("dvProtect", "支援措置による送付先"),
            Map.entry("contactKind", "連絡先種別"),
            Map.entry("value", "連絡先"),
            Map.entry("note", "備考"),
            Map.entry("priority", "優先順位"),
            Map.entry("puaCode", "外字コード"),
            Map.entry("text", "外字の文字"),
            Map.entry("cp932Fallback", "代替文字"),
            Map.entry("usedCount", "使用件数"));

    private ItemLabel() {}

    /** The Japanese name of an item, or the item itself if it has none. */
    static String of(String item) {
        return LABELS.getOrDefault(item, item);
    }
}
