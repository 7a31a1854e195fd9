// SPDX-FileCopyrightText: Teate contributors
// SPDX-License-Identifier: Apache-2.0
package org.teate.web;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.LongStream;
import javax.servlet.http.HttpServlet;
import javax.servlet.http.HttpServletResponse;
import org.junit.Test;
import org.teate.access.Approval;
import org.teate.access.Approvals;
import org.teate.access.AuditEntry;
import org.teate.access.AuditTrail;
import org.teate.access.Deed;
import org.teate.access.Guard;
import org.teate.access.OpenItem;
import org.teate.access.Permission;
import org.teate.access.Role;
import org.teate.access.SignIn;
import org.teate.access.StaffRegister;
import org.teate.access.WorkItem;
import org.teate.access.Worklist;
import org.teate.addressing.Identities;
import org.teate.addressing.People;
import org.teate.addressing.PersonPage;
import org.teate.addressing.RegisterComparison;
import org.teate.addressing.RegisterMismatch;
import org.teate.cases.CaseRegister;
import org.teate.cases.CaseStatus;
import org.teate.cases.DecisionDraft;
import org.teate.cases.Decisions;
import org.teate.cases.EndReason;
import org.teate.cases.LedgerComparison;
import org.teate.cases.Proposal;
import org.teate.cases.Reconciliation;
import org.teate.exchange.ImportError;
import org.teate.exchange.ImportedFile;
import org.teate.exchange.Imports;
import org.teate.kernel.Yen;
import org.teate.payments.Accounts;
import org.teate.payments.ClassTotal;
import org.teate.payments.PaymentDetail;
import org.teate.payments.PaymentRecords;
import org.teate.payments.PaymentRuns;
import org.teate.payments.RunOutcome;
import org.teate.payments.RunState;
import org.teate.payments.Unpaid;
import org.teate.payments.UnpaidReason;
import org.teate.ports.bank.Finding;
import org.teate.rules.AgeClass;
import org.teate.rules.Assessed;

/** Every page with its template: no variable is missing, and no text becomes a tag. */
public class PagesTest {

    private final Guard guard = Office.guard(Permission.values());
    private final Pages pages = Office.pages(guard);
    private final Identities identities = Stub.of(Identities.class, Map.of("of", Office.identities()));
    private final Approvals approvals = Stub.of(
            Approvals.class,
            Map.of(
                    "waiting", List.of(Office.draft("payment.run", "taro"), Office.draft("case.end", "hanako")),
                    "find", Optional.of(Office.draft("payment.run", "taro"))));
    private final Worklist worklist = Stub.of(
            Worklist.class,
            Map.of(
                    "counts",
                    Map.of("import.M10", 1L, "resident.birth", 2L, "other" + Office.TAG, 3L),
                    "open",
                    List.of(new OpenItem(
                            1, new WorkItem("k", "import.M10", Optional.of(Office.MOTHER), Office.TAG), Office.NOW)),
                    "close",
                    true));
    private final Imports imports = Stub.of(
            Imports.class,
            Map.of(
                    "list", List.of(imported(ImportedFile.State.PARTIAL), imported(ImportedFile.State.REJECTED)),
                    "errors", List.of(new ImportError(3, Office.TAG, "E201", Office.TAG)),
                    "run", List.of()));
    private final CaseRegister cases = Stub.of(
            CaseRegister.class,
            Map.of(
                    "counts", Map.of(CaseStatus.RECEIVING, 1L, CaseStatus.WITHHELD, 0L, CaseStatus.ENDED, 2L),
                    "find", Optional.of(Office.file()),
                    "list", List.of(Office.entitlement()),
                    "ofRecipient", List.of(Office.entitlement()),
                    "ofChild", List.of()));

    @Test
    public void theFirstPage() throws Exception {
        String page = shown(home(), "/", "");

        assertTrue(page, page.contains("令和8年12月15日"));
        assertTrue(page, page.contains("/payments/3"));
        assertTrue(page, page.contains("取込エラー M10"));
    }

    @Test
    public void anAddressThatNoPageHasIsAnsweredInJapanese() throws Exception {
        Visit visit = Visit.get("/nowhere", "").to(home());

        assertEquals(HttpServletResponse.SC_NOT_FOUND, visit.status());
        assertTrue(visit.text(), visit.text().contains("ページが見つかりません"));
    }

    @Test
    public void whatOneMayNotSeeIsNotOnTheFirstPage() throws Exception {
        Guard nobody = Office.guard();
        HttpServlet home = new HomePage(
                Office.pages(nobody),
                nobody,
                Stub.of(PaymentRuns.class, Map.of()),
                approvals,
                Stub.of(Worklist.class, Map.of()),
                Stub.of(Imports.class, Map.of()),
                Stub.of(CaseRegister.class, Map.of()));

        String page = shown(home, "/", "");

        assertFalse(page, page.contains("処理待ち"));
        assertFalse(page, page.contains("/approvals"));
    }

    @Test
    public void signingInAndThePassword() throws Exception {
        HttpServlet page = new SignInPage(pages, Stub.of(SignIn.class, Map.of()));

        shown(page, "/sign-in", "");
        shown(page, "/password", "");
    }

    @Test
    public void aFaultOfOursIsNotBlamedOnWhoeverTyped() throws Exception {
        People faulty = Stub.of(People.class, new HashMap<>() {
            private static final long serialVersionUID = 1L;

            @Override
            public Object get(Object method) {
                throw new IllegalArgumentException("A bug");
            }

            @Override
            public boolean containsKey(Object method) {
                return true;
            }
        });

        Visit visit = Visit.get("/people", "/10").to(new PeoplePage(pages, faulty, cases, guard));

        assertEquals(500, visit.status());
        assertTrue(visit.text(), visit.text().contains("参照番号"));
    }

    @Test
    public void peopleAndAPerson() throws Exception {
        HttpServlet page = new PeoplePage(
                pages,
                Stub.of(
                        People.class,
                        Map.of(
                                "search", new PersonPage(List.of(Office.row()), 1),
                                "find", Optional.of(Office.person()),
                                "findProtected", Optional.of(Office.person()),
                                "individualNumber", Optional.empty())),
                cases,
                guard);

        assertNoTag(Visit.get("/people", "").with("kana", Office.TAG).to(page));
        assertTrue(shown(page, "/people", "/10").contains("支援措置の対象者です"));
        assertNoTag(
                Visit.post("/people", "/10").with("reason", "照会").withToken().to(page));
        Visit purpose = Visit.post("/people", "/10/protected").with("purpose", "送付先の確認");
        assertNoTag(purpose.withToken().to(page));
        assertEquals(
                400, Visit.post("/people", "/10/protected").withToken().to(page).status());
        assertEquals(
                400,
                Visit.get("/people", "").with("page", "99999999999").to(page).status());
    }

    @Test
    public void whatTheWelfareSystemHasBookedBesideOurs() throws Exception {
        LedgerComparison differing = new LedgerComparison(
                Office.LEDGER,
                Office.MOTHER,
                LedgerComparison.Standing.DIFFERS,
                List.of(
                        new LedgerComparison.Difference("月額", "10,000円", "15,000円"),
                        new LedgerComparison.Difference(Office.TAG, Office.TAG, Office.TAG)));
        HttpServlet page = new WelfarePage(
                pages,
                Stub.of(
                        Reconciliation.class,
                        Map.of(
                                "ask", List.of(differing),
                                "differences", List.of(differing),
                                "counts", Map.of(LedgerComparison.Standing.DIFFERS, 1L))),
                identities);

        assertTrue(shown(page, "/welfare", "").contains("不一致"));
        assertTrue(shown(page, "/welfare", "/" + Office.MOTHER).contains("15,000円"));
        assertEquals(404, Visit.get("/welfare", "/nobody").to(page).status());
    }

    @Test
    public void aCaseOfSomebodyWhoseNameIsNotKnownIsShownByNumber() throws Exception {
        HttpServlet page = new CasesPage(
                pages,
                cases,
                Stub.of(Decisions.class, Map.of()),
                Stub.of(PaymentRecords.class, Map.of("of", List.of())),
                Stub.of(Accounts.class, Map.of("history", List.of())),
                Stub.of(Identities.class, Map.of("of", Map.of())),
                guard);

        assertTrue(shown(page, "/cases", "").contains(Office.MOTHER.value()));
        assertTrue(shown(page, "/cases", "/" + Office.LEDGER).contains(Office.MOTHER.value()));
    }

    @Test
    public void casesAndACaseWithItsReasons() throws Exception {
        HttpServlet page = new CasesPage(
                pages,
                cases,
                Stub.of(Decisions.class, Map.of()),
                Stub.of(PaymentRecords.class, Map.of("of", List.of(Office.payment()))),
                Stub.of(
                        Accounts.class,
                        Map.of("history", List.of(Office.account()), "wholeNumber", Optional.of("1234567"))),
                identities,
                guard);

        shown(page, "/cases", "");
        String file = shown(page, "/cases", "/" + Office.LEDGER);
        assertTrue(file, file.contains("10,000円"));
        assertTrue(file, file.contains("児童手当法"));
        assertTrue("a payment of a run of ours", file.contains("href=\"/payments/3/12\""));
        Visit account = Visit.post("/cases", "/" + Office.LEDGER + "/account/1")
                .with("reason", "照会")
                .withToken()
                .to(page);
        assertTrue(account.text(), account.text().contains("1234567"));
    }

    @Test
    public void aRunInEachOfItsStates() throws Exception {
        for (RunState state : RunState.values()) {
            shown(payments(state, guard), "/payments", "/3");
            shown(payments(state, guard), "/payments", "/3/progress");
        }
    }

    @Test
    public void theProgressIsAskedForUntilTheRunIsCalculated() throws Exception {
        Visit during = Visit.get("/payments", "/3/progress").to(payments(RunState.CALCULATING, guard));
        Visit after = Visit.get("/payments", "/3/progress").to(payments(RunState.CALCULATED, guard));

        assertTrue(during.text(), during.text().contains("hx-get=\"/payments/3/progress\""));
        assertEquals("", during.header("HX-Refresh"));
        assertEquals("true", after.header("HX-Refresh"));
    }

    @Test
    public void aRunWithoutAFileCanBeCancelledByAnApprover() throws Exception {
        String form = "action=\"/payments/3/send-back\"";
        Guard clerk = Office.guard(Permission.PAYMENT_VIEW, Permission.PAYMENT_DRAFT);

        for (RunState state : List.of(RunState.INTERRUPTED, RunState.CALCULATED, RunState.APPROVED)) {
            assertTrue(
                    state.name(),
                    shown(payments(state, guard), "/payments", "/3").contains(form));
        }
        assertFalse(shown(payments(RunState.APPROVED, clerk), "/payments", "/3").contains(form));
        Guard drafter = Office.guard("jiro", Permission.values());
        assertFalse(
                "jiro has resumed it",
                shown(payments(RunState.APPROVED, drafter), "/payments", "/3").contains(form));
        assertFalse(shown(payments(RunState.FILE_APPROVED, guard), "/payments", "/3")
                .contains(form));
    }

    @Test
    public void theListsOfARunAndOnePayment() throws Exception {
        HttpServlet page = payments(RunState.CALCULATED, guard);

        shown(page, "/payments", "");
        shown(page, "/payments", "/3/payments");
        assertTrue(shown(page, "/payments", "/3/unpaid").contains("口座の登録なし"));
        String payment = shown(page, "/payments", "/3/12");
        assertTrue(payment, payment.contains("三歳以上小学校修了前"));
        assertTrue(payment, payment.contains("児童手当法"));
        assertEquals(
                HttpServletResponse.SC_NOT_FOUND,
                Visit.get("/payments", "/3/nothing").to(page).status());
    }

    @Test
    public void ofTheOwnDraftThePageSaysWhyItCannotBeApproved() throws Exception {
        Guard taro = Office.guard(Permission.PAYMENT_VIEW, Permission.PAYMENT_APPROVE);
        Approvals own = Stub.of(Approvals.class, Map.of("find", Optional.of(Office.draft("payment.run", "hanako"))));
        HttpServlet page = new PaymentsPage(
                Office.pages(taro), runs(RunState.CALCULATED), records(), own, worklist, identities, taro);

        String text = shown(page, "/payments", "/3");

        assertTrue(text, text.contains("自分が起案したものは決裁できません"));
        assertFalse(text, text.contains("支払を決裁する"));
    }

    @Test
    public void aBlockedFileIsAnsweredWithItsFindings() throws Exception {
        Visit visit = Visit.post("/payments", "/3/file").withToken().to(payments(RunState.APPROVED, guard));

        assertNoTag(visit);
        assertTrue(visit.text(), visit.text().contains("V202"));
    }

    @Test
    public void aRunSaysWhatOfTheLedgerCouldNotBeTakenOver() throws Exception {
        String text = shown(payments(RunState.CALCULATED, guard), "/payments", "/3");

        assertTrue(text, text.contains("href=\"/work?kind=import.M10\""));
        assertFalse("only what is of the ledger", text.contains("resident.birth"));
    }

    @Test
    public void whatTheChecksRemarkedIsShownBeforeTheFileIsApproved() throws Exception {
        String text = shown(payments(RunState.FILE_MADE, guard), "/payments", "/3");

        assertTrue(text, text.contains("120件の警告"));
        assertTrue(text, text.contains("V306"));
        assertTrue(text, text.contains("href=\"/payments/3/12\""));
        assertTrue(text, text.contains("はじめの1件"));
    }

    @Test
    public void aFileIsDownloadedAsItIs() throws Exception {
        Visit visit = Visit.get("/payments", "/3/file").to(payments(RunState.FILE_MADE, guard));

        assertEquals("application/octet-stream", visit.header("Content-Type"));
        assertEquals(3, visit.bytes().length);
    }

    @Test
    public void aRunThatCannotStartIsRefusedInASentence() throws Exception {
        Visit visit = Visit.post("/payments", "")
                .with("month", "2026-12")
                .withToken()
                .to(payments(RunState.CALCULATING, guard));

        assertEquals(HttpServletResponse.SC_SEE_OTHER, visit.status());
        assertEquals("/payments", visit.header("Location"));
        assertTrue(visit.notice().text().contains("計算中"));
    }

    @Test
    public void draftsAndOneOfThem() throws Exception {
        Approval approval = Office.draft("case.end", "taro");
        HttpServlet page = new ApprovalsPage(
                pages,
                approvals,
                Stub.of(
                        Decisions.class,
                        Map.of(
                                "find",
                                Optional.of(new DecisionDraft(
                                        approval,
                                        new Proposal.End(
                                                Office.LEDGER, EndReason.MOVED_OUT, Office.TODAY, Office.TAG))))),
                cases,
                identities,
                guard);

        assertTrue(shown(page, "/approvals", "").contains("自分が起案したものは決裁できません"));
        String draft = shown(page, "/approvals", "/5");
        assertTrue(draft, draft.contains("最終支給月"));
        assertTrue(draft, draft.contains("決裁する"));
    }

    @Test
    public void work() throws Exception {
        HttpServlet page = new WorkPage(pages, worklist, identities, guard);

        shown(page, "/work", "");
        Visit closed = Visit.post("/work", "/1")
                .with("note", "直した")
                .with("kind", "a&b")
                .withToken()
                .to(page);
        assertEquals("/work?kind=a%26b", closed.header("Location"));
    }

    @Test
    public void filesAndOneOfThem() throws Exception {
        FilesPage page = filesPage(guard, ImportedFile.State.REJECTED);

        assertTrue(shown(page, "/exchange/files", "").contains("IF-11 住民の全件"));
        shown(page, "/exchange/files", "/progress");
        assertFalse(shown(page, "/exchange/files", "/" + Office.TAG).contains("不一致リスト"));
        assertEquals(
                HttpServletResponse.SC_NOT_FOUND,
                Visit.get("/exchange/files", "/" + Office.TAG + "/mismatches.csv")
                        .to(page)
                        .status());
        page.close();
    }

    @Test
    public void theFullFileOfTheRegisterWithThoseWhoDoNotAgree() throws Exception {
        FilesPage page = filesPage(guard, ImportedFile.State.ACCEPTED);

        String text = shown(page, "/exchange/files", "/" + Office.TAG);
        assertTrue(text, text.contains("<dd class=\"number\">1,234人</dd>"));
        assertTrue(text, text.contains("<a href=\"/people/" + Office.MOTHER + "\">"));
        assertTrue(text, text.contains("カナ氏名、住所"));

        Visit visit = Visit.get("/exchange/files", "/" + Office.TAG + "/mismatches.csv")
                .to(page);
        String csv = new String(visit.bytes(), StandardCharsets.UTF_8);
        assertTrue(csv, csv.contains("\"" + Office.MOTHER + "\",\"版が同じで内容が異なる\",\"カナ氏名、住所\""));
        page.close();
    }

    @Test
    public void whoMaySeeNobodySeesOnlyHowManyDoNotAgree() throws Exception {
        FilesPage page = filesPage(Office.guard(Permission.EXCHANGE_VIEW), ImportedFile.State.PARTIAL);

        String text = shown(page, "/exchange/files", "/" + Office.TAG);
        assertTrue(text, text.contains("<dd class=\"number\">1,234人</dd>"));
        assertFalse(text, text.contains("mismatches.csv"));
        assertFalse(text, text.contains("/people/" + Office.MOTHER));
        page.close();
    }

    private static FilesPage filesPage(Guard actor, ImportedFile.State state) {
        Imports imports = Stub.of(
                Imports.class,
                Map.of(
                        "list",
                        List.of(imported(state)),
                        "errors",
                        List.of(new ImportError(1, Office.TAG, "E201", Office.TAG))));
        RegisterComparison comparison = Stub.of(
                RegisterComparison.class,
                Map.of(
                        "counts",
                        Map.of(RegisterMismatch.Kind.DIFFERENT, 1_234L),
                        "list",
                        List.of(new RegisterMismatch(
                                Office.MOTHER, RegisterMismatch.Kind.DIFFERENT, List.of("カナ氏名", "住所")))));
        return new FilesPage(Office.pages(actor), imports, comparison, actor);
    }

    @Test
    public void theTrail() throws Exception {
        AuditEntry entry = new AuditEntry(
                1,
                Office.NOW,
                Office.TAG,
                Office.TAG,
                Deed.about(Office.MOTHER, "person.view", Office.TAG, Office.TAG),
                true);
        HttpServlet page = new AuditPage(pages, Stub.of(AuditTrail.class, Map.of("search", List.of(entry))), guard);

        assertTrue(shown(page, "/audit", "").contains("住民・宛名の照会"));
    }

    @Test
    public void theTrailGoesOnWhereThePageEnds() throws Exception {
        List<AuditEntry> full = LongStream.range(0, 100)
                .mapToObj(i -> new AuditEntry(1_000 - i, Office.NOW, "taro", "", Deed.of("sign-in", "", ""), false))
                .toList();
        HttpServlet page = new AuditPage(pages, Stub.of(AuditTrail.class, Map.of("search", full)), guard);

        Visit visit = Visit.get("/audit", "").with("login", "taro").to(page);

        assertTrue(visit.text(), visit.text().contains("?login=taro&amp;before=901"));
        assertFalse(visit.text(), visit.text().contains("最初へ"));
    }

    @Test
    public void staffAndTheOneTimePassword() throws Exception {
        StaffRegister.Staff person =
                new StaffRegister.Staff(Office.TAG, Office.TAG, Set.of(Role.CLERK), true, Optional.of(Office.TODAY));
        HttpServlet page = new StaffPage(
                pages, Stub.of(StaffRegister.class, Map.of("all", List.of(person), "add", "once-" + Office.TAG)));

        shown(page, "/staff", "");
        Visit added = Visit.post("/staff", "")
                .with("login", "jiro")
                .with("name", Office.TAG)
                .with("role", "CLERK", "APPROVER")
                .withToken()
                .to(page);
        assertNoTag(added);
        assertTrue(added.text(), added.text().contains("once-&lt;b&gt;"));
    }

    @Test
    public void aFormWithoutItsTokenDoesNothing() throws Exception {
        HttpServlet page = new StaffPage(pages, Stub.of(StaffRegister.class, Map.of()));

        Visit visit = Visit.post("/staff", "").with("token", "0").to(page);

        assertEquals(HttpServletResponse.SC_FORBIDDEN, visit.status());
    }

    private HttpServlet home() {
        return new HomePage(pages, guard, runs(RunState.CALCULATED), approvals, worklist, imports, cases);
    }

    private HttpServlet payments(RunState state, Guard actor) {
        return new PaymentsPage(Office.pages(actor), runs(state), records(), approvals, worklist, identities, actor);
    }

    private static PaymentRuns runs(RunState state) {
        return Stub.of(
                PaymentRuns.class,
                Map.of(
                        "list", List.of(Office.run(state)),
                        "find", Optional.of(Office.run(state)),
                        "totals", List.of(new ClassTotal(true, AgeClass.PRIMARY, 3, 1, 2, 4, Yen.of(120_000))),
                        "payments", List.of(Office.payment()),
                        "unpaid",
                                List.of(new Unpaid(
                                        1,
                                        Office.LEDGER,
                                        Office.MOTHER,
                                        Office.DUE,
                                        Yen.of(20_000),
                                        UnpaidReason.NO_ACCOUNT,
                                        Office.TAG)),
                        "start", new RunOutcome.Busy(Office.run(state)),
                        "warnings", List.of(new Finding("V306", 12, Office.TAG, Office.TAG, false)),
                        "makeFile",
                                new RunOutcome.Blocked(List.of(new Finding("V202", 12, Office.TAG, Office.TAG, true))),
                        "download", new byte[] {1, 2, 3}));
    }

    private static PaymentRecords records() {
        Assessed assessed = (Assessed) Office.file().assess(Office.DUE);
        return Stub.of(
                PaymentRecords.class,
                Map.of(
                        "explain", Optional.of(new PaymentDetail(Office.payment(), assessed.childMonths())),
                        "reasons", List.of(assessed.reason(Office.CHILD.value(), Office.OCTOBER))));
    }

    private static ImportedFile imported(ImportedFile.State state) {
        return new ImportedFile(
                "IF-11",
                Office.TAG,
                1,
                state,
                10,
                new ImportedFile.Counts(1, 2, 3, 4),
                Office.TAG,
                Optional.of(Office.NOW));
    }

    static String shown(HttpServlet page, String servletPath, String pathInfo) throws Exception {
        Visit visit = Visit.get(servletPath, pathInfo).to(page);
        assertNoTag(visit);
        return visit.text();
    }

    static void assertNoTag(Visit visit) {
        assertEquals(visit.text(), HttpServletResponse.SC_OK, visit.status());
        assertFalse(visit.text(), visit.text().contains("<b>"));
        assertFalse(visit.text(), visit.text().isEmpty());
    }
}
