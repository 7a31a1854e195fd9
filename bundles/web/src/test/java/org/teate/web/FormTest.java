// SPDX-FileCopyrightText: Teate contributors
// SPDX-License-Identifier: Apache-2.0
package org.teate.web;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Optional;
import org.junit.Test;
import org.teate.access.Permission;

/** Reading forms, their tokens, and the way through long lists. */
public class FormTest {

    private final Visit visit = Visit.get("/people", "");

    @Test
    public void textIsFreedOfJapaneseSpacesToo() {
        visit.with("name", "　花子 ");

        assertEquals("花子", Form.text(visit.request(), "name"));
        assertEquals("　花子 ", Form.raw(visit.request(), "name"));
        assertEquals("", Form.text(visit.request(), "other"));
    }

    @Test
    public void aFieldThatIsNeededIsNamedWhenItIsEmpty() {
        visit.with("reason", " ");

        Page.Refusal refusal =
                assertThrows(Page.Refusal.class, () -> Form.required(visit.request(), "reason", "閲覧の理由"));

        assertEquals("閲覧の理由を入力してください。", refusal.getMessage());
    }

    @Test
    public void datesAndMonthsAreReadAsBrowsersSendThem() {
        visit.with("on", "2026-12-15").with("in", "2026-12").with("bad", "12/15");

        assertEquals(Optional.of(LocalDate.of(2026, 12, 15)), Form.date(visit.request(), "on", "日"));
        assertEquals(Optional.of(YearMonth.of(2026, 12)), Form.month(visit.request(), "in", "月"));
        assertEquals(Optional.empty(), Form.date(visit.request(), "none", "日"));
        assertThrows(Page.Refusal.class, () -> Form.date(visit.request(), "bad", "日"));
    }

    @Test
    public void whatTheDatabaseCannotKeepIsRefused() {
        visit.with("on", "+99999-01-01").with("page", "99999999999").with("reason", "長".repeat(301));

        assertThrows(Page.Refusal.class, () -> Form.date(visit.request(), "on", "日"));
        assertThrows(Page.Refusal.class, () -> Form.page(visit.request()));
        assertThrows(Page.Refusal.class, () -> Form.reason(visit.request(), "reason", "理由"));
        assertThrows(Page.Refusal.class, () -> Form.note(visit.request(), "reason", "備考"));
    }

    @Test
    public void aNumberIsNeitherNegativeNorTooLong() {
        visit.with("good", "12").with("minus", "-1").with("long", "1234567890123");

        assertEquals(12, Form.number(visit.request(), "good", 0));
        assertEquals(7, Form.number(visit.request(), "none", 7));
        assertThrows(Page.Refusal.class, () -> Form.number(visit.request(), "minus", 0));
        assertThrows(Page.Refusal.class, () -> Form.number(visit.request(), "long", 0));
    }

    @Test
    public void aTokenHoldsInItsOwnSessionOnly() {
        String token = FormToken.of(visit.request());

        assertEquals(token, FormToken.of(visit.request()));
        assertFalse(FormToken.isIn(visit.request()));
        assertTrue(FormToken.isIn(visit.with(FormToken.FIELD, token).request()));
        assertFalse(FormToken.isIn(
                Visit.get("/people", "").with(FormToken.FIELD, token).request()));
    }

    @Test
    public void thePagerKeepsWhatWasAskedForButNotTheToken() {
        visit.with("kana", "ア&").with("page", "1").with(FormToken.FIELD, "secret");

        Pager pager = Pager.of(visit.request(), 1, 50, 120);

        assertEquals(51, pager.first());
        assertEquals(100, pager.last());
        assertEquals("?kana=%E3%82%A2%26&page=0", pager.back());
        assertEquals("?kana=%E3%82%A2%26&page=2", pager.on());
    }

    @Test
    public void thePagerEndsWithTheList() {
        Pager last = Pager.of(visit.request(), 2, 50, 120);
        Pager empty = Pager.of(visit.request(), 0, 50, 0);

        assertEquals(120, last.last());
        assertEquals("", last.on());
        assertEquals(0, empty.first());
        assertEquals("", empty.back());
    }

    @Test
    public void theMenuHoldsWhatOneMayEnter() {
        Menu menu = Menu.of(Office.guard(Permission.PERSON_VIEW, Permission.CASE_APPROVE), "/people");

        assertEquals(
                "[/, /people, /approvals]",
                menu.entries().stream().map(Menu.Entry::path).toList().toString());
        assertTrue(menu.entries().get(1).current());
        assertFalse(menu.entries().get(0).current());
    }
}
