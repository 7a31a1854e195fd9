// SPDX-FileCopyrightText: Teate contributors
// SPDX-License-Identifier: Apache-2.0
package org.teate.itests;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.AfterClass;
import org.junit.BeforeClass;
import org.junit.Test;

/** The pages of the staff in Chromium, on the delivered server with a small town. */
public class BrowserProcessIT {

    private static final String TOWN = " --people 600 --date " + DistributionSupport.BUSINESS_DATE;
    private static final Duration PATIENCE = Duration.ofMinutes(1);

    private static TeateServer server;
    private static Office office;
    private static Path downloads;

    @BeforeClass
    public static void start() throws IOException, InterruptedException {
        server = TeateServer.unpack("browser");
        server.start();
        office = Office.open(server);
        office.admin("feature:install teate-counterpart-residents teate-counterpart-welfare-current");
        office.admin("counterpart:residents-write" + TOWN + " --folder " + inbox("residents"));
        office.admin("counterpart:ledger-write" + TOWN + " --folder " + inbox("welfare") + " --passphrase "
                + TeateServer.PASSPHRASE);
        office.operator("exchange:import");
        downloads = Files.createDirectories(server.home().resolve("downloads"));
    }

    @AfterClass
    public static void stop() {
        server.close();
    }

    @Test
    public void aClerkAndAnApproverPayFromTheSearchToTheBankFile() {
        try (Browser clerk = browser("hanako");
                Browser approver = browser("taro")) {
            findAPersonAndTheReasonOfAnAmount(clerk);
            calculate(clerk);

            String run = clerk.path();
            approver.open("/approvals");
            approver.follow("tbody a[href='" + run + "']");
            approver.press("支払を決裁する");
            approver.awaitText("支払を決裁しました");

            clerk.open(run);
            clerk.press("振込データを作成する");
            clerk.awaitText("振込データを作成しました");

            approver.open(run);
            approver.press("振込データを承認する");
            approver.awaitText("振込データを承認しました");

            assertTheDownloadIsWhatThePageSays(approver);
        }
    }

    @Test
    public void aDraftIsLookedAtByAnotherAndSentBack() {
        try (Browser clerk = browser("hanako");
                Browser approver = browser("taro")) {
            clerk.open("/cases?status=30");
            clerk.follow("tbody a");
            clerk.unfold("差止・保留を起案する");
            clerk.choose("hold-reason", "その他");
            clerk.fill("開始月分", "2026-12");
            clerk.press("差止・保留を起案");
            clerk.awaitText("起案しました");

            approver.open("/approvals");
            approver.follow("tbody a[href^='/approvals/']");
            approver.unfold("差し戻す");
            approver.fill("差戻しの理由", "根拠を書いてください");
            approver.press("差し戻す");
            approver.awaitText("差し戻しました");
        }
    }

    @Test
    public void everyAreaIsAccessibleToThoseWhoMayEnterIt() {
        try (Browser operator = browser("jiro");
                Browser auditor = browser("saburo")) {
            for (String path : List.of(
                    "/work", "/exchange/files", "/exchange/trials", "/exchange/migrations", "/staff", "/password")) {
                operator.open(path);
            }
            operator.open("/exchange/files");
            operator.follow("tbody a[href^='/exchange/files/IF11']");
            monitorTheExchange(operator);
            for (String path : List.of("/payments", "/exchange", "/audit")) {
                auditor.open(path);
            }
            assertEquals(0, auditor.count(".menu a[href='/people']"));
        }
    }

    /** From the monitor to a connector, which says whether it reaches its system, and to what waits to be told. */
    private static void monitorTheExchange(Browser operator) {
        operator.open("/exchange");
        operator.follow("tbody a[href='/exchange/connectors/residents-file']");
        operator.awaitText("ファイルの受取り");
        operator.press("疎通を確認する");
        operator.awaitText("連携機能 residents-file");
        operator.open("/exchange/connectors");
        operator.awaitText("住民記録システム");
        operator.open("/exchange/queues");
    }

    private static void findAPersonAndTheReasonOfAnAmount(Browser clerk) {
        clerk.open("/cases");
        clerk.follow("tbody a");
        clerk.awaitText("月額とその理由");
        assertTrue(
                "each amount has its reason",
                clerk.text("details[open] .reason").contains("児童手当法"));
        clerk.follow("dd a[href^='/people/']");
        clerk.awaitText("世帯番号");
        String number = clerk.path().substring("/people/".length());

        clerk.open("/people");
        clerk.fill("宛名番号", number);
        clerk.press("検索");
        clerk.awaitText("1人のうち");
        clerk.follow("tbody a[href='/people/" + number + "']");
        clerk.awaitText("受給者としての台帳");
        findByNameAndBirthDate(clerk, number);
        clerk.open("/welfare");
    }

    private static void findByNameAndBirthDate(Browser clerk, String number) {
        List<String> person = registered(number);
        String birth = LocalDate.parse(person.get(13), DateTimeFormatter.BASIC_ISO_DATE)
                .toString();
        for (Map<String, String> query : List.of(
                Map.of("カナ氏名（前方一致）", person.get(8)),
                Map.of("氏名（前方一致）", person.get(7)),
                Map.of("カナ氏名（前方一致）", person.get(8).substring(0, 2), "生年月日", birth))) {
            clerk.open("/people");
            query.forEach(clerk::fill);
            clerk.press("検索");
            clerk.awaitText("人のうち");
            assertEquals(query.toString(), 1, clerk.count("tbody a[href='/people/" + number + "']"));
        }
    }

    /** What the register has sent about a person. */
    private static List<String> registered(String number) {
        Path done = Path.of(inbox("residents")).resolveSibling("done");
        try (Stream<Path> files = Files.list(done)) {
            Path everybody = files.filter(file -> file.getFileName().toString().matches("IF11_.*\\.csv"))
                    .findFirst()
                    .orElseThrow();
            try (Stream<String> lines = Files.lines(everybody, Charset.forName("windows-31j"))) {
                return lines.map(line ->
                                List.of(line.substring(1, line.length() - 1).split("\",\"", -1)))
                        .filter(items -> items.get(3).equals(number))
                        .findFirst()
                        .orElseThrow();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void calculate(Browser clerk) {
        clerk.open("/payments");
        clerk.press("計算を始める");
        // the page shows by itself that the run is calculated
        clerk.awaitText("決裁の権限を持つ職員が決裁します");
        String run = clerk.path();
        clerk.open(run + "/unpaid");
        clerk.open(run + "/payments");
        clerk.follow("tbody a");
        clerk.awaitText("理由");
        assertTrue("each payment has its reason", clerk.text(".reason").contains("児童手当法"));
        clerk.open(run);
    }

    private static void assertTheDownloadIsWhatThePageSays(Browser approver) {
        String hash = approver.text("dd.code");
        approver.download("a[download]");
        TeateServer.await("the download", PATIENCE, () -> hash.equals(hashOfDownload()));
    }

    /** The hash of what was downloaded, empty as long as nothing is there. */
    private static String hashOfDownload() {
        try (Stream<Path> files = Files.list(downloads)) {
            Optional<Path> file =
                    files.filter(each -> each.toString().endsWith(".txt")).findFirst();
            return file.isEmpty()
                    ? ""
                    : HexFormat.of()
                            .formatHex(MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(file.get())));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError(e);
        }
    }

    private static Browser browser(String login) {
        return Browser.of(server, downloads).signIn(login, office.password(login));
    }

    private static String inbox(String system) {
        return server.home()
                .resolve("data/exchange")
                .resolve(system)
                .resolve("inbox")
                .toString();
    }
}
