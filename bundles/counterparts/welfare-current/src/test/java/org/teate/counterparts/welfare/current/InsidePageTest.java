// SPDX-FileCopyrightText: Teate contributors
// SPDX-License-Identifier: Apache-2.0
package org.teate.counterparts.welfare.current;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import org.junit.AfterClass;
import org.junit.BeforeClass;
import org.junit.ClassRule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;
import org.teate.counterparts.town.Plan;
import org.teate.counterparts.welfare.current.Misbehaviour.Fault;

public class InsidePageTest {

    @ClassRule
    public static final TemporaryFolder FOLDER = new TemporaryFolder();

    private static WelfareCurrent system;

    private final InsidePage page = new InsidePage(system);

    @BeforeClass
    public static void start() {
        Path root = FOLDER.getRoot().toPath();
        system = new WelfareCurrent(root.resolve("other-side"), root.resolve("keys"), Clock.systemUTC());
        system.fill(Plan.of(1, 200, 0.3, LocalDate.of(2026, 11, 24)));
        system.start(0, 0);
    }

    @AfterClass
    public static void stop() {
        system.stop();
    }

    private static String text(HttpResponse response) {
        return new String(response.body(), StandardCharsets.UTF_8);
    }

    private HttpResponse post(String form, String origin) {
        return page.show(new HttpRequest(
                "POST",
                "/",
                "",
                Map.of("host", "localhost:8143", "origin", origin),
                form.getBytes(StandardCharsets.UTF_8)));
    }

    private String shown() {
        return text(page.show(new HttpRequest("GET", "/", "", Map.of(), new byte[0])));
    }

    @Test
    public void thePageShowsLedgersBookFilesAndSwitches() {
        String html = shown();

        for (String heading : new String[] {"受給資格者台帳", "受付簿", "夜間台帳", "不調の設定"}) {
            assertTrue(heading, html.contains(heading));
        }
        assertTrue(html.contains(system.registers().after("", 1).get(0).ledger()));
    }

    @Test
    public void aSwitchIsSetAndTakenBackOnThePage() {
        assertEquals(303, post("do=half&value=on", "https://localhost:8143").status());
        assertTrue(system.misbehaviour().has(Fault.HALF));
        post("do=half&value=off", "https://localhost:8143");
        assertFalse(system.misbehaviour().has(Fault.HALF));
    }

    @Test
    public void tonightsLedgerIsSentFromThePage() {
        post("do=nightly", "https://localhost:8143");

        assertTrue(shown().contains("_F</td><td>受領待ち"));
    }

    @Test
    public void anotherSitesFormChangesNothing() {
        assertEquals(403, post("do=half&value=on", "https://elsewhere.example").status());
        assertFalse(system.misbehaviour().has(Fault.HALF));
    }

    @Test
    public void whatIsNotUnderstoodIsSaidWithoutHarm() {
        HttpResponse response = post("do=%3Cb%3E&value=on", "https://localhost:8143");

        assertEquals(400, response.status());
        assertFalse(text(response).contains("<b>"));
    }
}
