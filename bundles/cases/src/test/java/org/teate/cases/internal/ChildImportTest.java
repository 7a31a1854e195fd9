// SPDX-FileCopyrightText: Teate contributors
// SPDX-License-Identifier: Apache-2.0
package org.teate.cases.internal;

import static org.junit.Assert.assertEquals;

import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import org.junit.Before;
import org.junit.Rule;
import org.junit.Test;
import org.teate.cases.Care;
import org.teate.cases.CaseChild;
import org.teate.exchange.Taken;
import org.teate.kernel.LedgerNumber;

public class ChildImportTest {

    private static final String CHILD = "000000000000500";
    private static final String BORN = "2019-09-01";

    @Rule
    public final Ledger ledger = new Ledger();

    private LedgerNumber first;
    private LedgerNumber second;

    @Before
    public void thereAreTwoLedgers() {
        first = ledger.open(1);
        second = ledger.open(2);
        ledger.people.enter(CHILD, BORN);
    }

    @Test
    public void aChildHasOneRecipientInAMonth() {
        ledger.take(ledger.children, child(first));

        assertRefused("E505", child(second));
    }

    @Test
    public void twoRecipientsForOneChildInOneFileAreNoticedToo() {
        List<Taken> taken = ledger.take(ledger.children, child(first), child(second));

        assertEquals(Taken.APPLIED, taken.get(0));
        assertEquals("E505", ((Taken.Refused) taken.get(1)).code());
    }

    @Test
    public void aChildMayGoOverToAnotherRecipientInTheNextMonth() {
        ledger.take(ledger.children, child(first).with("toMonth", "202512").with("endReason", "S07"));

        assertEquals(
                List.of(Taken.APPLIED),
                ledger.take(ledger.children, child(second).with("fromMonth", "202601")));
    }

    @Test
    public void aLedgerThatHasEndedHoldsNoChildAfterItsEnd() {
        ledger.take(ledger.children, child(first));
        ledger.take(
                ledger.pages,
                SentRecord.page(first.value(), Ledger.recipient(1))
                        .with("statusCode", "50")
                        .with("endedOn", "20251210")
                        .with("benefitEndMonth", "202512")
                        .with("reasonCode", "S07"));

        assertEquals(
                List.of(Taken.APPLIED),
                ledger.take(ledger.children, child(second).with("fromMonth", "202601")));
    }

    @Test
    public void monthsThatOverlapInOneLedgerAreRefused() {
        ledger.take(ledger.children, child(first));

        assertRefused("E503", child(first).with("fromMonth", "202510"));
    }

    @Test
    public void theBirthDateMustBeThatOfTheRegister() {
        assertRefused("E502", child(first).with("childBirthDate", "20190902"));
    }

    @Test
    public void anUnknownChildOrAnUnknownLedgerIsRefused() {
        assertRefused("E401", child(first).with("childAddresseeNumber", "000000000000999"));
        assertRefused("E402", child(LedgerNumber.ofSerial(99)));
    }

    @Test
    public void monthsThatEndBeforeTheyBeginAreRefused() {
        assertRefused("E501", child(first).with("toMonth", "202504"));
    }

    @Test
    public void rowsThatOnlyABirthdayHasPartedAreOneCare() {
        ledger.take(
                ledger.children,
                child(first).with("toMonth", "202509"),
                child(first).with("fromMonth", "202510").with("ageClass", "2").with("monthlyAmount", "15000"));

        Care care = care(first);
        assertEquals(YearMonth.of(2025, 5), care.from());
        assertEquals(Optional.empty(), care.to());
    }

    private Care care(LedgerNumber number) {
        CaseChild child = ledger.register.find(number).orElseThrow().children().get(0);
        assertEquals(CHILD, child.number().value());
        assertEquals(1, child.care().size());
        return child.care().get(0);
    }

    private static SentRecord child(LedgerNumber number) {
        return SentRecord.child(number.value(), CHILD, BORN);
    }

    private void assertRefused(String code, SentRecord record) {
        assertEquals(code, ((Taken.Refused) ledger.take(ledger.children, record).get(0)).code());
    }
}
