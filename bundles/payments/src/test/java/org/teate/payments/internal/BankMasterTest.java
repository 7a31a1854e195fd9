// SPDX-FileCopyrightText: Teate contributors
// SPDX-License-Identifier: Apache-2.0
package org.teate.payments.internal;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import org.junit.BeforeClass;
import org.junit.Test;
import org.teate.kernel.BankKana;
import org.teate.kernel.BankKanaField;

public class BankMasterTest {

    private static LocalDatabase tables;
    private static BankMaster master;

    @BeforeClass
    public static void beginWithEmptyTables() {
        tables = LocalDatabase.inMemory("shipped");
        Office.People guard = new Office.People();
        guard.signIn(Office.CLERK);
        master = new BankMaster(tables.database(), guard);
    }

    @Test
    public void anEmptyServerBeginsWithTheShippedMaster() {
        assertEquals("北國", master.find("0146").orElseThrow().name());
        assertTrue(master.snapshot().isOpen("0146", "101"));
        assertFalse(master.snapshot().isOpen("9999", "999"));
        assertEquals(28_944, tables.number("SELECT COUNT(*) FROM BRANCH"));
    }

    @Test
    public void everyShippedNameFitsABankFile() {
        assertTrue(master.snapshot().branches().values().stream()
                .flatMap(branches -> branches.values().stream())
                .allMatch(branch -> BankKana.STRICT.isValid(branch.kana(), BankKanaField.BRANCH)
                        && branch.kana().length() <= BankMaster.LONGEST_KANA));
    }

    @Test
    public void aBankIsFoundByCodeNameAndKana() {
        assertEquals("0146", master.search("0146", 10).get(0).code());
        assertEquals("0146", master.search("北國", 10).get(0).code());
        assertEquals("0146", master.search("ほっこく", 10).get(0).code());
    }

    @Test
    public void branchesAreThoseOfTheBankAskedFor() {
        assertEquals("101", master.search("0146", "101", 10).get(0).code());
        assertEquals(5, master.search("0146", "", 5).size());
        assertTrue(master.search("0146", "", 1000).stream()
                .allMatch(branch -> branch.bankCode().equals("0146")));
    }
}
