// SPDX-FileCopyrightText: Teate contributors
// SPDX-License-Identifier: Apache-2.0
package org.teate.counterparts.welfare.next;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.teate.kernel.AddresseeNumber;
import org.teate.kernel.LedgerNumber;

/** What the three interfaces for facts carry, and what of it is refused. */
final class Facts {

    static final String CERTIFIED = "entitlement.certified";

    private static final Map<String, List<String>> ITEMS = Map.of(
            "WF-01",
                    List.of(
                            "messageKey",
                            "kind",
                            "decisionNumber",
                            "ledgerNumber",
                            "addresseeNumber",
                            "decidedOn",
                            "startMonth",
                            "eventOn",
                            "reasonCode",
                            "monthly",
                            "children"),
            "WF-02",
                    List.of(
                            "messageKey",
                            "runKey",
                            "paymentMonth",
                            "paidOn",
                            "ledgerNumber",
                            "addresseeNumber",
                            "fromMonth",
                            "toMonth",
                            "yen"),
            "WF-03",
                    List.of(
                            "messageKey",
                            "ledgerNumber",
                            "addresseeNumber",
                            "decidedOn",
                            "bankCode",
                            "branchCode",
                            "accountType",
                            "accountNumber",
                            "holderKana"));
    private static final Map<String, Set<String>> KINDS = Map.of(
            "WF-01",
                    Set.of(
                            CERTIFIED,
                            "entitlement.revised",
                            "entitlement.ended",
                            "entitlement.held",
                            "entitlement.released"),
            "WF-02", Set.of("payment.paid"),
            "WF-03", Set.of("account.changed"));

    private Facts() {}

    static boolean areOn(String link) {
        return ITEMS.containsKey(link);
    }

    /** Why the file is refused whatever our ledgers say, empty if it is not. */
    static List<Place.Fault> faultsOf(String link, JsonNode manifest, Csv file) {
        if (!file.items().equals(ITEMS.get(link))) {
            return List.of(new Place.Fault(0, "", "E109", "見出し行の項目が取り決めと異なります。"));
        }
        String kind = manifest.path("kind").asText();
        if (!KINDS.get(link).contains(kind)) {
            return List.of(new Place.Fault(0, "kind", "E103", "このインターフェースで受け付けていない種類です。"));
        }
        List<Place.Fault> faults = new ArrayList<>();
        for (int row = 1; row <= file.rows().size(); row++) {
            Map<String, String> values = file.named(file.rows().get(row - 1));
            if (!values.get("messageKey").equals(manifest.path("messageKey").asText())) {
                faults.add(new Place.Fault(row, "messageKey", "E102", "マニフェストのキーと一致しません。"));
            }
            formOf(link, kind, values, row).ifPresent(faults::add);
        }
        return faults;
    }

    private static Optional<Place.Fault> formOf(String link, String kind, Map<String, String> row, int number) {
        if (!LedgerNumber.isValid(row.get("ledgerNumber"))) {
            return Optional.of(new Place.Fault(number, "ledgerNumber", "E201", "台帳番号の形式が正しくありません。"));
        }
        if (!AddresseeNumber.isValid(row.get("addresseeNumber"))) {
            return Optional.of(new Place.Fault(number, "addresseeNumber", "E201", "宛名番号の形式が正しくありません。"));
        }
        List<String> months =
                switch (link) {
                    case "WF-01" -> List.of("startMonth");
                    case "WF-02" -> List.of("paymentMonth", "fromMonth", "toMonth");
                    default -> List.of();
                };
        for (String month : months) {
            if (!row.get(month).matches("[0-9]{4}(0[1-9]|1[0-2])")) {
                return Optional.of(new Place.Fault(number, month, "E201", "年月の形式が正しくありません。"));
            }
        }
        boolean amount = kind.equals(CERTIFIED) || kind.equals("entitlement.revised");
        for (String item :
                amount ? List.of("monthly", "children") : link.equals("WF-02") ? List.of("yen") : List.<String>of()) {
            if (!row.get(item).matches("-?[0-9]{1,12}")) {
                return Optional.of(new Place.Fault(number, item, "E201", "数値の形式が正しくありません。"));
            }
        }
        return Optional.empty();
    }

    /** Why our ledgers cannot take it. */
    static List<Place.Fault> faultsOf(String kind, Csv file, Ledgers ledgers) {
        List<Place.Fault> faults = new ArrayList<>();
        for (int row = 1; row <= file.rows().size() && !kind.equals(CERTIFIED); row++) {
            Map<String, String> values = file.named(file.rows().get(row - 1));
            if (!ledgers.has(values.get("ledgerNumber"))) {
                faults.add(new Place.Fault(row, "ledgerNumber", "E402", "台帳番号が登録されていません。"));
            } else if (!ledgers.isOf(values.get("ledgerNumber"), values.get("addresseeNumber"))) {
                faults.add(new Place.Fault(row, "addresseeNumber", "E403", "台帳の受給者ではありません。"));
            }
        }
        return faults;
    }

    /** The rows as the book keeps them. */
    static ObjectNode content(Csv file) {
        ObjectNode content = Json.object();
        var rows = content.putArray("rows");
        file.rows().forEach(row -> {
            ObjectNode named = rows.addObject();
            for (int item = 0; item < row.size(); item++) {
                named.put(file.items().get(item), row.get(item));
            }
        });
        return content;
    }
}
