// SPDX-FileCopyrightText: Teate contributors
// SPDX-License-Identifier: Apache-2.0
package org.teate.cases.internal;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.apache.aries.jpa.template.JpaTemplate;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.teate.access.Guard;
import org.teate.exchange.MigrationLayout;
import org.teate.exchange.MigrationSet;

/** Hands over the pages of the ledger as they stand, with what was decided here（M05 受給資格者台帳）. */
@Component(service = MigrationSet.class)
public final class LedgersSet extends CaseSet {

    private static final MigrationLayout LAYOUT = MigrationLayout.of(
                    "M05",
                    STAGE,
                    "ledgerNumber certificateNumber addresseeNumber recipientKind spouseAddresseeNumber"
                            + " spouseOccupationCode hasSpouse paymentMethod specialBenefitFlag foreignerFlag"
                            + " pensionClass insurerKind employmentClass employerName employerPhone"
                            + " insuranceSymbolNumber decisionProcessedOn claimedOn claimProcessedOn decidedOn endedOn"
                            + " receiptConfirmedOn eventDate reasonCode benefitStartMonth benefitEndMonth statusCode"
                            + " lastReportFiscalYear holdCode holdFromMonth donationFlag specialCollectionFlag"
                            + " collectionFlag",
                    "ledgerNumber")
            .counting("statusCode", "holdCode")
            .toldBy("entitlement.");

    /** 特例給付 ended with September 2024; the months from before are the old system's. */
    private static final int SPECIAL_BENEFIT = LAYOUT.items().indexOf("specialBenefitFlag");

    private final FactTexts pages = new FactTexts(LedgerPages.ENTITLEMENT, LAYOUT.items());
    private final List<FactTexts> beside = List.of(
            new FactTexts(LedgerPages.SPOUSE, LAYOUT.items()), new FactTexts(LedgerPages.INSURANCE, LAYOUT.items()));

    @Activate
    public LedgersSet(
            @Reference(target = "(osgi.unit.name=cases)") JpaTemplate jpa,
            @Reference(target = "(osgi.jndi.service.name=teate)") DataSource database,
            @Reference Guard guard) {
        super(LAYOUT, jpa, database, guard);
    }

    @Override
    List<List<String>> read(Connection connection, String owner, int limit, LocalDate businessDate)
            throws SQLException {
        List<String[]> page = pages.after(connection, owner, limit);
        if (page.isEmpty()) {
            return List.of();
        }
        for (FactTexts facts : beside) {
            Map<String, String[]> latest = new HashMap<>();
            facts.between(connection, page.get(0)[0], page.get(page.size() - 1)[0])
                    .forEach(fact -> latest.put(fact[0], fact));
            page.forEach(row -> fill(row, latest.get(row[0])));
        }
        List<List<String>> rows = new ArrayList<>(page.size());
        for (String[] row : page) {
            row[SPECIAL_BENEFIT] = "0";
            rows.add(List.of(row));
        }
        return rows;
    }

    /** Fills what is empty in a row with what the facts beside it say, if there are any. */
    private static void fill(String[] row, String[] facts) {
        for (int i = 0; facts != null && i < row.length; i++) {
            row[i] = row[i].isEmpty() ? facts[i] : row[i];
        }
    }
}
