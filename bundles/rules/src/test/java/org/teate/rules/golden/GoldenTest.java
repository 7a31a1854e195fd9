// SPDX-FileCopyrightText: Teate contributors
// SPDX-License-Identifier: Apache-2.0
package org.teate.rules.golden;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;

public class GoldenTest {

    private static final String HEADING =
            "id,kind,ground,event_date,claim_date,payment_month,status,expected,expected_span";

    @Rule
    public final TemporaryFolder folder = new TemporaryFolder();

    private final ByteArrayOutputStream printed = new ByteArrayOutputStream();

    @Test
    public void aTableThatAgreesEndsWithZero() throws IOException {
        assertEquals(0, run(HEADING, "X1,end_month,moved_out,2025-04-30,,,,2025-04,"));
        assertTrue(text().contains("X1\tOK\t2025-04\t2025-04"));
        assertTrue(text().contains("1 agree, 0 differ, 0 cannot be read"));
    }

    @Test
    public void aDifferenceIsPrintedAndEndsWithOne() throws IOException {
        assertEquals(1, run(HEADING, "X1,end_month,moved_out,2025-04-30,,,,2025-05,"));
        assertTrue(text().contains("X1\tDIFFERENT\t2025-05\t2025-04"));
    }

    @Test
    public void aRowThatCannotBeReadIsNamedAndTheOthersAreStillJudged() throws IOException {
        assertEquals(
                1,
                run(
                        HEADING,
                        "X1,end_month,moved_out,yesterday,,,,2025-05,",
                        "X2,magic",
                        "X3,start_month,holiday,2025-04-01,2025-04-02,,,2025-05,",
                        "X4,end_month,moved_out,2025-04-30,,,,2025-04"));
        assertTrue(text().contains("X1\tUNREADABLE"));
        assertTrue(text().contains("line 2: Text 'yesterday'"));
        assertTrue(text().contains("line 3: kind magic"));
        assertTrue(text().contains("line 4: ground holiday"));
        assertTrue(text().contains("1 agree, 0 differ, 3 cannot be read"));
    }

    @Test
    public void impossibleFactsAreADifferenceThatNamesTheFact() throws IOException {
        assertEquals(
                1,
                run(
                        "id,benefit_month,recipient_type,children,income_year,assessed_income_yen,benefit_kind,"
                                + "expected_per_child,expected_total",
                        "X1,2018-05,個人,A:2012-01-01,,,児童手当,A=10000,10000"));
        assertTrue(text().contains("2016年の所得がありません"));
    }

    @Test
    public void theReasonIsPrintedOnDemand() throws IOException {
        Path table = table(HEADING, "X1,end_month,moved_out,2025-04-30,,,,2025-04,");

        assertEquals(0, Golden.run(out(), "--why", table.toString()));
        assertTrue(text().contains("転出（令和7年4月30日）により、その月の令和7年4月分までを支給します。（児童手当法第8条第2項）"));
    }

    @Test
    public void withoutATableTheUsageIsPrinted() {
        assertEquals(2, Golden.run(out()));
        assertEquals(2, Golden.run(out(), folder.getRoot() + "/none.csv"));
    }

    private int run(String... lines) throws IOException {
        return Golden.run(out(), table(lines).toString());
    }

    private Path table(String... lines) throws IOException {
        return Files.write(folder.newFile().toPath(), List.of(lines));
    }

    private PrintStream out() {
        return new PrintStream(printed, true, StandardCharsets.UTF_8);
    }

    private String text() {
        return printed.toString(StandardCharsets.UTF_8);
    }
}
