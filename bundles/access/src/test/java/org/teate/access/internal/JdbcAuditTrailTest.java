// SPDX-FileCopyrightText: Teate contributors
// SPDX-License-Identifier: Apache-2.0
package org.teate.access.internal;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;

import java.time.Duration;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.Rule;
import org.junit.Test;
import org.teate.access.Actor;
import org.teate.access.AuditEntry;
import org.teate.access.AuditQuery;
import org.teate.access.Deed;
import org.teate.access.Forbidden;
import org.teate.access.Permission;
import org.teate.kernel.AddresseeNumber;

public class JdbcAuditTrailTest {

    private static final AddresseeNumber SUBJECT = AddresseeNumber.of("000000000012345");
    private static final Actor AUDITOR = Office.someone(Permission.AUDIT_VIEW);

    @Rule
    public final Office office = new Office();

    @Test
    public void anEntrySaysWhoWhenWhereWhatOfWhomAndWhy() {
        Deed deed = Deed.about(SUBJECT, "person.view", "000000000012345", "窓口での照会");
        office.as(Office.someone(), () -> office.trail.viewed(deed));

        AuditEntry entry = office.trail().get(0);
        assertEquals(deed, entry.deed());
        assertEquals("someone", entry.login());
        assertEquals("10.0.0.9", entry.terminal());
        assertEquals(office.clock.instant(), entry.at());
    }

    @Test
    public void aViewStaysEvenIfTheWorkIsUndone() {
        undone(() -> office.trail.viewed(Deed.of("person.view", "1", "")));

        assertEquals(List.of("person.view"), office.actions());
    }

    @Test
    public void manyViewsAreOneTransactionThatStaysToo() {
        List<Deed> deeds = IntStream.range(0, 100)
                .mapToObj(i -> Deed.of("case.list", "" + i, ""))
                .toList();
        int before = office.jpa.begun();
        undone(() -> office.trail.viewed(deeds));

        assertEquals("the work's and the trail's", 2, office.jpa.begun() - before);
        assertEquals("99", office.trail().get(0).deed().object());
    }

    @Test
    public void aChangeIsUndoneWithTheWork() {
        undone(() -> office.trail.changed(Deed.of("case.decide", "1", "")));

        assertEquals(List.of(), office.actions());
    }

    @Test
    public void manyChangesAreEnteredAtOnceInOrder() {
        List<Deed> deeds = IntStream.range(0, 12_000)
                .mapToObj(i -> Deed.of("payment.freeze", "" + i, ""))
                .toList();
        office.as(Office.someone(), () -> office.trail.changed(deeds));

        assertEquals("11999", office.trail().get(0).deed().object());
        assertEquals("12000 changes and the look", 12_001, count());
    }

    @Test
    public void nobodyChangesAnythingWithoutAName() {
        assertThrows(Forbidden.class, () -> office.trail.changed(Deed.of("case.decide", "1", "")));
    }

    @Test
    public void theTrailIsSearchedByPersonSubjectAndDay() {
        office.as(Office.someone(), () -> office.trail.viewed(Deed.of("a", "", "")));
        office.as(Office.operator(), () -> office.trail.viewed(Deed.about(SUBJECT, "b", "", "")));
        office.clock.pass(Duration.ofDays(1));
        office.as(Office.operator(), () -> office.trail.viewed(Deed.of("c", "", "")));

        LocalDate tenth = LocalDate.of(2026, 12, 10);
        assertEquals(List.of("c", "b"), search(Optional.of("operator"), Optional.empty(), Optional.empty()));
        assertEquals(List.of("b"), search(Optional.empty(), Optional.of(SUBJECT), Optional.empty()));
        assertEquals(List.of("b", "a"), search(Optional.empty(), Optional.empty(), Optional.of(tenth)));
    }

    @Test
    public void anEntryIsFoundHoweverManyCameAfterIt() {
        office.as(Office.operator(), () -> office.trail.changed(Deed.of("a", "", "")));
        List<Deed> later = Collections.nCopies(35_000, Deed.of("payment.freeze", "1", ""));
        office.as(Office.someone(), () -> office.trail.changed(later));

        assertEquals(List.of("a"), search(Optional.of("operator"), Optional.empty(), Optional.empty()));
    }

    @Test
    public void theNextPageGoesOnWhereTheLastHasEnded() {
        List<Deed> deeds = IntStream.range(0, 5)
                .mapToObj(i -> Deed.of("payment.freeze", "" + i, ""))
                .toList();
        office.as(Office.operator(), () -> office.trail.changed(deeds));

        List<AuditEntry> first = page(Optional.empty());
        List<AuditEntry> second = page(Optional.of(first.get(1).number()));

        assertEquals(List.of("4", "3"), objects(first));
        assertEquals(List.of("2", "1"), objects(second));
        assertEquals(List.of("0"), objects(page(Optional.of(second.get(1).number()))));
    }

    @Test
    public void lookingAtTheTrailIsOnTheTrail() {
        office.as(AUDITOR, () -> office.trail.search(all(10)));

        assertEquals(List.of("audit.search"), office.actions());
    }

    @Test
    public void onlyAuditorsLookAtTheTrail() {
        office.as(Office.operator(), () -> assertThrows(Forbidden.class, () -> office.trail.search(all(10))));
    }

    @Test
    public void aSearchHasALimit() {
        office.as(AUDITOR, () -> {
            assertThrows(IllegalArgumentException.class, () -> office.trail.search(all(0)));
            assertThrows(IllegalArgumentException.class, () -> office.trail.search(all(1_001)));
        });
    }

    private void undone(Runnable work) {
        office.as(
                Office.someone(),
                () -> assertThrows(
                        IllegalStateException.class,
                        () -> office.jpa.tx(em -> {
                            work.run();
                            throw new IllegalStateException("undone");
                        })));
    }

    private List<String> search(Optional<String> login, Optional<AddresseeNumber> subject, Optional<LocalDate> day) {
        AuditQuery query = new AuditQuery(login, subject, day, day, Optional.empty(), 100);
        return office.as(AUDITOR, () -> office.trail.search(query)).stream()
                .map(entry -> entry.deed().action())
                .filter(action -> !action.equals("audit.search"))
                .toList();
    }

    /** Two entries of the operator, who is not the one who looks. */
    private List<AuditEntry> page(Optional<Long> before) {
        AuditQuery query = new AuditQuery(
                Optional.of("operator"), Optional.empty(), Optional.empty(), Optional.empty(), before, 2);
        return office.as(AUDITOR, () -> office.trail.search(query));
    }

    private static List<String> objects(List<AuditEntry> entries) {
        return entries.stream().map(entry -> entry.deed().object()).toList();
    }

    private long count() {
        return office.jpa.txExpr(em -> ((Number)
                        em.createNativeQuery("SELECT COUNT(*) FROM AUDIT_ENTRY").getSingleResult())
                .longValue());
    }

    private static AuditQuery all(int limit) {
        return new AuditQuery(
                Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), limit);
    }
}
