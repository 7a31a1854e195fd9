// SPDX-FileCopyrightText: Teate contributors
// SPDX-License-Identifier: Apache-2.0
package org.teate.payments.internal;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.YearMonth;
import java.util.List;
import java.util.stream.Stream;
import org.junit.Before;
import org.junit.Rule;
import org.junit.Test;
import org.teate.kernel.LedgerNumber;
import org.teate.payments.PaymentRun;
import org.teate.payments.PaymentRuns;
import org.teate.payments.RunOutcome;
import org.teate.payments.RunState;
import org.teate.ports.bank.Finding;

/** What is checked and kept when the bank's file is made from an approved run. */
public class TransferFileTest {

    private static final Finding WARNING = new Finding("V306", 1, "振込金額", "同じ内容の振込が他にもあります。", false);

    @Rule
    public final Offices offices = new Offices();

    private Office office;
    private PaymentRuns runs;

    @Before
    public void approveARun() {
        office = offices.open();
        runs = office.server();
        office.recipient(1);
        office.recipient(2);
        office.guard.signIn(Office.CLERK);
        done(runs.start(YearMonth.of(2026, 12)));
        office.guard.signIn(Office.APPROVER);
        done(runs.approve(1));
        office.guard.signIn(Office.CLERK);
    }

    @Test
    public void whatTheChecksRemarkIsKeptWithTheFile() {
        Finding ofTheFile = new Finding("V504", 0, "取組日", "あ".repeat(600), false);
        office.bank.findings.addAll(List.of(ofTheFile, WARNING));

        PaymentRun made = done(runs.makeFile(1));

        assertEquals(2, made.file().orElseThrow().warnings());
        assertEquals(List.of("V504", "V306"), codes(runs.warnings(1, 100)));
        assertEquals(WARNING, runs.warnings(1, 100).get(1));
        assertEquals("as many as were asked for", List.of("V504"), codes(runs.warnings(1, 1)));
        assertEquals(
                "cut to what the table holds",
                500,
                runs.warnings(1, 1).get(0).message().length());
    }

    @Test
    public void aFileMadeAnewHasTheRemarksOfItsOwnChecks() {
        office.bank.findings.add(WARNING);
        done(runs.makeFile(1));
        sendBack();
        assertEquals("there is no file now", List.of(), runs.warnings(1, 100));
        office.bank.findings.clear();

        assertEquals(0, done(runs.makeFile(1)).file().orElseThrow().warnings());

        assertEquals(List.of(), runs.warnings(1, 100));
    }

    @Test
    public void aBranchThatHasClosedSinceTheCalculationKeepsTheFileBack() {
        office.tables.execute("UPDATE BRANCH SET CLOSED_ON = '2026-11-20'");
        office.master.forget();

        List<Finding> findings = blocked();

        assertEquals(List.of("V402", "V402"), codes(findings));
        assertEquals(List.of(1L, 2L), findings.stream().map(Finding::serial).toList());
        assertTrue(findings.stream().allMatch(Finding::blocking));
        assertEquals(
                "nothing was made",
                RunState.APPROVED,
                runs.find(1).orElseThrow().state());
    }

    @Test
    public void aBankThatHasClosedSinceTheCalculationKeepsTheFileBack() {
        office.tables.execute("UPDATE BANK SET CLOSED_ON = '2026-11-20'");
        office.master.forget();

        assertEquals(List.of("V401", "V401"), codes(blocked()));
    }

    @Test
    public void anAccountThatIsNoLongerInUseKeepsTheFileBack() {
        office.tables.execute("UPDATE PAYMENT_ACCOUNT SET STATUS_CODE = '2' WHERE LEDGER_NUMBER = '"
                + LedgerNumber.ofSerial(1) + "'");
        office.tables.execute("UPDATE PAYMENT_ACCOUNT SET STATUS_CODE = '9' WHERE LEDGER_NUMBER = '"
                + LedgerNumber.ofSerial(2) + "'");

        List<Finding> findings = blocked();

        assertEquals(List.of("V703", "V703"), codes(findings));
        assertTrue(findings.get(0).message(), findings.get(0).message().contains("口座不備"));
        assertTrue(findings.get(1).message(), findings.get(1).message().contains("変更済"));
    }

    @Test
    public void everythingThatKeepsTheFileBackIsSaidAtOnce() {
        office.bank.findings.add(new Finding("V202", 1, "受取人名", "使えない文字があります。", true));
        office.bank.findings.add(WARNING);
        office.tables.execute("UPDATE PAYMENT_ACCOUNT SET STATUS_CODE = '2'");

        assertEquals(List.of("V703", "V202", "V703"), codes(blocked()));
    }

    @Test
    public void onlyTheServersOwnUserMayReadAFile() throws IOException {
        Path transfers = Files.createDirectory(office.home.resolve("transfers"));
        Files.setPosixFilePermissions(transfers, PosixFilePermissions.fromString("rwxr-xr-x"));

        done(runs.makeFile(1));

        assertEquals("rwx------", PosixFilePermissions.toString(Files.getPosixFilePermissions(transfers)));
        assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(files().get(0))));
    }

    @Test
    public void aFileMadeAnewTakesThePlaceOfTheOneBefore() throws IOException {
        Path first = fileOf(done(runs.makeFile(1)));
        sendBack();
        assertTrue("until then it stays", Files.exists(first));
        office.tables.execute("UPDATE BRANCH SET KANA = 'ﾎﾝﾃﾝｴｲｷﾞﾖｳﾌﾞ'");
        office.master.forget();

        Path second = fileOf(done(runs.makeFile(1)));

        assertEquals(List.of(second), files());
    }

    @Test
    public void aFileThatIsNotTakenLeavesNothingBehind() throws IOException {
        Path first = fileOf(done(runs.makeFile(1)));
        office.tables.execute("UPDATE BRANCH SET KANA = 'ﾎﾝﾃﾝｴｲｷﾞﾖｳﾌﾞ'");
        office.master.forget();

        assertTrue("the one before waits for approval", runs.makeFile(1) instanceof RunOutcome.FileDiffers);

        assertEquals(List.of(first), files());
        assertEquals(RunState.FILE_MADE, runs.find(1).orElseThrow().state());
    }

    private List<Finding> blocked() {
        return ((RunOutcome.Blocked) runs.makeFile(1)).findings();
    }

    private void sendBack() {
        office.guard.signIn(Office.APPROVER);
        done(runs.sendBack(1, "内容の確認"));
        office.guard.signIn(Office.CLERK);
    }

    private Path fileOf(PaymentRun run) {
        return office.home.resolve("transfers").resolve(run.file().orElseThrow().key());
    }

    private List<Path> files() throws IOException {
        try (Stream<Path> files = Files.list(office.home.resolve("transfers"))) {
            return files.toList();
        }
    }

    private static List<String> codes(List<Finding> findings) {
        return findings.stream().map(Finding::code).toList();
    }

    private static PaymentRun done(RunOutcome outcome) {
        return ((RunOutcome.Done) outcome).run();
    }
}
