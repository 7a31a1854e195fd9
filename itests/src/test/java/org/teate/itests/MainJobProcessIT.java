// SPDX-FileCopyrightText: Teate contributors
// SPDX-License-Identifier: Apache-2.0
package org.teate.itests;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.AfterClass;
import org.junit.BeforeClass;
import org.junit.FixMethodOrder;
import org.junit.Test;
import org.junit.runners.MethodSorters;

/**
 * From what other systems send to the bank file, by the shell, with the power cut in the middle of the import and in the
 * middle of the run.
 *
 * <p>The tests are one story and run in the order of their names.
 */
@FixMethodOrder(MethodSorters.NAME_ASCENDING)
public class MainJobProcessIT {

    private static final int PEOPLE = 36_000;
    private static final int DAYS = 3;
    private static final String MOVED_IN = "01";
    private static final String MOVING_OUT = "11";
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final Charset CP932 = Charset.forName("windows-31j");

    /** Of the part of the page that shows a run's progress. */
    private static final Pattern BEGUN = Pattern.compile("value=\"[1-9]");

    private static TeateServer server;
    private static Office office;

    @BeforeClass
    public static void start() throws IOException, InterruptedException {
        server = TeateServer.unpack("main-job");
        server.start();
        office = Office.open(server);
        writeTown(server, office);
    }

    @AfterClass
    public static void stop() {
        server.close();
    }

    @Test
    public void a_anImportThatIsKilledInTheMiddleEndsAsIfItHadNotBeen() throws IOException {
        CompletableFuture<Void> cutOff = CompletableFuture.runAsync(() -> {
            try {
                office.operator("exchange:import");
            } catch (IOException | AssertionError e) {
                // the server goes away under the command
            }
        });
        TeateServer.await("an import in progress", PATIENCE, () -> states().stream()
                .anyMatch(state -> state.equals("取込中") || state.equals("完了")));
        server.kill();
        cutOff.join();
        server.start();

        office.operator("exchange:import");

        List<Map<String, String>> files = Rows.of(office.operator("exchange:list --limit 100"));
        assertEquals("every file was taken in", Set.of("完了"), states());
        assertEquals("IF-11, IF-10 of each day, M01 to M12 and M15", 14 + DAYS, files.size());
        for (Map<String, String> file : files) {
            assertEquals(
                    file.get("Interface") + " lost or doubled a record",
                    Long.parseLong(file.get("Records")),
                    Long.parseLong(file.get("Applied")) + Long.parseLong(file.get("Unchanged")));
        }
    }

    @Test
    public void b_theSameFilesAgainChangeNothing() throws IOException {
        String before = office.operator("exchange:list --limit 100");

        office.operator("exchange:import");

        assertEquals(before, office.operator("exchange:list --limit 100"));
    }

    @Test
    public void c_whatTheRegisterHasChangedSinceIsKnownAndWaitsForAClerk() throws IOException {
        Map<String, String> reasons = new LinkedHashMap<>();
        for (Path daily : sent("residents", "IF10")) {
            for (String line : Files.readAllLines(daily, CP932)) {
                String[] items = line.substring(1, line.length() - 1).split("\",\"", -1);
                reasons.put(items[3], items[34]);
            }
        }

        assertTrue("people came and people leave", reasons.values().containsAll(List.of(MOVED_IN, MOVING_OUT)));
        String work = office.operator("teate:status");
        assertTrue(work, work.contains("resident.joined ") && work.contains("resident.left "));
        for (Map.Entry<String, String> change : reasons.entrySet()) {
            String state = state(change.getKey());
            assertEquals(change + " " + state, change.getValue().equals(MOVING_OUT), state.equals("転出予定"));
        }
    }

    @Test
    public void d_aRunThatIsKilledInTheMiddleIsResumedAndPaysEverybodyOnce() throws IOException {
        Desk hanako = Desk.signIn(server, "hanako", office.password("hanako"));
        office.clerk("payment:run 2026-12");
        TeateServer.await("a run in progress", PATIENCE, () -> BEGUN.matcher(hanako.look("/payments/1/progress"))
                .find());
        server.kill();
        server.start();
        assertEquals("it was cut off", "中断", run().get("State"));

        office.clerk("payment:run --wait --resume 1");

        assertEquals("決裁待ち", run().get("State"));
        String[] ledgers = run().get("Ledgers").split("/");
        assertEquals("every ledger was looked at", ledgers[1], ledgers[0]);
        List<Map<String, String>> totals = Rows.of(after(office.clerk("payment:show 1"), "Employed"));
        assertEquals(
                "the classes add up to the run",
                yen(run().get("Amount")),
                totals.stream().mapToLong(row -> yen(row.get("Amount"))).sum());
    }

    @Test
    public void e_nobodyApprovesWhatTheyHaveStarted() {
        assertThrows(AssertionError.class, () -> office.clerk("payment:approve 1"));
        assertEquals("決裁待ち", run().get("State"));
    }

    @Test
    public void f_twoPersonsTwiceMakeTheBankFileAndItAgreesWithTheRun() throws IOException {
        office.approver("payment:approve 1");
        office.clerk("payment:file 1");
        assertThrows(AssertionError.class, () -> office.clerk("payment:approve-file 1"));
        office.approver("payment:approve-file 1");

        Path out = server.home().resolve("data/exchange/bank/out");
        TeateServer.await(
                "the file on its way to the bank", PATIENCE, () -> files(out).size() == 1);
        byte[] file = Files.readAllBytes(files(out).get(0));
        assertEquals("nothing but whole records", 0, file.length % 120);
        List<String> records = IntStream.range(0, file.length / 120)
                .mapToObj(record -> new String(file, record * 120, 120, CP932))
                .toList();
        List<String> transfers =
                records.stream().filter(record -> record.startsWith("2")).toList();
        long sum = transfers.stream()
                .mapToLong(record -> Long.parseLong(record.substring(80, 90)))
                .sum();
        assertEquals("the file's sum is the run's", yen(run().get("Amount")), sum);
        assertEquals("nobody twice, nobody left out", run().get("Paid"), String.valueOf(transfers.size()));
        assertEquals(
                "no transfer has another's number",
                transfers.size(),
                transfers.stream()
                        .map(record -> record.substring(101, 111))
                        .distinct()
                        .count());
        String trailer = records.get(records.size() - 2);
        assertEquals(String.format("8%06d%012d", transfers.size(), sum), trailer.substring(0, 19));
    }

    @Test
    public void g_theFileIsThatOfAServerThatWasNeverKilled() throws IOException, InterruptedException {
        try (TeateServer uncut = TeateServer.unpack("main-job-uncut")) {
            uncut.start();
            Office others = Office.open(uncut);
            writeTown(uncut, others);
            others.operator("exchange:import");
            others.clerk("payment:run --wait 2026-12");
            others.approver("payment:approve 1");
            others.clerk("payment:file 1");

            assertEquals(others.operator("exchange:list --limit 100"), office.operator("exchange:list --limit 100"));
            assertEquals(sha256(others), sha256(office));
        }
    }

    @Test
    public void h_aSecondRunForTheMonthFindsNothingLeftToPay() throws IOException {
        office.clerk("payment:run --wait 2026-12");

        Map<String, String> second = run();
        assertEquals("2", second.get("Run"));
        assertEquals("0", second.get("Paid"));
        assertEquals("支払対象なし", second.get("State"));
    }

    @Test
    public void i_whatTheShellShowsIsForThoseWhoMaySeeIt() throws IOException {
        assertTrue(office.operator("teate:status").contains("2026-11-24 (simulated)"));
        assertThrows(AssertionError.class, () -> office.operator("person:find --kana ア"));
        assertThrows(AssertionError.class, () -> office.auditor("payment:run 2027-02"));
    }

    @Test
    public void j_aCaseExplainsItsAmountsByArticle() throws IOException {
        String found = office.clerk("person:find --kana サトウ --size 1");
        String number = Rows.of(found).get(0).get("Number");
        assertTrue(office.clerk("person:show " + number).contains(number));

        String ledger = records("M05").get(0)[0];
        String shown = office.clerk("case:show --from 2026-10 --to 2026-11 --why " + ledger);

        assertTrue(shown, shown.contains("第6条第1項第1号"));
        assertTrue(shown, shown.contains("Due in all"));
    }

    @Test
    public void k_neitherNamesNorAccountsReachTheLog() throws IOException {
        String log = Files.readString(server.home().resolve("data/log/karaf.log"));

        assertTrue("the log was written", log.contains("org.teate"));
        Set<String> words = Stream.of(log.split("[^\\p{L}\\p{N}]+")).collect(Collectors.toSet());
        Set<String> secrets = new HashSet<>();
        for (String[] person : records("M01")) {
            secrets.addAll(List.of((person[3] + "　" + person[4]).split("　")));
        }
        for (String[] account : records("M10")) {
            secrets.add(account[5]);
            secrets.addAll(List.of(account[8].split(" ")));
        }
        secrets.removeIf(secret -> secret.length() < 2);
        assertTrue("there are names and accounts to look for", secrets.size() > PEOPLE / 6);
        secrets.retainAll(words);
        assertEquals("names or accounts in the log", Set.of(), secrets);
        assertTrue(
                "a twelve-digit number is in the log",
                Stream.of(log.split("\\R"))
                        // bundles have versions as long as an Individual Number
                        .filter(line -> !line.contains("FeaturesServiceImpl"))
                        .noneMatch(line -> line.matches(".*(?<![0-9a-fA-F-])[0-9]{12}(?![0-9a-fA-F]).*")));
    }

    @Test
    public void l_plainHttpOnlyLeadsToHttps() {
        HttpResponse<String> answer = server.get(server.plainPage("/cases"));

        assertEquals(301, answer.statusCode());
        assertEquals(
                server.page("/cases").toString(),
                answer.headers().firstValue("Location").orElseThrow());
    }

    /** The register has sent everybody some days ago, and since then its changes of each day. */
    private static void writeTown(TeateServer server, Office office) throws IOException {
        office.admin("feature:install teate-counterpart-residents teate-counterpart-welfare-current");
        LocalDate everybody = LocalDate.parse(DistributionSupport.BUSINESS_DATE).minusDays(DAYS);
        String town = " --people " + PEOPLE + " --recipients-share 0.33 --date " + everybody;
        office.admin(
                "counterpart:residents-write" + town + " --days " + DAYS + " --folder " + inbox(server, "residents"));
        office.admin("counterpart:ledger-write" + town + " --folder " + inbox(server, "welfare") + " --passphrase "
                + TeateServer.PASSPHRASE);
    }

    /** The hash of the first run's transfer file, by which any two differ. */
    private static String sha256(Office office) throws IOException {
        Matcher hash = Pattern.compile("[0-9a-f]{64}").matcher(office.clerk("payment:show 1"));
        assertTrue("a file with a hash", hash.find());
        return hash.group();
    }

    /** The records of a migration set as it was sent. */
    private static List<String[]> records(String set) throws IOException {
        return Files.readAllLines(sent("welfare", set).get(0)).stream()
                .skip(1)
                .map(line -> line.replace("\"", "").split(",", -1))
                .toList();
    }

    /** The files of an interface that a system has sent and that were taken in, in order. */
    private static List<Path> sent(String system, String interfaceId) throws IOException {
        try (Stream<Path> files = Files.list(inbox(server, system).resolveSibling("done"))) {
            return files.filter(path -> path.getFileName().toString().matches(interfaceId + "_.*\\.csv"))
                    .sorted()
                    .toList();
        }
    }

    /** What the office holds of a person's state. */
    private static String state(String number) throws IOException {
        return Rows.of(office.clerk("person:show " + number)).stream()
                .filter(row -> row.get("Item").equals("State"))
                .map(row -> row.get("Content"))
                .findFirst()
                .orElseThrow();
    }

    private static Set<String> states() {
        try {
            return Rows.of(office.operator("exchange:list --limit 100")).stream()
                    .map(row -> row.get("State"))
                    .collect(Collectors.toSet());
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    /** The newest run. */
    private static Map<String, String> run() {
        try {
            return Rows.of(office.clerk("payment:list")).get(0);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static List<Path> files(Path folder) {
        try (Stream<Path> files = Files.exists(folder) ? Files.list(folder) : Stream.empty()) {
            return files.filter(file -> file.toString().endsWith(".dat")).toList();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static String after(String output, String column) {
        return output.substring(output.indexOf(column));
    }

    private static long yen(String amount) {
        return Long.parseLong(amount.replaceAll("[,円]", ""));
    }

    private static Path inbox(TeateServer server, String system) {
        return server.home().resolve("data/exchange").resolve(system).resolve("inbox");
    }
}
