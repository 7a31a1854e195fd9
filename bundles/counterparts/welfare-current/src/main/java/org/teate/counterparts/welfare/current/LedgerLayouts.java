// SPDX-FileCopyrightText: Teate contributors
// SPDX-License-Identifier: Apache-2.0
package org.teate.counterparts.welfare.current;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import org.teate.counterparts.town.Layout;

/** The items of the migration sets, as docs/interfaces/migration-sets.md has them. */
final class LedgerLayouts {

    static final Layout ADDRESSEE = layout(
            "M01",
            "addresseeNumber residentKind residentState nameKana nameStd nameCp932 degradeFlag aliasName aliasKana "
                    + "latinName birthDate birthPrecision sexCode postalCode addressText addressCode municipalityCode "
                    + "buildingName reasonCode changeDate reportDate nationalityCode residenceStatusCode periodCode "
                    + "periodTo cardNumber previousAddressText previousBuildingName previousMunicipalityCode "
                    + "newPostalCode newAddressText newBuildingName newKind supportMeasure supportFrom supportTo version",
            Set.of("residentKind"),
            Set.of());

    static final Layout PERSON_NUMBER = layout("M02", "addresseeNumber individualNumber validFrom", Set.of(), Set.of());

    static final Layout HOUSEHOLD = layout(
            "M03",
            "householdNumber addresseeNumber relationCode householderAddresseeNumber residentState validFrom validTo",
            Set.of("residentState"),
            Set.of());

    static final Layout MAILING_AND_CONTACT = layout(
            "M04",
            "addresseeNumber kind validFrom validTo reasonCode addresseeName postalCode addressText buildingName "
                    + "dvProtect contactKind value note priority",
            Set.of("kind"),
            Set.of());

    static final Layout LEDGER = layout(
            "M05",
            "ledgerNumber certificateNumber addresseeNumber recipientKind spouseAddresseeNumber spouseOccupationCode "
                    + "hasSpouse paymentMethod specialBenefitFlag foreignerFlag pensionClass insurerKind "
                    + "employmentClass employerName employerPhone insuranceSymbolNumber decisionProcessedOn claimedOn "
                    + "claimProcessedOn decidedOn endedOn receiptConfirmedOn eventDate reasonCode benefitStartMonth "
                    + "benefitEndMonth statusCode lastReportFiscalYear holdCode holdFromMonth donationFlag "
                    + "specialCollectionFlag collectionFlag",
            Set.of("statusCode", "holdCode"),
            Set.of());

    static final Layout HISTORY = layout(
            "M06",
            "ledgerNumber seq eventKind revisionKind eventDate claimedOn decidedOn startMonth beforeAmount afterAmount "
                    + "beforeChildren afterChildren reasonCode",
            Set.of("eventKind"),
            Set.of());

    static final Layout CHILD = layout(
            "M07",
            "ledgerNumber childAddresseeNumber childBirthDate relationCode liveTogether custody livelihoodCode "
                    + "birthOrder ageClass countedSibling fromMonth toMonth endReason monthlyAmount facilityId months",
            Set.of("livelihoodCode"),
            Set.of("months", "monthlyAmount"));

    static final Layout INCOME = layout(
            "M08",
            "ledgerNumber addresseeNumber role taxYear version totalIncome deductions judgedIncome limitClass judgedOn "
                    + "source",
            Set.of("role"),
            Set.of());

    static final Layout STATUS_REPORT =
            layout("M09", "ledgerNumber fiscalYear statusCode reportDue submittedOn", Set.of("statusCode"), Set.of());

    static final Layout ACCOUNT = layout(
            "M10",
            "ledgerNumber seq bankCode branchCode accountType accountNumber yuchoSymbol yuchoNumber holderKana "
                    + "holderKanji validFrom validTo source statusCode verifiedOn",
            Set.of("statusCode", "accountType"),
            Set.of());

    static final Layout PAYMENT = layout(
            "M11",
            "ledgerNumber benefitPeriod seq fromMonth toMonth paymentMethod bankCode branchCode accountType "
                    + "accountNumber holderKana holderKanji plannedAmount adjustmentAmount paidAmount plannedDate "
                    + "paidDate statusCode",
            Set.of("benefitPeriod", "statusCode"),
            Set.of("plannedAmount", "adjustmentAmount", "paidAmount"));

    static final Layout DEDUCTION = layout(
            "M12",
            "ledgerNumber certificateNumber processedOn appliedOn childAddresseeNumber itemCode decidedOn rejectedOn "
                    + "benefitPeriod seq statusCode fiscalYear amount collectionTerm receiptConfirmedOn "
                    + "specialCollectionMonths rejectReasonCode",
            Set.of("statusCode"),
            Set.of("amount"));

    static final Layout GAIJI = layout("M15", "puaCode text cp932Fallback usedCount", Set.of(), Set.of());

    /** Every set, in the order in which they are sent. */
    static final List<Layout> ALL = List.of(
            ADDRESSEE,
            PERSON_NUMBER,
            HOUSEHOLD,
            MAILING_AND_CONTACT,
            LEDGER,
            HISTORY,
            CHILD,
            INCOME,
            STATUS_REPORT,
            ACCOUNT,
            PAYMENT,
            DEDUCTION,
            GAIJI);

    private LedgerLayouts() {}

    private static Layout layout(String id, String items, Set<String> counted, Set<String> summed) {
        return new Layout(
                id, "welfare-current", "F", StandardCharsets.UTF_8, true, List.of(items.split(" ")), counted, summed);
    }
}
