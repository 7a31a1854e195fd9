// SPDX-FileCopyrightText: Teate contributors
// SPDX-License-Identifier: Apache-2.0
package org.teate.access.internal;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.Before;
import org.junit.Rule;
import org.junit.Test;
import org.teate.access.Actor;
import org.teate.access.Forbidden;
import org.teate.access.OpenItem;
import org.teate.access.Permission;
import org.teate.access.WorkItem;
import org.teate.kernel.AddresseeNumber;

public class JpaWorklistTest {

    private static final Actor CLERK = Office.someone(Permission.WORK_VIEW, Permission.WORK_DO);
    private static final AddresseeNumber SUBJECT = AddresseeNumber.of("000000000012345");

    @Rule
    public final Office office = new Office();

    @Before
    public void aClerkIsThere() {
        office.guard.swap(Optional.of(CLERK));
    }

    @Test
    public void itemsWaitOldestFirst() {
        office.worklist.add(List.of(item("a"), item("b")));
        office.worklist.add(List.of(item("c")));

        assertEquals(List.of("a", "b", "c"), keys(office.worklist.open(Optional.empty(), 0, 10)));
    }

    @Test
    public void anItemKeepsWhatItSays() {
        WorkItem item = new WorkItem("M10:7", "import.M10", Optional.of(SUBJECT), "7件目 口座番号: 8桁です。");
        office.worklist.add(List.of(item));

        OpenItem open = office.worklist.open(Optional.of("import.M10"), 0, 10).get(0);
        assertEquals(item, open.item());
        assertEquals(office.clock.instant(), open.addedAt());
    }

    @Test
    public void theSameItemIsThereOnce() {
        office.worklist.add(List.of(item("a"), item("a")));
        office.worklist.add(List.of(item("a"), item("b")));

        assertEquals(List.of("a", "b"), keys(office.worklist.open(Optional.empty(), 0, 10)));
    }

    @Test
    public void anItemThatWasClosedDoesNotComeBack() {
        office.worklist.add(List.of(item("a")));
        office.worklist.close(numberOf("a"), "修正済み");
        office.worklist.add(List.of(item("a")));

        assertEquals(List.of(), office.worklist.open(Optional.empty(), 0, 10));
    }

    @Test
    public void manyItemsAreReadPageByPage() {
        office.worklist.add(
                IntStream.range(0, 1_200).mapToObj(i -> item("k" + i)).toList());

        List<OpenItem> first = office.worklist.open(Optional.empty(), 0, 1_000);
        List<OpenItem> rest =
                office.worklist.open(Optional.empty(), first.get(999).number(), 1_000);
        assertEquals("k1199", rest.get(199).item().key());
    }

    @Test
    public void openItemsAreCountedByKind() {
        office.worklist.add(
                List.of(item("a"), item("b"), new WorkItem("c", "resident.moved", Optional.empty(), "転出しました。")));
        office.worklist.close(numberOf("a"), "修正済み");

        assertEquals(Map.of("import.M10", 1L, "resident.moved", 1L), office.worklist.counts());
    }

    @Test
    public void anItemIsClosedOnceAndWithANote() {
        office.worklist.add(List.of(item("a")));
        long number = numberOf("a");

        assertThrows(IllegalArgumentException.class, () -> office.worklist.close(number, " "));
        assertTrue(office.worklist.close(number, "修正済み"));
        assertFalse(office.worklist.close(number, "修正済み"));
        assertFalse(office.worklist.close(4_711, "修正済み"));
    }

    @Test
    public void closingAndListingAreOnTheTrail() {
        office.worklist.add(List.of(new WorkItem("a", "resident.birth", Optional.of(SUBJECT), "出生がありました。")));
        office.worklist.close(numberOf("a"), "修正済み");

        assertEquals(List.of("work.close", "work.listed", "work.list"), office.actions());
        assertTrue("about whom", office.trail().get(1).deed().subject().isPresent());
        assertEquals("修正済み", office.trail().get(0).deed().reason());
    }

    @Test
    public void whoMayNotSeesAndClosesNothing() {
        office.as(Office.someone(), () -> {
            assertThrows(Forbidden.class, () -> office.worklist.open(Optional.empty(), 0, 10));
            assertThrows(Forbidden.class, () -> office.worklist.counts());
            assertThrows(Forbidden.class, () -> office.worklist.close(1, "修正済み"));
        });
    }

    private long numberOf(String key) {
        return office.worklist.open(Optional.empty(), 0, 100).stream()
                .filter(open -> open.item().key().equals(key))
                .findFirst()
                .orElseThrow()
                .number();
    }

    private static List<String> keys(List<OpenItem> items) {
        return items.stream().map(open -> open.item().key()).toList();
    }

    private static WorkItem item(String key) {
        return new WorkItem(key, "import.M10", Optional.empty(), key + "件目に誤りがあります。");
    }
}
