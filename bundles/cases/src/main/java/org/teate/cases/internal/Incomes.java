// SPDX-FileCopyrightText: Teate contributors
// SPDX-License-Identifier: Apache-2.0
package org.teate.cases.internal;

import static org.teate.cases.internal.FactTable.column;
import static org.teate.cases.internal.Layout.item;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.teate.addressing.Identities;
import org.teate.addressing.Identity;
import org.teate.cases.IncomeClass;
import org.teate.cases.IncomeRole;
import org.teate.cases.IncomeSource;
import org.teate.cases.internal.Reading.Values;
import org.teate.exchange.FeedHandler;
import org.teate.exchange.Taken;
import org.teate.kernel.AddresseeNumber;

/** Takes in the assessed incomes（M08 所得）. */
@Component(service = FeedHandler.class)
public final class Incomes extends LedgerSet {

    private static final Form YEN = Form.number(0, 999_999_999_999L);

    private static final Layout LAYOUT = Layout.of(
            item("ledgerNumber", Form.LEDGER),
            item("addresseeNumber", Form.ADDRESSEE),
            item("role", Form.code(IncomeRole.class, "所得の対象者")),
            item("taxYear", Form.number(1972, 9999)),
            item("version", Form.number(1, 9999)),
            item("totalIncome", Form.number(-999_999_999_999L, 999_999_999_999L)),
            item("deductions", YEN),
            item("judgedIncome", YEN),
            item("limitClass", Form.code(IncomeClass.class, "所得判定")),
            item("judgedOn", Form.DAY),
            item("source", Form.code(IncomeSource.class, "所得情報の取得元")));

    static final FactTable INCOME_ASSESSMENT = FactTable.ofFacts(
            "INCOME_ASSESSMENT",
            LAYOUT,
            List.of(
                    column("ADDRESSEE_NUMBER", "addresseeNumber"),
                    column("TAX_YEAR", "taxYear"),
                    column("ASSESSMENT_NUMBER", "version")),
            List.of(
                    column("LEDGER_NUMBER", "ledgerNumber"),
                    column("INCOME_ROLE", "role"),
                    column("TOTAL_INCOME", "totalIncome"),
                    column("DEDUCTIONS", "deductions"),
                    column("JUDGED_INCOME", "judgedIncome"),
                    column("LIMIT_CLASS", "limitClass"),
                    column("JUDGED_ON", "judgedOn"),
                    column("INCOME_SOURCE", "source")));

    private final Identities identities;

    @Activate
    public Incomes(@Reference LedgerDesk desk, @Reference Identities identities) {
        super("M08", LAYOUT, desk);
        this.identities = identities;
    }

    @Override
    Chunk open(Connection connection, List<Values> records, Instant now) throws SQLException {
        Map<AddresseeNumber, Identity> people = identities.of(all(records, "addresseeNumber").stream()
                .distinct()
                .map(AddresseeNumber::of)
                .toList());
        return new LedgerChunk(connection, INCOME_ASSESSMENT, "addresseeNumber", records, now) {

            @Override
            Optional<Taken> refusal(Values income) {
                return people.containsKey(income.addressee("addresseeNumber"))
                        ? Optional.empty()
                        : Optional.of(LedgerSet.refusal("addresseeNumber", "E401", "宛名番号の人がいません。"));
            }
        };
    }
}
