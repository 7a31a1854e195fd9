// SPDX-FileCopyrightText: Teate contributors
// SPDX-License-Identifier: Apache-2.0
package org.teate.counterparts.town;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;
import java.util.zip.GZIPInputStream;
import org.junit.Test;

public class BanksTest {

    private static final Path MASTER =
            Path.of("../../payments/src/main/resources/org/teate/payments/master/branches.csv.gz");

    @Test
    public void everyBranchOfTheTownIsInTheBankMaster() throws IOException {
        Set<String> master = new HashSet<>();
        try (BufferedReader reader = new BufferedReader(
                new InputStreamReader(new GZIPInputStream(Files.newInputStream(MASTER)), StandardCharsets.UTF_8))) {
            reader.lines().forEach(line -> master.add(line.substring(0, 8)));
        }
        for (Banks.Branch branch : new Banks().all()) {
            assertTrue(branch.toString(), master.contains(branch.bank() + "," + branch.code()));
        }
    }

    @Test
    public void mostPeopleBankAtTheCitysBankOrThePost() {
        Banks banks = new Banks();
        Dice dice = new Dice(1, 1, 1);
        int local = 0;
        for (int i = 0; i < 10_000; i++) {
            String bank = banks.any(dice).bank();
            local += bank.equals("0146") || bank.equals(Banks.YUCHO) ? 1 : 0;
        }
        assertEquals(0.48, local / 10_000.0, 0.05);
    }
}
