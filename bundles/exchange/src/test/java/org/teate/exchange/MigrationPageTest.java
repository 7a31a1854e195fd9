// SPDX-FileCopyrightText: Teate contributors
// SPDX-License-Identifier: Apache-2.0
package org.teate.exchange;

import static org.junit.Assert.assertEquals;

import java.util.List;
import org.junit.Test;

public class MigrationPageTest {

    private static final List<String> ROWS = List.of("a1", "a2", "b1", "b2", "b3", "c1");

    @Test
    public void anOwnerIsNeverCutInTwo() {
        assertEquals(List.of("a1", "a2"), page(2));
        assertEquals(List.of("a1", "a2"), page(3));
        assertEquals(List.of("a1", "a2"), page(4));
        assertEquals(List.of("a1", "a2", "b1", "b2", "b3"), page(5));
    }

    @Test
    public void anOwnerWithManyRowsComesWhole() {
        assertEquals(List.of("a1", "a2"), page(1));
    }

    @Test
    public void theLastPageHoldsTheRest() {
        assertEquals(ROWS, page(6));
        assertEquals(ROWS, page(100));
    }

    private static List<String> page(int limit) {
        return MigrationPage.whole(
                limit, row -> row.substring(0, 1), most -> ROWS.subList(0, Math.min(most, ROWS.size())));
    }
}
