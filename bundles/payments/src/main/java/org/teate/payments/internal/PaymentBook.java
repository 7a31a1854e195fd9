// SPDX-FileCopyrightText: Teate contributors
// SPDX-License-Identifier: Apache-2.0
package org.teate.payments.internal;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.teate.access.AuditTrail;
import org.teate.access.Deed;
import org.teate.access.Guard;
import org.teate.access.Permission;
import org.teate.cases.CaseFile;
import org.teate.cases.CaseRegister;
import org.teate.kernel.AddresseeNumber;
import org.teate.kernel.LedgerNumber;
import org.teate.payments.Payment;
import org.teate.payments.PaymentDetail;
import org.teate.payments.PaymentRecords;
import org.teate.rules.Assessed;
import org.teate.rules.Breakdown;
import org.teate.rules.ChildMonth;
import org.teate.rules.Reason;

/** What recipients were paid, kept in the database. */
@Component
public final class PaymentBook implements PaymentRecords {

    private final Database database;
    private final BankMaster master;
    private final CaseRegister cases;
    private final Guard guard;
    private final AuditTrail trail;

    @Activate
    public PaymentBook(
            @Reference Database database,
            @Reference BankMaster master,
            @Reference CaseRegister cases,
            @Reference Guard guard,
            @Reference AuditTrail trail) {
        this.database = database;
        this.master = master;
        this.cases = cases;
        this.guard = guard;
        this.trail = trail;
    }

    @Override
    public List<Payment> of(LedgerNumber ledger) {
        guard.require(Permission.CASE_VIEW);
        BankMaster.Snapshot banks = master.snapshot();
        List<PaymentTable.Stored> payments = database.tx(
                connection -> new PaymentTable(RunTable.paymentStates(connection), banks).ofLedger(connection, ledger));
        trail.viewed(About.ledger(cases, ledger, "payment.view", ledger.value(), "支払履歴の照会"));
        return payments.stream().map(PaymentTable.Stored::payment).toList();
    }

    @Override
    public Optional<PaymentDetail> explain(long serial) {
        guard.require(Permission.PAYMENT_VIEW);
        Optional<PaymentTable.Stored> found = find(serial);
        trail.viewed(found.map(stored -> about(stored, "serial " + serial))
                .orElse(List.of(Deed.of("payment.view", "serial " + serial, "支払内訳の照会"))));
        return found.map(stored -> new PaymentDetail(stored.payment(), Breakdown.parse(stored.breakdown())));
    }

    /** The recipient, and every child whose months the payment is made of. */
    private List<Deed> about(PaymentTable.Stored stored, String object) {
        List<Deed> deeds = new ArrayList<>();
        deeds.add(About.ledger(cases, stored.payment().ledger(), "payment.view", object, "支払内訳の照会"));
        Breakdown.parse(stored.breakdown()).stream()
                .map(month -> AddresseeNumber.of(month.child()))
                .distinct()
                .forEach(child -> deeds.add(Deed.about(child, "payment.view", object, "支払内訳の照会")));
        return deeds;
    }

    @Override
    public List<Reason> reasons(long serial) {
        guard.require(Permission.PAYMENT_VIEW);
        PaymentTable.Stored stored =
                find(serial).orElseThrow(() -> new IllegalArgumentException("No payment " + serial));
        List<ChildMonth> months = Breakdown.parse(stored.breakdown());
        if (months.isEmpty()) {
            return List.of();
        }
        Payment payment = stored.payment();
        Instant readAt = database.tx(connection -> SerialStretch.of(connection, serial))
                .flatMap(SerialStretch::readAt)
                .orElseThrow();
        return cases.findAsKnownAt(payment.ledger(), readAt).stream()
                .flatMap(file -> reasons(file, payment, months))
                .toList();
    }

    private static Stream<Reason> reasons(CaseFile file, Payment payment, List<ChildMonth> months) {
        List<Reason> reasons = new ArrayList<>();
        if (file.assess(payment.months()) instanceof Assessed assessed) {
            for (ChildMonth month : months) {
                reasons.add(assessed.reason(month.child(), month.month()));
            }
        }
        return reasons.stream();
    }

    private Optional<PaymentTable.Stored> find(long serial) {
        BankMaster.Snapshot banks = master.snapshot();
        return database.tx(
                connection -> new PaymentTable(RunTable.paymentStates(connection), banks).find(connection, serial));
    }
}
