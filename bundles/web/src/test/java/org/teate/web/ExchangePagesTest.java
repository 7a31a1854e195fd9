// SPDX-FileCopyrightText: Teate contributors
// SPDX-License-Identifier: Apache-2.0
package org.teate.web;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;
import static org.teate.web.PagesTest.assertNoTag;
import static org.teate.web.PagesTest.shown;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.servlet.http.HttpServlet;
import javax.servlet.http.HttpServletResponse;
import org.junit.Test;
import org.teate.access.Guard;
import org.teate.access.Permission;
import org.teate.exchange.Choice;
import org.teate.exchange.Connectors;
import org.teate.exchange.Discard;
import org.teate.exchange.Health;
import org.teate.exchange.ImportedFile;
import org.teate.exchange.Imports;
import org.teate.exchange.Migration;
import org.teate.exchange.MigrationFlaw;
import org.teate.exchange.MigrationOutcome;
import org.teate.exchange.MigrationProgress;
import org.teate.exchange.MigrationReport;
import org.teate.exchange.Migrations;
import org.teate.exchange.PluggedConnector;
import org.teate.exchange.Prospect;
import org.teate.exchange.Queue;
import org.teate.exchange.Queues;
import org.teate.exchange.Swap;
import org.teate.exchange.Trial;
import org.teate.exchange.TrialOutcome;
import org.teate.exchange.TrialSample;
import org.teate.exchange.Trials;
import org.teate.exchange.WaitingMessage;
import org.teate.ports.Message;

/** The pages of the exchange, as {@link PagesTest}. */
public class ExchangePagesTest {

    private static final String KEY = "k/1 " + Office.TAG;

    private final Guard guard = Office.guard(Permission.values());
    private final Pages pages = Office.pages(guard);

    @Test
    public void theMonitorSaysWhatNeedsALook() throws Exception {
        Queues late = Stub.of(
                Queues.class,
                Map.of("queues", List.of(new Queue("welfare", 2, 1, Office.NOW.minus(Duration.ofMinutes(125))))));
        ImportedFile file = new ImportedFile(
                "IF-10",
                Office.TAG,
                1,
                ImportedFile.State.GAP,
                10,
                ImportedFile.Counts.NONE,
                Office.TAG,
                Optional.empty());
        HttpServlet page = new ExchangePage(
                pages,
                connectors(PluggedConnector.State.ABSENT),
                late,
                Stub.of(Imports.class, Map.of("list", Collections.nCopies(7, file))),
                migrations(Migration.State.INTERRUPTED),
                guard);

        String text = shown(page, "/exchange", "");

        assertTrue(text, text.contains("福祉システムで選ばれている連携機能 welfare-next が接続されていません。代わりに welfare-current を使っています。"));
        assertTrue(text, text.contains("福祉システムに断られた通知が1件あります。"));
        assertTrue(text, text.contains("福祉システムあての通知が2時間5分送られていません。"));
        assertTrue(text, text.contains("は「欠番待ち」です。"));
        assertTrue(text, text.contains("ほかに2件のファイルが取り込まれていません。"));
        assertTrue(text, text.contains("リハーサル 20261124-01 は「中断」です。"));
        assertTrue(text, text.contains("答えのない呼出しが1件あります。"));
    }

    @Test
    public void theMonitorSaysThatAllIsWell() throws Exception {
        Guard clerk = Office.guard(Permission.EXCHANGE_VIEW);
        HttpServlet page = new ExchangePage(
                Office.pages(clerk),
                Stub.of(Connectors.class, Map.of("list", List.of())),
                Stub.of(Queues.class, Map.of("queues", List.of())),
                Stub.of(Imports.class, Map.of("list", List.of())),
                Stub.of(Migrations.class, Map.of()),
                clerk);

        String text = shown(page, "/exchange", "");

        assertTrue(text, text.contains("確認が必要なことはありません。"));
        assertFalse("migrations are for those who may migrate", text.contains("/exchange/migrations"));
        assertEquals(
                HttpServletResponse.SC_NOT_FOUND,
                Visit.get("/exchange", "/nothing").to(page).status());
    }

    @Test
    public void theConnectorsOfASystemAndTheirChoices() throws Exception {
        HttpServlet page = connectorsPage(PluggedConnector.State.STANDBY, guard);

        String text = shown(page, "/exchange/connectors", "");

        assertTrue(text, text.contains("台帳・申請者の照会"));
        assertTrue(text, text.contains("welfare-current に戻す"));
        assertTrue(text, text.contains("疎通なし"));
    }

    @Test
    public void beforeASwapThePageSaysWhatWillHappen() throws Exception {
        HttpServlet page = connectorsPage(PluggedConnector.State.STANDBY, guard);

        String text = shown(page, "/exchange/connectors", "/welfare-next");

        assertTrue(text, text.contains("welfare-next がまだ受け取っていない通知1,234件が、古い順に送られます。"));
        assertTrue(text, text.contains("いま welfare-current で処理中の呼出しは、そのまま終わります。"));
        assertTrue(text, text.contains("1.50秒"));
    }

    @Test
    public void whatStandsInTheWayOfASwapIsSaidInsteadOfOfferingIt() throws Exception {
        Prospect barred = new Prospect(Optional.of("welfare-nextへの本番移行20261124-02が「不一致」です。"), 0);
        HttpServlet page =
                new ConnectorsPage(pages, connectors(PluggedConnector.State.STANDBY, barred), queues(false), guard);

        String text = shown(page, "/exchange/connectors", "/welfare-next");

        assertTrue(text, text.contains("本番移行20261124-02が「不一致」です。"));
        assertFalse(text, text.contains("切替の理由"));
    }

    @Test
    public void onlyThoseWhoMaySwapAreOfferedIt() throws Exception {
        HttpServlet page = connectorsPage(PluggedConnector.State.STANDBY, Office.guard(Permission.EXCHANGE_VIEW));

        assertFalse(shown(page, "/exchange/connectors", "").contains("戻す"));
        assertFalse(shown(page, "/exchange/connectors", "/welfare-next").contains("切り替える"));
    }

    @Test
    public void aSwapNeedsAReasonAndSaysWhatCameOfIt() throws Exception {
        HttpServlet page = connectorsPage(PluggedConnector.State.STANDBY, guard);

        Visit none = Visit.post("/exchange/connectors", "/welfare-next/promote")
                .withToken()
                .to(page);
        Visit swapped = Visit.post("/exchange/connectors", "/welfare-next/promote")
                .with("reason", "次期へ")
                .withToken()
                .to(page);
        Visit back = Visit.post("/exchange/connectors", "/rollback")
                .with("system", "welfare")
                .with("reason", "戻す")
                .withToken()
                .to(page);

        assertEquals(HttpServletResponse.SC_BAD_REQUEST, none.status());
        assertTrue(swapped.notice().text().contains("使い始めました"));
        assertEquals("戻せません。", back.notice().text());
    }

    @Test
    public void aCheckSaysWhetherTheSystemWasReached() throws Exception {
        Visit visit = Visit.post("/exchange/connectors", "/welfare-next/check")
                .withToken()
                .to(connectorsPage(PluggedConnector.State.STANDBY, guard));

        assertEquals("/exchange/connectors/welfare-next", visit.header("Location"));
        assertTrue(visit.notice().text().contains("連携先に届きません。"));
    }

    @Test
    public void theMessagesThatWait() throws Exception {
        HttpServlet page = new QueuesPage(pages, queues(true), guard);

        assertTrue(shown(page, "/exchange/queues", "").contains("/exchange/queues/welfare?refused=1"));
        String list = shown(page, "/exchange/queues", "/welfare");
        assertTrue(list, list.contains("消滅"));
        assertTrue(list, list.contains("取消の決裁待ち"));
        assertTrue(shown(page, "/exchange/queues", "/bank").contains("金融機関あての通知"));
    }

    @Test
    public void aRefusedMessageIsToldAgainOrProposedToBeDiscarded() throws Exception {
        HttpServlet page = messagesPage(false, guard);

        String text = shown(page, "/exchange/messages", "/" + KEY);
        assertTrue(text, text.contains("もう一度送る"));
        assertTrue(text, text.contains("取消を起案する"));
        assertFalse("content is shown only when asked for", text.contains("処分番号"));

        Visit retried = Visit.post("/exchange/messages", "/" + KEY + "/retry")
                .with("reason", "直した")
                .withToken()
                .to(page);
        Visit proposed = Visit.post("/exchange/messages", "/" + KEY + "/discard")
                .with("reason", "不要")
                .withToken()
                .to(page);
        assertEquals(MessagesPage.address(KEY), retried.header("Location"));
        assertEquals("もう一度送ります。", retried.notice().text());
        assertTrue(proposed.notice().text().contains("取消を起案しました"));
    }

    @Test
    public void aProposalToDiscardIsDecidedBySomebodyElse() throws Exception {
        HttpServlet page = messagesPage(true, guard);

        String text = shown(page, "/exchange/messages", "/" + KEY);
        assertTrue(text, text.contains("取消を決裁する"));

        Visit approved = Visit.post("/exchange/messages", "/" + KEY + "/approve")
                .withToken()
                .to(page);
        Visit sentBack = Visit.post("/exchange/messages", "/" + KEY + "/send-back")
                .with("reason", "要る")
                .withToken()
                .to(page);
        assertTrue(approved.notice().text().contains("通知を取り消しました"));
        assertTrue(sentBack.notice().text().contains("差し戻しました"));
    }

    @Test
    public void theDraftToDiscardWhatWasToldMeanwhileIsEndedOnItsPage() throws Exception {
        Map<String, Object> answers = new HashMap<>(waiting(true));
        String why = "この通知は既に届いているため、取り消しません。";
        answers.put("find", Optional.empty());
        answers.put("approveDiscard", new Discard.NotDiscarded(why));
        HttpServlet page = new MessagesPage(pages, Stub.of(Queues.class, answers), guard);

        String text = shown(page, "/exchange/messages", "/" + KEY);
        Visit ended = Visit.post("/exchange/messages", "/" + KEY + "/approve")
                .withToken()
                .to(page);

        assertTrue(text, text.contains("起案を終える"));
        assertFalse(text, text.contains("取消を決裁する"));
        assertEquals(why, ended.notice().text());
    }

    @Test
    public void whatNobodyHasProposedIsNotDecided() throws Exception {
        Visit visit = Visit.post("/exchange/messages", "/" + KEY + "/approve")
                .withToken()
                .to(messagesPage(false, guard));

        assertTrue(visit.text(), visit.text().contains("この通知の取消は起案されていないか"));
    }

    @Test
    public void theContentOfAMessageIsShownInWords() throws Exception {
        Visit visit =
                Visit.get("/exchange/messages", "/" + KEY).with("content", "1").to(messagesPage(false, guard));

        assertNoTag(visit);
        assertTrue(visit.text(), visit.text().contains("<dt>処分番号</dt>"));
    }

    @Test
    public void aMessageWithAListIsShownAsATableAndAnyOtherAsItIs() {
        String payments = "{\"runKey\":\"run-1\",\"payments\":[{\"ledgerNumber\":\"1\",\"yen\":10000},"
                + "{\"ledgerNumber\":\"2\",\"yen\":-500}]}";
        String other = "{\"payments\":[1]}";

        assertEquals(
                new MessageContent(
                        List.of(new MessageContent.Fact("支払処理", "run-1")),
                        List.of("台帳番号", "金額"),
                        List.of(List.of("1", "10000"), List.of("2", "-500"))),
                MessageContent.of(payments));
        assertEquals(
                200,
                MessageContent.of(payments.replace(
                                "[",
                                "["
                                        + "{\"ledgerNumber\":\"0000000011\",\"addresseeNumber\":\"000000000000010\",\"yen\":1},"
                                                .repeat(198)))
                        .rows()
                        .size());
        assertEquals(
                List.of(new MessageContent.Fact("内容", other)),
                MessageContent.of(other).facts());
    }

    @Test
    public void aTrialWithItsGroupsAndSamples() throws Exception {
        HttpServlet page = trialsPage(Optional.empty(), guard);

        assertTrue(shown(page, "/exchange/trials", "").contains("<option value=\"welfare-next\">"));
        String trial = shown(page, "/exchange/trials", "/4");
        assertTrue(trial, trial.contains("申請者の照会"));
        assertTrue(trial, trial.contains("href=\"/exchange/trials/4/1\""));
        assertTrue(shown(page, "/exchange/trials", "/4/1").contains("household[1].name"));
        assertEquals(
                HttpServletResponse.SC_NOT_FOUND,
                Visit.get("/exchange/trials", "/5").to(page).status());
    }

    @Test
    public void samplesOfATrialAreForThoseWhoMaySeePersons() throws Exception {
        HttpServlet page = trialsPage(Optional.empty(), Office.guard(Permission.EXCHANGE_VIEW));

        String trial = shown(page, "/exchange/trials", "/4");
        assertFalse(trial, trial.contains("/exchange/trials/4/1"));
        assertFalse(trial, trial.contains("samples.csv"));
        assertFalse(trial, trial.contains("並行稼働を終える"));
        assertEquals(
                HttpServletResponse.SC_FORBIDDEN,
                Visit.get("/exchange/trials", "/4/samples.csv").to(page).status());
    }

    @Test
    public void theFindingsAreAskedForAsLongAsTheTrialRuns() throws Exception {
        Visit during = Visit.get("/exchange/trials", "/4/findings").to(trialsPage(Optional.empty(), guard));
        Visit after = Visit.get("/exchange/trials", "/4/findings").to(trialsPage(Optional.of(Office.NOW), guard));

        assertTrue(during.text(), during.text().contains("hx-get=\"/exchange/trials/4/findings\""));
        assertEquals("", during.header("HX-Refresh"));
        assertEquals("true", after.header("HX-Refresh"));
    }

    @Test
    public void aTrialIsStartedAndStoppedAndSaysWhyNot() throws Exception {
        HttpServlet page = trialsPage(Optional.empty(), guard);

        Visit started = Visit.post("/exchange/trials", "")
                .with("candidate", "welfare-next")
                .with("reason", "切替の前に")
                .withToken()
                .to(page);
        Visit stopped = Visit.post("/exchange/trials", "/4/stop").withToken().to(page);

        assertEquals("/exchange/trials/4", started.header("Location"));
        assertEquals("実施されていません。", stopped.notice().text());
    }

    @Test
    public void aMigrationInEachOfItsStates() throws Exception {
        for (Migration.State state : Migration.State.values()) {
            HttpServlet page = migrationsPage(state);
            shown(page, "/exchange/migrations", "");
            shown(page, "/exchange/migrations", "/20261124-01");
            shown(page, "/exchange/migrations", "/20261124-01/progress");
            assertTrue(
                    shown(page, "/exchange/migrations", "/20261124-01/report").contains("説明のつかない不一致が1件"));
        }
    }

    @Test
    public void theTotalsThatDisagreeAreListed() throws Exception {
        String text = shown(migrationsPage(Migration.State.DIFFERENT), "/exchange/migrations", "/20261124-01");

        assertTrue(text, text.contains("paidAmount の合計"));
        assertFalse("this one agrees", text.contains("kind が 1 の件数"));
    }

    @Test
    public void theReportIsSavedForASpreadsheetAndHoldsNoFormula() throws Exception {
        Visit visit = Visit.get("/exchange/migrations", "/20261124-01/report.csv")
                .to(migrationsPage(Migration.State.ACCEPTED));

        String text = new String(visit.bytes(), StandardCharsets.UTF_8);
        assertEquals("text/csv; charset=UTF-8", visit.header("Content-Type"));
        assertTrue(text, text.startsWith("\uFEFF\"区分\",\"データ\""));
        assertTrue(text, text.contains("\"不一致\",\"M05\",\"'=1+1\",\"内容が異なる\""));
        assertTrue(text, text.contains("\"金額\",\"M11\",\"202610\",\"不一致\",\"-5\",\"10\""));
    }

    @Test
    public void whatCameOfAMigrationIsSaidInASentence() throws Exception {
        Visit busy = Visit.post("/exchange/migrations", "")
                .with("connector", "welfare-next")
                .with("kind", "rehearsal")
                .withToken()
                .to(migrationsPage(Migration.State.RUNNING));
        Visit blocked = Visit.post("/exchange/migrations", "")
                .with("connector", "welfare-next")
                .with("kind", "cut-over")
                .withToken()
                .to(migrationsPage(Migration.State.RUNNING));
        Visit own = Visit.post("/exchange/migrations", "/20261124-01/approve")
                .withToken()
                .to(migrationsPage(Migration.State.DRAFTED));

        assertEquals("リハーサル 20261124-01 が「移行中」です。終わってから始めてください。", busy.notice().text());
        assertNoTag(blocked);
        assertTrue(blocked.text(), blocked.text().contains("引き渡せないものが1件"));
        assertTrue(own.notice().text().contains("別の職員が決裁します"));
    }

    private HttpServlet connectorsPage(PluggedConnector.State state, Guard actor) {
        return new ConnectorsPage(Office.pages(actor), connectors(state), queues(false), actor);
    }

    private static Connectors connectors(PluggedConnector.State state) {
        return connectors(state, new Prospect(Optional.empty(), 1_234));
    }

    private static Connectors connectors(PluggedConnector.State state, Prospect prospect) {
        Health health = new Health(Health.State.NOT_REACHED, Office.TAG, Office.NOW);
        PluggedConnector.Port port =
                new PluggedConnector.Port("WelfareLedger", Office.NOW, 2, 1, 1_000, 3, 4, Duration.ofMillis(1_500));
        Choice choice = new Choice("welfare", "welfare-next", "welfare-current", Office.TAG, "jiro", Office.NOW);
        return Stub.of(
                Connectors.class,
                Map.of(
                        "list",
                        List.of(
                                new PluggedConnector(
                                        "welfare-current",
                                        "welfare",
                                        PluggedConnector.State.IN_USE,
                                        List.of(port),
                                        Optional.empty()),
                                new PluggedConnector(
                                        "welfare-next", "welfare", state, List.of(port), Optional.of(health))),
                        "choices",
                        List.of(choice),
                        "prospect",
                        prospect,
                        "promote",
                        new Swap.Swapped(choice),
                        "rollback",
                        new Swap.NotSwapped("戻せません。"),
                        "check",
                        health));
    }

    private HttpServlet messagesPage(boolean proposed, Guard actor) {
        return new MessagesPage(Office.pages(actor), queues(proposed), actor);
    }

    private static Queues queues(boolean proposed) {
        return Stub.of(Queues.class, waiting(proposed));
    }

    private static Map<String, Object> waiting(boolean proposed) {
        WaitingMessage message = new WaitingMessage(
                7,
                KEY,
                "entitlement.ended",
                Office.MOTHER.value(),
                true,
                1,
                Office.TAG,
                Office.NOW,
                Office.NOW,
                proposed ? Optional.of(new WaitingMessage.ProposedDiscard(5, Office.TAG, "jiro")) : Optional.empty());
        Map<String, Object> answers = new HashMap<>();
        answers.put("queues", List.of(new Queue("welfare", 2, 1, Office.NOW)));
        answers.put("messages", List.of(message));
        answers.put("find", Optional.of(message));
        answers.put(
                "open",
                Optional.of(new Message(
                        KEY, "welfare", "10", "entitlement.ended", "{\"decisionNumber\":\"1-1\",\"monthly\":10000}")));
        answers.put("retry", true);
        answers.put("proposeDiscard", new Discard.Proposed(5));
        answers.put("approveDiscard", new Discard.Discarded(KEY));
        answers.put("sendBackDiscard", new Discard.SentBack(KEY));
        answers.put("proposal", proposed ? Optional.of(Office.draft("outbox.discard", KEY, "jiro")) : Optional.empty());
        return answers;
    }

    private static HttpServlet trialsPage(Optional<Instant> stopped, Guard actor) {
        Trial trial = new Trial(
                4,
                "welfare",
                "welfare-current",
                "welfare-next",
                Office.TAG,
                "jiro",
                Office.NOW,
                stopped,
                new Trial.Counts(1_000, 990, 7, 2, 1, 30),
                List.of(new Trial.Group(1, "WelfareLedger.applicant", "household[].name", Trial.Kind.VALUE, 2, 2)));
        TrialSample sample = new TrialSample("10", "household[1].name", Office.TAG, Office.TAG, Office.NOW);
        Trials trials = Stub.of(
                Trials.class,
                Map.of(
                        "list",
                        List.of(trial),
                        "samples",
                        List.of(sample),
                        "start",
                        new TrialOutcome.Done(trial),
                        "stop",
                        new TrialOutcome.NotDone("実施されていません。")));
        return new TrialsPage(Office.pages(actor), trials, connectors(PluggedConnector.State.STANDBY), actor);
    }

    private HttpServlet migrationsPage(Migration.State state) {
        return new MigrationsPage(pages, migrations(state), connectors(PluggedConnector.State.STANDBY), guard);
    }

    private static Migrations migrations(Migration.State state) {
        MigrationProgress agreed = new MigrationProgress(
                "M04",
                MigrationProgress.State.AGREED,
                1,
                5,
                5,
                5,
                0,
                0,
                Map.of("count.kind.1", 5L),
                Map.of("count.kind.1", 5L));
        MigrationProgress different = new MigrationProgress(
                "M11", MigrationProgress.State.DIFFERENT, 1, 5, 5, 4, 0, 1, Map.of("sum.paidAmount", 5L), Map.of());
        Migration migration = new Migration(
                "20261124-01",
                "welfare-next",
                Migration.Kind.REHEARSAL,
                state,
                Office.TODAY,
                9,
                "jiro",
                Office.NOW,
                Optional.of(Office.NOW),
                Office.TAG,
                List.of(agreed, different));
        MigrationFlaw flaw = new MigrationFlaw("M05", Office.TAG, Office.TAG, "E201", Office.TAG);
        MigrationReport report = new MigrationReport(
                migration,
                List.of(flaw),
                List.of(new MigrationReport.Comparison("M05", 10, 10, 8, 2, 1)),
                List.of(new MigrationReport.Difference(
                        "M05", "=1+1", MigrationReport.Difference.Kind.DIFFERENT, Office.TAG)),
                List.of(new MigrationReport.Balance("M11", "202610", 1, -5, 1, 10, 0)),
                List.of(new MigrationReport.Spelling("M01", "10", "U+E012", "U+5409")),
                Optional.of(Office.NOW));
        return Stub.of(
                Migrations.class,
                Map.of(
                        "list",
                        List.of(migration),
                        "find",
                        Optional.of(migration),
                        "report",
                        report,
                        "rehearse",
                        new MigrationOutcome.Busy(migration),
                        "cutOver",
                        new MigrationOutcome.Blocked(List.of(flaw)),
                        "approve",
                        new MigrationOutcome.OwnDraft()));
    }
}
