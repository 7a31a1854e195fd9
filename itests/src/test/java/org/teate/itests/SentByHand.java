// SPDX-FileCopyrightText: Teate contributors
// SPDX-License-Identifier: Apache-2.0
package org.teate.itests;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.teate.kernel.AddresseeNumber;
import org.teate.kernel.IndividualNumber;
import org.teate.kernel.LedgerNumber;
import org.teate.ports.FeedRecord;

/** Records of migration sets as the existing ledger would send them, about one recipient with one child. */
final class SentByHand {

    private final LedgerNumber ledger;
    private final AddresseeNumber recipient;
    private final AddresseeNumber child;

    /** @param serial tells this case from those of other tests */
    SentByHand(int serial) {
        ledger = LedgerNumber.ofSerial(serial);
        recipient = AddresseeNumber.of(String.format("%015d", 10L * serial));
        child = AddresseeNumber.of(String.format("%015d", 10L * serial + 1));
    }

    LedgerNumber ledger() {
        return ledger;
    }

    AddresseeNumber recipient() {
        return recipient;
    }

    IndividualNumber individualNumber() {
        String base = recipient.value().substring(4);
        return IndividualNumber.of(base + IndividualNumber.checkDigit(base));
    }

    /** M01: the recipient, under support measures, and the child. */
    List<FeedRecord> addressees() {
        return List.of(
                addressee(recipient, "試験　花子", "シケン　ハナコ", "19900401", "2"),
                addressee(child, "試験　一郎", "シケン　イチロウ", "20250420", "1"));
    }

    /** M02: the recipient's Individual Number. */
    List<FeedRecord> numbers() {
        return List.of(record(
                        "addresseeNumber",
                        recipient,
                        "individualNumber",
                        individualNumber().digits())
                .and("validFrom", "20151005")
                .sent());
    }

    /** M05: paid since May 2025, without a spouse. */
    List<FeedRecord> ledgers() {
        return List.of(record("ledgerNumber", ledger, "certificateNumber", "N" + ledger)
                .and("addresseeNumber", recipient, "recipientKind", "1", "hasSpouse", "0", "paymentMethod", "1")
                .and("spouseAddresseeNumber", "", "spouseOccupationCode", "", "specialBenefitFlag", "0")
                .and("foreignerFlag", "0", "pensionClass", "2", "insurerKind", "10", "employmentClass", "1")
                .and("employerName", "", "employerPhone", "", "insuranceSymbolNumber", "", "reasonCode", "")
                .and("decisionProcessedOn", "20250425", "claimedOn", "20250425", "claimProcessedOn", "20250425")
                .and("decidedOn", "20250425", "endedOn", "", "receiptConfirmedOn", "20250425", "eventDate", "20250420")
                .and("benefitStartMonth", "202505", "benefitEndMonth", "", "statusCode", "30")
                .and("lastReportFiscalYear", "", "holdCode", "00", "holdFromMonth", "")
                .and("donationFlag", "0", "specialCollectionFlag", "0", "collectionFlag", "0")
                .sent());
    }

    /** M07: the child, in care since the birth. */
    List<FeedRecord> children() {
        return List.of(record("ledgerNumber", ledger, "childAddresseeNumber", child)
                .and("childBirthDate", "20250420", "relationCode", "1", "liveTogether", "1", "custody", "1")
                .and("livelihoodCode", "1", "birthOrder", "1", "ageClass", "1", "countedSibling", "0")
                .and("fromMonth", "202505", "toMonth", "", "endReason", "", "monthlyAmount", "15000")
                .and("facilityId", "", "months", "19")
                .sent());
    }

    private static FeedRecord addressee(AddresseeNumber number, String name, String kana, String born, String sex) {
        return record("addresseeNumber", number, "residentKind", "1", "residentState", "1")
                .and("nameKana", kana, "nameStd", name, "nameCp932", name, "degradeFlag", "0")
                .and("aliasName", "", "aliasKana", "", "latinName", "")
                .and("birthDate", born, "birthPrecision", "0", "sexCode", sex)
                .and("postalCode", "9200000", "addressText", "金沢市見本町一丁目１番", "addressCode", "1720140001")
                .and("municipalityCode", "172014", "buildingName", "", "reasonCode", "99", "changeDate", "20250420")
                .and("reportDate", "", "nationalityCode", "", "residenceStatusCode", "", "periodCode", "")
                .and("periodTo", "", "cardNumber", "", "previousAddressText", "", "previousBuildingName", "")
                .and("previousMunicipalityCode", "", "newPostalCode", "", "newAddressText", "")
                .and("newBuildingName", "", "newKind", "", "supportMeasure", "1", "supportFrom", "20260401")
                .and("supportTo", "20270331", "version", "1")
                .sent();
    }

    private static Values record(Object... pairs) {
        return new Values().and(pairs);
    }

    /** The items of one record, in the order in which they are given. */
    private static final class Values {

        private final Map<String, String> items = new LinkedHashMap<>();

        Values and(Object... pairs) {
            for (int i = 0; i < pairs.length; i += 2) {
                items.put(pairs[i].toString(), pairs[i + 1].toString());
            }
            return this;
        }

        FeedRecord sent() {
            Map<String, Integer> positions = new HashMap<>();
            items.keySet().forEach(item -> positions.put(item, positions.size()));
            return new FeedRecord(1, positions, new ArrayList<>(items.values()));
        }
    }
}
