// SPDX-FileCopyrightText: Teate contributors
// SPDX-License-Identifier: Apache-2.0
package org.teate.itests;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.junit.AfterClass;
import org.junit.BeforeClass;
import org.junit.FixMethodOrder;
import org.junit.Test;
import org.junit.runners.MethodSorters;

/**
 * Files with something wrong: none is taken in silence, none stops another, and put right each goes in.
 *
 * <p>The tests are one story and run in the order of their names.
 */
@FixMethodOrder(MethodSorters.NAME_ASCENDING)
public class BadInputProcessIT {

    private static final int PEOPLE = 300;

    /** Of the third record of a file with a header line, which the counterparts damage. */
    private static final String THIRD = "4";

    private static final List<String> HELD_OR_REJECTED = List.of("M02", "M03", "M04", "M09", "M15");
    private static final List<String> REFUSED_IN_PART = List.of("IF-11", "M06", "M08");

    private static TeateServer server;
    private static Office office;
    private static SmallTown town;
    private static List<Map<String, String>> files;

    @BeforeClass
    public static void sendWhatIsWrong() throws IOException, InterruptedException {
        server = TeateServer.unpack("bad-input");
        server.start();
        office = Office.open(server);
        town = SmallTown.beside(server, office, PEOPLE);
        town.sendDamaged("IF-11", 1, "name-not-encodable");
        town.sendDamaged("M02", 1, "wrong-count");
        town.sendDamaged("M03", 1, "wrong-hash");
        town.sendDamaged("M04", 1, "sequence-gap");
        town.sendDamaged("M06", 1, "unknown-code");
        town.sendDamaged("M08", 1, "impossible-date");
        town.sendDamaged("M09", 1, "broken-quoting");
        town.sendDamaged("M10", 1, "unknown-branch");
        town.sendDamaged("M10", 2, "forbidden-kana");
        town.sendDamaged("M15", 1, "manifest-missing");
        for (String right : List.of("M01", "M05", "M07", "M11", "M12")) {
            town.send(right, 1);
        }
        takeIn();
    }

    @AfterClass
    public static void stop() {
        server.close();
    }

    @Test
    public void a_aFileWithoutManifestIsHeld() {
        assertEquals("マニフェスト待ち", file("M15", 1).get("State"));
    }

    @Test
    public void a_aFileAfterAGapIsHeldAndSaysWhichNumberIsMissing() {
        Map<String, String> file = file("M04", 2);

        assertEquals("欠番待ち", file.get("State"));
        assertEquals("通番1のファイルが取り込まれていないため、保留しています。", file.get("Reason"));
    }

    @Test
    public void a_aFileThatIsNotTheOneAnnouncedIsRejected() throws IOException {
        assertRejected("M03", "0", "sha256", "E108", "データファイルのハッシュ値がマニフェストと一致しません。");
    }

    @Test
    public void a_aFileWithAnotherCountIsRejected() throws IOException {
        assertRejected("M02", "0", "recordCount", "E301", "件数が一致しません");
    }

    @Test
    public void a_aFileWithBrokenQuotesIsRejectedAtTheLine() throws IOException {
        assertRejected("M09", THIRD, "", "E109", "引用符の対応が崩れています。");
    }

    @Test
    public void a_aNameThatIsNoTextIsRefusedAndTheOthersGoThrough() throws IOException {
        assertRefused("IF-11", 1, "3", "nameKanji", "E201", "文字として読めないバイト列があります。");
    }

    @Test
    public void a_anImpossibleDateIsRefusedAndTheOthersGoThrough() throws IOException {
        assertRefused("M08", 1, THIRD, "judgedOn", "E202", "実在する年月日");
    }

    @Test
    public void a_anUnknownCodeIsRefusedAndTheOthersGoThrough() throws IOException {
        assertRefused("M06", 1, THIRD, "eventKind", "E203", "コード");
    }

    @Test
    public void a_anUnknownBranchIsRefusedAndTheOthersGoThrough() throws IOException {
        assertRefused("M10", 1, THIRD, "branchCode", "E402", "マスタにない");
    }

    @Test
    public void a_kanaThatABankCannotReadAreRefusedAndTheOthersGoThrough() throws IOException {
        assertRefused("M10", 2, THIRD, "holderKana", "E207", "銀行のファイルに使えません");
    }

    @Test
    public void a_everyRefusedRecordWaitsForAPerson() throws IOException {
        String status = office.operator("teate:status");

        for (String work : List.of("import.IF-11 1", "import.M06 1", "import.M08 1", "import.M10 2")) {
            assertTrue(status, status.contains(work));
        }
    }

    @Test
    public void b_whoHasNoAccountIsNotPaidAndIsNamedWithTheReason() throws IOException {
        String ledger = town.record("M10", 4).get(0);

        office.clerk("payment:run --wait 2026-12");

        String shown = office.clerk("payment:show --unpaid 1000 1");
        Map<String, String> unpaid =
                Rows.of(shown.substring(shown.indexOf("Ledger ", shown.indexOf("Employed")))).stream()
                        .filter(row -> row.get("Ledger").equals(ledger))
                        .findFirst()
                        .orElseThrow(() -> new AssertionError(shown));
        assertEquals("口座の登録なし", unpaid.get("Reason"));
    }

    @Test
    public void c_whatIsPutRightGoesIn() throws IOException {
        for (String each : HELD_OR_REJECTED) {
            town.send(each, 1);
        }
        for (String each : REFUSED_IN_PART) {
            town.send(each, 2);
        }
        town.send("M10", 3);

        takeIn();

        for (String each : HELD_OR_REJECTED) {
            assertEquals(each, "完了", file(each, 1).get("State"));
        }
        assertEquals("the file after the gap", "完了", file("M04", 2).get("State"));
        for (String each : REFUSED_IN_PART) {
            assertTakenAtLast(file(each, 2));
        }
        assertTakenAtLast(file("M10", 3));
    }

    @Test
    public void d_andWhoHadNoAccountIsPaidByTheNextRun() throws IOException {
        office.approver("payment:approve 1");
        office.clerk("payment:file 1");
        office.approver("payment:approve-file 1");

        office.clerk("payment:run --wait 2026-12");

        Map<String, String> second = Rows.of(office.clerk("payment:list")).get(0);
        assertEquals("1", second.get("Paid"));
    }

    private static void takeIn() throws IOException {
        office.operator("exchange:import");
        files = Rows.of(office.operator("exchange:list --limit 100"));
    }

    private static void assertTakenAtLast(Map<String, String> file) {
        assertEquals(file.toString(), "完了", file.get("State"));
        assertEquals("only what was refused before: " + file, "1", file.get("Applied"));
    }

    private static void assertRejected(String interfaceId, String line, String item, String code, String message)
            throws IOException {
        Map<String, String> file = file(interfaceId, 1);
        assertEquals("受付不可", file.get("State"));
        assertEquals("0", file.get("Applied"));
        assertOneError(file, line, item, code, message);
    }

    private static void assertRefused(
            String interfaceId, int sequence, String line, String item, String code, String message)
            throws IOException {
        Map<String, String> file = file(interfaceId, sequence);
        assertEquals("一部エラー", file.get("State"));
        assertEquals("1", file.get("Refused"));
        long taken = Long.parseLong(file.get("Applied")) + Long.parseLong(file.get("Unchanged"));
        assertEquals("all others went through", Long.parseLong(file.get("Records")) - 1, taken);
        assertOneError(file, line, item, code, message);
    }

    private static void assertOneError(Map<String, String> file, String line, String item, String code, String message)
            throws IOException {
        List<Map<String, String>> errors = Rows.of(office.operator("exchange:list " + file.get("File")));
        assertEquals(errors.toString(), 1, errors.size());
        Map<String, String> error = errors.get(0);
        assertEquals(line, error.get("Line"));
        assertEquals(item, error.get("Item"));
        assertEquals(code, error.get("Code"));
        assertTrue(error.get("Message"), error.get("Message").contains(message));
    }

    private static Map<String, String> file(String interfaceId, int sequence) {
        List<Map<String, String>> found = files.stream()
                .filter(row -> row.get("Interface").equals(interfaceId))
                .filter(row -> row.get("File").contains(String.format("_%06d_", sequence)))
                .toList();
        assertEquals(interfaceId + " " + sequence, 1, found.size());
        return found.get(0);
    }
}
