// SPDX-FileCopyrightText: Teate contributors
// SPDX-License-Identifier: Apache-2.0
package org.teate.payments.internal;

import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.teate.access.AuditTrail;
import org.teate.access.Guard;
import org.teate.access.Permission;
import org.teate.cases.CaseRegister;
import org.teate.kernel.LedgerNumber;
import org.teate.payments.Account;
import org.teate.payments.Accounts;

/** The accounts of recipients, kept in the database. */
@Component
public final class AccountRegister implements Accounts {

    private final Database database;
    private final BankMaster master;
    private final AccountCipher cipher;
    private final CaseRegister cases;
    private final Guard guard;
    private final AuditTrail trail;

    @Activate
    public AccountRegister(
            @Reference Database database,
            @Reference BankMaster master,
            @Reference AccountCipher cipher,
            @Reference CaseRegister cases,
            @Reference Guard guard,
            @Reference AuditTrail trail) {
        this.database = database;
        this.master = master;
        this.cipher = cipher;
        this.cases = cases;
        this.guard = guard;
        this.trail = trail;
    }

    @Override
    public List<Account> history(LedgerNumber ledger) {
        guard.require(Permission.CASE_VIEW);
        List<Account> accounts = rows(ledger).stream().map(this::shown).collect(Collectors.toList());
        trail.viewed(About.ledger(cases, ledger, "account.view", ledger.value(), "口座履歴の照会"));
        Collections.reverse(accounts);
        return accounts;
    }

    @Override
    public Optional<String> wholeNumber(LedgerNumber ledger, int sequence, String reason) {
        requireDraftOrApprove(guard);
        if (reason.isBlank()) {
            throw new IllegalArgumentException("A reason is needed");
        }
        Optional<AccountTable.Row> account =
                rows(ledger).stream().filter(row -> row.sequence() == sequence).findFirst();
        trail.viewed(About.ledger(cases, ledger, "account.reveal", ledger + "/" + sequence, reason));
        return account.map(row -> cipher.open(row.ledger(), row.sequence(), row.sealedNumber()));
    }

    /** Refuses whoever may neither draft nor approve payments. */
    static void requireDraftOrApprove(Guard guard) {
        if (!guard.permits(Permission.PAYMENT_DRAFT)) {
            guard.require(Permission.PAYMENT_APPROVE);
        }
    }

    private List<AccountTable.Row> rows(LedgerNumber ledger) {
        return database.tx(connection -> AccountTable.between(connection, ledger.value(), ledger.value()));
    }

    private Account shown(AccountTable.Row row) {
        return row.shown(master.snapshot());
    }
}
