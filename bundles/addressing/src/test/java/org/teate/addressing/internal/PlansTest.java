// SPDX-FileCopyrightText: Teate contributors
// SPDX-License-Identifier: Apache-2.0
package org.teate.addressing.internal;

import static org.junit.Assert.assertEquals;

import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.junit.Test;
import org.teate.ports.FeedRecord;

/** How Derby reads while people are taken in; it plans when a statement is first seen, with nobody there yet. */
public class PlansTest {

    /** The city's few own characters are read as a whole on purpose. */
    private static final String SCANNED = "SELECT SCAN_OBJECT_NAME FROM PLAN.SYSXPLAIN_SCAN_PROPS"
            + " WHERE SCAN_OBJECT_TYPE = 'T' AND SCAN_OBJECT_NAME <> 'OWN_CHARACTER'";

    private final Office office = new Office().notingPlans();

    @Test
    public void theRegistersFullFileScansNoTable() {
        FullRegister register = office.fullRegister();

        register.take(records(20, Row::resident));
        register.take(records(30, Row::resident));

        assertEquals("nothing", office.ask(SCANNED));
    }

    @Test
    public void theRegistersChangesScanNoTable() {
        RegisterChanges changes = new RegisterChanges(office.desk());

        changes.take(records(20, Row::resident));
        changes.take(records(30, Row::resident));

        assertEquals("nothing", office.ask(SCANNED));
    }

    @Test
    public void theLedgersPeopleScanNoTable() {
        office.fullRegister().take(records(30, Row::resident));

        new LedgerAddressees(office.desk()).take(records(30, LedgerTest::addressee));

        assertEquals("nothing", office.ask(SCANNED));
    }

    private static List<FeedRecord> records(int count, IntFunction<Row> person) {
        return IntStream.rangeClosed(1, count)
                .mapToObj(number -> person.apply(number).record())
                .toList();
    }
}
