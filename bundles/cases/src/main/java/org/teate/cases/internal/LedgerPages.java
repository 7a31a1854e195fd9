// SPDX-FileCopyrightText: Teate contributors
// SPDX-License-Identifier: Apache-2.0
package org.teate.cases.internal;

import static org.teate.cases.internal.FactTable.column;
import static org.teate.cases.internal.Layout.item;
import static org.teate.cases.internal.Layout.optional;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.teate.addressing.Identities;
import org.teate.addressing.Identity;
import org.teate.cases.CaseStatus;
import org.teate.cases.EmploymentClass;
import org.teate.cases.EndReason;
import org.teate.cases.ForeignerKind;
import org.teate.cases.Hold;
import org.teate.cases.Insurer;
import org.teate.cases.Occupation;
import org.teate.cases.PaymentMethod;
import org.teate.cases.PensionClass;
import org.teate.cases.SpouseState;
import org.teate.cases.internal.Reading.Values;
import org.teate.exchange.FeedHandler;
import org.teate.exchange.Taken;
import org.teate.kernel.AddresseeNumber;

/** Takes in the pages of the ledger（M05 受給資格者台帳）. A page on which Teate has decided is Teate's own for good. */
@Component(service = FeedHandler.class)
public final class LedgerPages extends LedgerSet {

    private static final Layout LAYOUT = Layout.of(
            item("ledgerNumber", Form.LEDGER),
            item("certificateNumber", Form.text(12)),
            item("addresseeNumber", Form.ADDRESSEE),
            item("recipientKind", RecipientKinds.FORM),
            optional("spouseAddresseeNumber", Form.ADDRESSEE),
            optional("spouseOccupationCode", Form.code(Occupation.class, "配偶者職業")),
            item("hasSpouse", Form.code(SpouseState.class, "配偶者有無")),
            item("paymentMethod", Form.code(PaymentMethod.class, "支払方法")),
            item("specialBenefitFlag", Form.FLAG),
            item("foreignerFlag", Form.code(ForeignerKind.class, "外国人区分")),
            item("pensionClass", Form.code(PensionClass.class, "年金種別")),
            item("insurerKind", Form.code(Insurer.class, "年金保険区分")),
            item("employmentClass", Form.code(EmploymentClass.class, "被用区分")),
            optional("employerName", Form.text(200)),
            optional("employerPhone", Form.text(20)),
            optional("insuranceSymbolNumber", Form.text(40)),
            item("decisionProcessedOn", Form.DAY),
            item("claimedOn", Form.DAY),
            item("claimProcessedOn", Form.DAY),
            item("decidedOn", Form.DAY),
            optional("endedOn", Form.DAY),
            item("receiptConfirmedOn", Form.DAY),
            item("eventDate", Form.DAY),
            optional("reasonCode", Form.code(EndReason.class, "消滅事由")),
            item("benefitStartMonth", Form.MONTH),
            optional("benefitEndMonth", Form.MONTH),
            item("statusCode", Form.code(CaseStatus.class, "資格状態")),
            optional("lastReportFiscalYear", Form.number(1972, 9999)),
            item("holdCode", Form.code(Hold.class, "支払保留区分")),
            optional("holdFromMonth", Form.MONTH),
            item("donationFlag", Form.FLAG),
            item("specialCollectionFlag", Form.FLAG),
            item("collectionFlag", Form.FLAG));

    static final FactTable ENTITLEMENT = FactTable.ofFacts(
            "ENTITLEMENT",
            LAYOUT,
            List.of(column("LEDGER_NUMBER", "ledgerNumber")),
            List.of(
                    column("CERTIFICATE_NUMBER", "certificateNumber"),
                    column("ADDRESSEE_NUMBER", "addresseeNumber"),
                    column("RECIPIENT_KIND", "recipientKind"),
                    column("STATUS", "statusCode"),
                    column("PAYMENT_METHOD", "paymentMethod"),
                    column("VALID_FROM", "benefitStartMonth"),
                    column("VALID_TO", "benefitEndMonth"),
                    column("ENDED_ON", "endedOn"),
                    column("END_REASON", "reasonCode"),
                    column("HOLD_CODE", "holdCode"),
                    column("HOLD_FROM", "holdFromMonth"),
                    column("CLAIMED_ON", "claimedOn"),
                    column("EVENT_ON", "eventDate"),
                    column("COMPLETE_ON", "receiptConfirmedOn"),
                    column("PROCESSED_ON", "claimProcessedOn"),
                    column("CERTIFIED_ON", "decidedOn"),
                    column("ENTERED_ON", "decisionProcessedOn"),
                    column("FOREIGNER_KIND", "foreignerFlag"),
                    column("LAST_REPORT_YEAR", "lastReportFiscalYear"),
                    column("DONATES", "donationFlag"),
                    column("SPECIALLY_COLLECTED", "specialCollectionFlag"),
                    column("COLLECTED", "collectionFlag")));

    private static final List<FactTable.Column> LEDGER_AND_START =
            List.of(column("LEDGER_NUMBER", "ledgerNumber"), column("VALID_FROM", "benefitStartMonth"));

    static final FactTable SPOUSE = FactTable.ofFacts(
            "SPOUSE_FACT",
            LAYOUT,
            LEDGER_AND_START,
            List.of(
                    column("SPOUSE_STATE", "hasSpouse"),
                    column("SPOUSE_ADDRESSEE_NUMBER", "spouseAddresseeNumber"),
                    column("OCCUPATION", "spouseOccupationCode")));

    static final FactTable INSURANCE = FactTable.ofFacts(
            "INSURANCE_FACT",
            LAYOUT,
            LEDGER_AND_START,
            List.of(
                    column("EMPLOYMENT_CLASS", "employmentClass"),
                    column("PENSION_CLASS", "pensionClass"),
                    column("INSURER", "insurerKind"),
                    column("SYMBOL_AND_NUMBER", "insuranceSymbolNumber"),
                    column("EMPLOYER", "employerName"),
                    column("EMPLOYER_PHONE", "employerPhone")));

    private static final KeyQuery DECIDED_HERE =
            new KeyQuery("SELECT LEDGER_NUMBER FROM " + IndexHint.byKey("ENTITLEMENT")
                    + " WHERE LEDGER_NUMBER %s AND SUPERSEDED_AT IS NULL AND DECISION_SEQUENCE IS NOT NULL");

    private final Identities identities;

    @Activate
    public LedgerPages(@Reference LedgerDesk desk, @Reference Identities identities) {
        super("M05", LAYOUT, desk);
        this.identities = identities;
    }

    @Override
    Chunk open(Connection connection, List<Values> records, Instant now) throws SQLException {
        return new Pages(connection, records, now);
    }

    private static Optional<Taken> refusal(Values page, Map<AddresseeNumber, Identity> people) {
        if (!people.containsKey(page.addressee("addresseeNumber"))) {
            return Optional.of(refusal("addresseeNumber", "E401", "宛名番号の人がいません。"));
        }
        if (page.has("spouseAddresseeNumber") && !people.containsKey(page.addressee("spouseAddresseeNumber"))) {
            return Optional.of(refusal("spouseAddresseeNumber", "E401", "配偶者の宛名番号の人がいません。"));
        }
        if (page.has("benefitEndMonth") && page.text("benefitEndMonth").compareTo(page.text("benefitStartMonth")) < 0) {
            return Optional.of(refusal("benefitEndMonth", "E501", "支給終了年月が支給開始年月より前です。"));
        }
        boolean ended = page.text("statusCode").equals(CaseStatus.ENDED.code());
        for (String item : List.of("benefitEndMonth", "endedOn", "reasonCode")) {
            if (page.has(item) != ended) {
                String sentence = ended ? "資格状態が消滅なのに空です。" : "資格状態が消滅でないのに値があります。";
                return Optional.of(refusal(item, "E504", sentence));
            }
        }
        boolean held = !page.text("holdCode").equals(Hold.NONE.code());
        if (page.text("statusCode").equals(CaseStatus.WITHHELD.code()) && !held) {
            return Optional.of(refusal("holdCode", "E504", "資格状態が差止なのに支払保留区分がありません。"));
        }
        return page.has("holdFromMonth") && !held
                ? Optional.of(refusal("holdFromMonth", "E504", "支払保留区分がないのに値があります。"))
                : Optional.empty();
    }

    /** The pages of one chunk. */
    private final class Pages implements Chunk {

        private final Map<AddresseeNumber, Identity> people;
        private final Set<String> decidedHere = new HashSet<>();
        private final List<FactTable.Writer> writers;

        private Pages(Connection connection, List<Values> records, Instant now) throws SQLException {
            people = identities.of(Stream.of("addresseeNumber", "spouseAddresseeNumber")
                    .flatMap(item -> all(records, item).stream())
                    .map(AddresseeNumber::of)
                    .distinct()
                    .toList());
            List<String> ledgers = all(records, "ledgerNumber");
            DECIDED_HERE.forEach(connection, ledgers, row -> decidedHere.add(row.getString(1)));
            writers = List.of(
                    ENTITLEMENT.open(connection, ledgers, now),
                    SPOUSE.open(connection, ledgers, now),
                    INSURANCE.open(connection, ledgers, now));
        }

        @Override
        public Taken take(Values page) throws SQLException {
            Optional<Taken> refusal = refusal(page, people);
            if (refusal.isPresent()) {
                return refusal.get();
            }
            if (decidedHere.contains(page.text("ledgerNumber"))) {
                return Taken.STALE;
            }
            Taken taken = Taken.UNCHANGED;
            for (FactTable.Writer writer : writers) {
                taken = writer.put(page) == Taken.APPLIED ? Taken.APPLIED : taken;
            }
            return taken;
        }

        @Override
        public void flush() throws SQLException {
            for (FactTable.Writer writer : writers) {
                writer.flush();
            }
        }

        @Override
        public void close() throws SQLException {
            for (FactTable.Writer writer : writers) {
                writer.close();
            }
        }
    }
}
