// SPDX-FileCopyrightText: Teate contributors
// SPDX-License-Identifier: Apache-2.0
package org.teate.cases.internal;

import static org.teate.cases.internal.FactTable.column;
import static org.teate.cases.internal.Layout.item;
import static org.teate.cases.internal.Layout.optional;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.teate.addressing.Identities;
import org.teate.addressing.Identity;
import org.teate.cases.ChildRelation;
import org.teate.cases.EndReason;
import org.teate.cases.Livelihood;
import org.teate.cases.internal.Reading.Values;
import org.teate.exchange.FeedHandler;
import org.teate.exchange.Taken;
import org.teate.kernel.AddresseeNumber;

/**
 * Takes in the children of the ledgers（M07 児童）.
 *
 * <p>Only what was found about a child is kept. Rank, age class and amount follow from it by the Act and are checked for
 * their form alone; what the old system paid is in the payments.
 */
@Component(service = FeedHandler.class)
public final class ChildFacts extends LedgerSet {

    private static final Layout LAYOUT = Layout.of(
            item("ledgerNumber", Form.LEDGER),
            item("childAddresseeNumber", Form.ADDRESSEE),
            item("childBirthDate", Form.BIRTH),
            item("relationCode", Form.code(ChildRelation.class, "児童との関係")),
            item("liveTogether", Form.FLAG),
            item("custody", Form.FLAG),
            item("livelihoodCode", Form.code(Livelihood.class, "監護・生計の別")),
            item("birthOrder", Form.number(0, 99)),
            item("ageClass", Form.number(1, 5)),
            item("countedSibling", Form.FLAG),
            item("fromMonth", Form.MONTH),
            optional("toMonth", Form.MONTH),
            optional("endReason", Form.code(EndReason.class, "消滅事由")),
            item("monthlyAmount", Form.number(0, 999_999)),
            optional("facilityId", Form.text(15)),
            item("months", Form.number(0, 999)));

    private static final FactTable CHILD_FACT = FactTable.ofFacts(
            "CHILD_FACT",
            LAYOUT,
            List.of(
                    column("LEDGER_NUMBER", "ledgerNumber"),
                    column("CHILD_ADDRESSEE_NUMBER", "childAddresseeNumber"),
                    column("VALID_FROM", "fromMonth")),
            List.of(
                    column("VALID_TO", "toMonth"),
                    column("BIRTH_DATE", "childBirthDate"),
                    column("RELATION", "relationCode"),
                    column("LIVELIHOOD", "livelihoodCode"),
                    column("LIVES_TOGETHER", "liveTogether"),
                    column("CUSTODY", "custody"),
                    column("FACILITY_NUMBER", "facilityId"),
                    column("END_REASON", "endReason")));

    private static final KeyQuery STRETCHES =
            new KeyQuery("SELECT CHILD_ADDRESSEE_NUMBER, LEDGER_NUMBER, VALID_FROM, VALID_TO FROM "
                    + IndexHint.by("CHILD", "CHILD_FACT")
                    + " WHERE CHILD_ADDRESSEE_NUMBER %s AND SUPERSEDED_AT IS NULL");

    private final Identities identities;

    @Activate
    public ChildFacts(@Reference LedgerDesk desk, @Reference Identities identities) {
        super("M07", LAYOUT, desk);
        this.identities = identities;
    }

    @Override
    Chunk open(Connection connection, List<Values> records, Instant now) throws SQLException {
        return new Children(connection, records, now);
    }

    /** Months of a child in a ledger. */
    private record Stretch(String ledger, String from, String to) {

        boolean isSame(Stretch other) {
            return ledger.equals(other.ledger) && from.equals(other.from);
        }
    }

    /** The children of one chunk. */
    private final class Children implements Chunk {

        private final KnownLedgers ledgers;
        private final Map<AddresseeNumber, Identity> people;
        private final Map<String, List<Stretch>> stretches = new HashMap<>();
        private final FactTable.Writer writer;

        private Children(Connection connection, List<Values> records, Instant now) throws SQLException {
            List<String> numbers = all(records, "ledgerNumber");
            List<String> children = all(records, "childAddresseeNumber");
            people = identities.of(
                    children.stream().distinct().map(AddresseeNumber::of).toList());
            STRETCHES.forEach(
                    connection,
                    children,
                    row -> enter(
                            row.getString(1),
                            new Stretch(row.getString(2), row.getString(3), Yyyymm.orOpen(row.getString(4)))));
            ledgers = KnownLedgers.of(
                    connection,
                    Stream.concat(numbers.stream(), ledgersOfStretches()).toList());
            writer = CHILD_FACT.open(connection, numbers, now);
        }

        @Override
        public Taken take(Values child) throws SQLException {
            Optional<Taken> refusal =
                    ledgers.refuses(child.text("ledgerNumber")).or(() -> refusal(child));
            if (refusal.isPresent()) {
                return refusal.get();
            }
            enter(child.text("childAddresseeNumber"), stretchOf(child));
            return writer.put(child);
        }

        @Override
        public void flush() throws SQLException {
            writer.flush();
        }

        @Override
        public void close() throws SQLException {
            writer.close();
        }

        private Optional<Taken> refusal(Values child) {
            Identity identity = people.get(child.addressee("childAddresseeNumber"));
            if (identity == null) {
                return Optional.of(LedgerSet.refusal("childAddresseeNumber", "E401", "児童の宛名番号の人がいません。"));
            }
            if (!identity.birth().day().equals(child.day("childBirthDate"))) {
                return Optional.of(LedgerSet.refusal("childBirthDate", "E502", "生年月日が宛名の生年月日と異なります。"));
            }
            if (child.has("toMonth") && child.text("toMonth").compareTo(child.text("fromMonth")) < 0) {
                return Optional.of(LedgerSet.refusal("toMonth", "E501", "終了年月が開始年月より前です。"));
            }
            return overlap(child.text("childAddresseeNumber"), stretchOf(child));
        }

        private Optional<Taken> overlap(String child, Stretch stretch) {
            return stretches.getOrDefault(child, List.of()).stream()
                    .filter(other -> !other.isSame(stretch) && overlap(stretch, other))
                    .findFirst()
                    .map(other -> other.ledger().equals(stretch.ledger())
                            ? LedgerSet.refusal("fromMonth", "E503", "同じ児童の期間が重なっています。")
                            : LedgerSet.refusal("fromMonth", "E505", "同じ月に同じ児童の受給者が二人になります。"));
        }

        private boolean overlap(Stretch one, Stretch other) {
            return one.from().compareTo(lastMonthOf(other)) <= 0 && other.from().compareTo(lastMonthOf(one)) <= 0;
        }

        /** The stretch's last month, as far as the ledger's entitlement reaches. */
        private String lastMonthOf(Stretch stretch) {
            return Yyyymm.earlier(stretch.to(), ledgers.lastMonthOf(stretch.ledger()));
        }

        private Stream<String> ledgersOfStretches() {
            return stretches.values().stream().flatMap(List::stream).map(Stretch::ledger);
        }

        private static Stretch stretchOf(Values child) {
            String to = child.find("toMonth").map(String.class::cast).orElse(Yyyymm.OPEN);
            return new Stretch(child.text("ledgerNumber"), child.text("fromMonth"), to);
        }

        private void enter(String child, Stretch stretch) {
            List<Stretch> ofChild = stretches.computeIfAbsent(child, any -> new ArrayList<>(2));
            ofChild.removeIf(stretch::isSame);
            ofChild.add(stretch);
        }
    }
}
