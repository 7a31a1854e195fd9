// SPDX-FileCopyrightText: Teate contributors
// SPDX-License-Identifier: Apache-2.0
package org.teate.payments.internal;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertNotEquals;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.junit.Before;
import org.junit.Rule;
import org.junit.Test;
import org.teate.access.Actor;
import org.teate.access.Forbidden;
import org.teate.access.SystemAccount;
import org.teate.exchange.FeedHandler;
import org.teate.exchange.Taken;
import org.teate.kernel.LedgerNumber;
import org.teate.kernel.MonthSpan;
import org.teate.payments.Account;
import org.teate.payments.Accounts;
import org.teate.payments.Payment;
import org.teate.payments.PaymentState;
import org.teate.payments.RunState;
import org.teate.ports.FeedRecord;

public class TakeOverTest {

    private static final LedgerNumber LEDGER = LedgerNumber.ofSerial(1);
    private static final String ACCOUNT =
            "ledgerNumber=" + LEDGER + " seq=1 bankCode=0146 branchCode=101 accountType=1 accountNumber=9123456"
                    + " yuchoSymbol= yuchoNumber= holderKana=ﾔﾏﾀﾞ_ﾀﾛｳ holderKanji=山田　太郎 validFrom=20241001 validTo="
                    + " source=1 statusCode=1 verifiedOn=";
    private static final String PAYMENT =
            "ledgerNumber=" + LEDGER + " benefitPeriod=202610 seq=1 fromMonth=202608 toMonth=202609 paymentMethod=1"
                    + " bankCode=0146 branchCode=101 accountType=1 accountNumber=9123456 holderKana=ﾔﾏﾀﾞ_ﾀﾛｳ holderKanji="
                    + " plannedAmount=20000 adjustmentAmount=0 paidAmount=20000 plannedDate=20261015 paidDate=20261015"
                    + " statusCode=40";
    private static final String DEDUCTION =
            "ledgerNumber=" + LEDGER + " certificateNumber=K1 processedOn=20261001 appliedOn=20260901"
                    + " childAddresseeNumber=2 itemCode=03 decidedOn=20260915 rejectedOn= benefitPeriod=202610 seq=1"
                    + " statusCode=50 fiscalYear=2026 amount=4500 collectionTerm=10 receiptConfirmedOn=20260901"
                    + " specialCollectionMonths= rejectReasonCode=";

    @Rule
    public final Offices offices = new Offices();

    private Office office;
    private FeedHandler accounts;
    private FeedHandler payments;
    private FeedHandler deductions;
    private FeedHandler banks;

    @Before
    public void openOffice() {
        office = offices.open();
        SystemAccount importer = SystemAccount.IMPORTER;
        office.guard.signIn(new Actor(importer.login(), "", importer.permissions(), "server"));
        accounts = new AccountFeed(office.database, office.master, office.cipher, office.guard, office.trail);
        payments = new PaymentFeed(office.database, office.cipher, office.guard, office.trail);
        deductions = new DeductionFeed(office.database, office.guard, office.trail);
        banks = new BankFeed(office.database, office.master, office.guard, office.trail);
    }

    @Test
    public void anAccountIsKeptWithItsNumberSealed() {
        assertEquals(List.of(Taken.APPLIED), take(accounts, ACCOUNT));

        String stored =
                office.tables.rows("SELECT ACCOUNT_NUMBER FROM PAYMENT_ACCOUNT").get(0);
        assertFalse(stored.contains("9123456"));
        office.guard.signIn(Office.CLERK);
        Accounts register = new AccountRegister(
                office.database, office.master, office.cipher, office.ledgers, office.guard, office.trail);
        Account account = register.history(LEDGER).get(0);
        assertEquals("****456", account.maskedNumber());
        assertEquals("北國", account.bankName());
        assertEquals(Optional.of("9123456"), register.wholeNumber(LEDGER, 1, "口座の確認"));
        assertEquals(Optional.empty(), register.wholeNumber(LEDGER, 9, "口座の確認"));
        assertEquals("口座の確認", office.trail.views.get(1).reason());
        assertFalse("never in a log", account.toString().contains("ﾔﾏﾀﾞ"));
    }

    @Test
    public void theSameFileAgainChangesNothing() {
        take(accounts, ACCOUNT);
        take(payments, PAYMENT);
        take(deductions, DEDUCTION);

        assertEquals(List.of(Taken.UNCHANGED), take(accounts, ACCOUNT));
        assertEquals(List.of(Taken.UNCHANGED), take(payments, PAYMENT));
        assertEquals(List.of(Taken.UNCHANGED), take(deductions, DEDUCTION));
        assertEquals("one serial drawn", 1, office.tables.number("SELECT LAST_SERIAL FROM PAYMENT_COUNTER"));
    }

    @Test
    public void aChangedRecordReplacesTheOneBefore() {
        take(accounts, ACCOUNT);

        assertEquals(List.of(Taken.APPLIED), take(accounts, with(ACCOUNT, "statusCode", "2")));

        assertEquals(List.of("2"), office.tables.rows("SELECT STATUS_CODE FROM PAYMENT_ACCOUNT"));
    }

    @Test
    public void aPaymentThatWasTakenOverIsFoundByItsSerial() {
        String other =
                PAYMENT.replace(LEDGER.toString(), LedgerNumber.ofSerial(2).toString());
        String before = with(with(PAYMENT, "benefitPeriod", "202608"), "fromMonth", "202606");
        take(payments, other, PAYMENT, with(before, "toMonth", "202607"), with(PAYMENT, "seq", "2"));

        for (Payment payment : history()) {
            assertEquals(payment, explained(payment.serial()));
        }
        assertEquals(3, history().size());
        assertEquals(LedgerNumber.ofSerial(2), explained(4).ledger());
    }

    @Test
    public void anAccountThatWasPaidToKeepsItsNumber() {
        take(accounts, ACCOUNT);
        take(payments, PAYMENT);
        run(RunState.APPROVED);

        List<Taken> answers = take(accounts, with(ACCOUNT, "accountNumber", "9000777"));

        assertEquals("accountNumber E507", brief(answers.get(0)));
        assertEquals(List.of(Taken.APPLIED), take(accounts, with(ACCOUNT, "statusCode", "2")));
    }

    @Test
    public void anAccountThatOnlyACancelledRunWouldHavePaidToMayBePutRight() {
        take(accounts, ACCOUNT);
        take(payments, PAYMENT);
        run(RunState.CANCELLED);

        assertEquals(List.of(Taken.APPLIED), take(accounts, with(ACCOUNT, "holderKana", "ﾔﾏﾀﾞ_ﾊﾅｺ")));
    }

    @Test
    public void badAccountsAreRefusedByItemAndTheOthersAreTaken() {
        List<Taken> answers = take(
                accounts,
                with(ACCOUNT, "bankCode", "9999"),
                with(ACCOUNT, "branchCode", "999"),
                with(ACCOUNT, "holderKana", "ﾔﾏﾀﾞ_太郎"),
                with(ACCOUNT, "accountNumber", "12345"),
                with(ACCOUNT, "validFrom", "20260230"),
                with(ACCOUNT, "accountType", "7"),
                with(ACCOUNT, "ledgerNumber", "0000000019"),
                ACCOUNT,
                ACCOUNT);

        assertEquals(
                List.of(
                        "bankCode E402",
                        "branchCode E402",
                        "holderKana E207",
                        "accountNumber E202",
                        "validFrom E202",
                        "accountType E203",
                        "ledgerNumber E202",
                        "applied",
                        " E503"),
                answers.stream().map(TakeOverTest::brief).toList());
        Taken.Refused kana = (Taken.Refused) answers.get(2);
        assertTrue("names the character", kana.message().contains("太"));
    }

    @Test
    public void aReplacedAccountMayBeOfABranchThatIsGone() {
        assertEquals(
                List.of(Taken.APPLIED), take(accounts, with(with(ACCOUNT, "statusCode", "9"), "branchCode", "999")));
    }

    @Test
    public void aPaymentShowsTheAccountItWentTo() {
        take(accounts, ACCOUNT);
        take(payments, PAYMENT);

        Payment payment = history().get(0);
        assertEquals(1, payment.account().orElseThrow().sequence());
        assertEquals(PaymentState.PAID, payment.state());
        assertTrue(payment.run().isEmpty());
    }

    @Test
    public void aPaymentToAnAccountThatTheLedgerNoLongerListsKeepsIt() {
        take(accounts, ACCOUNT);
        take(payments, with(PAYMENT, "accountNumber", "9000777"));

        Account account = history().get(0).account().orElseThrow();
        assertEquals("777", account.lastDigits());
        assertEquals(Account.State.REPLACED, account.state());
        assertEquals("not twice", List.of(Taken.UNCHANGED), take(payments, with(PAYMENT, "accountNumber", "9000777")));
    }

    @Test
    public void aPaymentThatDidNotArriveLeavesAGap() {
        take(payments, with(with(PAYMENT, "statusCode", "50"), "paidAmount", "0"));

        assertEquals(List.of(LEDGER.value()), office.tables.rows("SELECT LEDGER_NUMBER FROM PAYMENT_GAP"));
    }

    @Test
    public void sumsThatCannotBeAreRefused() {
        List<Taken> answers = take(payments, with(PAYMENT, "paidAmount", "30000"), with(PAYMENT, "toMonth", "202607"));

        assertEquals(
                List.of("paidAmount E504", "toMonth E501"),
                answers.stream().map(TakeOverTest::brief).toList());
    }

    @Test
    public void aBankMasterIsTakenInAndAClosedBranchIsClosed() {
        List<Taken> answers = take(
                banks,
                "bankCode=9998 branchCode= kana=テスト． kanji=試験 closedOn=",
                "bankCode=9998 branchCode=001 kana=ホンテン kanji=本店 closedOn=",
                "bankCode=9998 branchCode=002 kana=漢字 kanji=支店 closedOn=");

        assertEquals(
                List.of("applied", "applied", "kana E207"),
                answers.stream().map(TakeOverTest::brief).toList());
        assertTrue(office.master.snapshot().isOpen("9998", "001"));
        take(banks, "bankCode=9998 branchCode=001 kana=ホンテン kanji=本店 closedOn=20261001");
        assertFalse(office.master.snapshot().isOpen("9998", "001"));
        assertEquals("ﾃｽﾄ", office.master.find("9998").orElseThrow().kana());
    }

    @Test
    public void whoeverAsksBeforeTheCommitDoesNotKeepTheOldMaster() {
        office.tables.tx(entities -> {
            take(banks, "bankCode=9998 branchCode= kana=テスト kanji=試験 closedOn=");
            assertEquals("not yet committed", Optional.empty(), office.master.find("9998"));
        });

        assertEquals("ﾃｽﾄ", office.master.find("9998").orElseThrow().kana());
    }

    @Test
    public void aNumberOpensOnlyWhereItWasSealed() {
        String sealed = office.cipher.seal("0000000011", 1, "9123456");

        assertEquals("9123456", office.cipher.open("0000000011", 1, sealed));
        assertThrows(IllegalStateException.class, () -> office.cipher.open("0000000011", 2, sealed));
        assertNotEquals("a nonce of its own", sealed, office.cipher.seal("0000000011", 1, "9123456"));
        assertEquals(
                "the key outlives the server",
                "9123456",
                new AccountCipher(new AccountKey(office.home, office.database)).open("0000000011", 1, sealed));
    }

    @Test
    public void onlyTheImporterTakesFilesIn() {
        office.guard.signIn(Office.CLERK);

        assertThrows(Forbidden.class, () -> take(accounts, ACCOUNT));
    }

    /** Makes the payments those of a run. */
    private void run(RunState state) {
        LocalDate payday = LocalDate.of(2026, 10, 15);
        MonthSpan months = MonthSpan.of(YearMonth.of(2026, 8), YearMonth.of(2026, 9));
        RunTable.Row run =
                RunTable.Row.fresh(1, YearMonth.of(2026, 10), months, payday, 1, "clerk", office.clock.instant());
        office.database.tx(connection -> {
            RunTable.insert(connection, run);
            RunTable.move(connection, 1, state, Optional.empty());
            return run;
        });
        office.tables.execute("UPDATE PAYMENT SET RUN_NUMBER = 1, STATUS_CODE = NULL");
    }

    private List<Payment> history() {
        return asClerk(book -> book.of(LEDGER));
    }

    private Payment explained(long serial) {
        return asClerk(book -> book.explain(serial).orElseThrow().payment());
    }

    private <T> T asClerk(Function<PaymentBook, T> question) {
        office.guard.signIn(Office.CLERK);
        T answer = question.apply(
                new PaymentBook(office.database, office.master, office.ledgers, office.guard, office.trail));
        SystemAccount importer = SystemAccount.IMPORTER;
        office.guard.signIn(new Actor(importer.login(), "", importer.permissions(), "server"));
        return answer;
    }

    private static List<Taken> take(FeedHandler handler, String... records) {
        List<FeedRecord> chunk = new ArrayList<>();
        for (String record : records) {
            chunk.add(record(chunk.size() + 2, record));
        }
        return handler.take(chunk);
    }

    /** A record written as {@code item=value}, an underscore for a space in a value. */
    private static FeedRecord record(long line, String text) {
        Map<String, Integer> positions = new HashMap<>();
        List<String> values = new ArrayList<>();
        for (String item : text.split(" ")) {
            positions.put(item.substring(0, item.indexOf('=')), values.size());
            values.add(item.substring(item.indexOf('=') + 1).replace('_', ' '));
        }
        return new FeedRecord(line, positions, values);
    }

    private static String with(String record, String item, String value) {
        return record.replaceAll("(^| )" + item + "=[^ ]*", "$1" + item + "=" + value);
    }

    private static String brief(Taken taken) {
        return taken instanceof Taken.Refused refused ? refused.item() + " " + refused.code() : "applied";
    }
}
