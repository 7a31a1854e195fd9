// SPDX-FileCopyrightText: Teate contributors
// SPDX-License-Identifier: Apache-2.0
package org.teate.itests;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.junit.AfterClass;
import org.junit.BeforeClass;
import org.junit.Test;

/** The server dies while one connector is exchanged for the other; afterwards every decision is told once and in order. */
public class SwapKillProcessIT {

    private static final int DECISIONS_A_ROUND = 6;
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final Pattern LEDGER = Pattern.compile("href=\"/cases/([0-9]{10})\"");
    private static final Pattern DRAFT = Pattern.compile("href=\"/approvals/([0-9]+)\"");

    private static final List<String> DECIDED = new ArrayList<>();

    private static TeateServer server;
    private static Office office;

    @BeforeClass
    public static void start() throws Exception {
        server = TeateServer.unpack("swap-kill");
        server.start();
        office = Office.open(server);
        SmallTown.beside(server, office, 300).send();
        office.operator("exchange:import");
        office.admin("feature:install teate-counterpart-welfare-next");
        for (WelfareSystem system : WelfareSystem.values()) {
            system.listen(server.home().resolve("etc"), command -> office.admin(command));
        }
        office.admin("feature:install teate-connector-welfare-next");
        office.operator("connector:promote welfare-current 開始");
        // so that the next system knows the cases about which it will be told
        office.operator("migration:cut-over welfare-next");
        office.admin("migration:approve 20261124-01");
        TeateServer.await("the end of the cut-over", PATIENCE, SwapKillProcessIT::isHandedOver);
    }

    private static boolean isHandedOver() {
        try {
            return office.operator("migration:status").contains("完了");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @AfterClass
    public static void stop() {
        server.close();
    }

    @Test
    public void nothingIsLostOrDoubledWhenTheServerDiesInMidSwap() throws Exception {
        killedAfter("feature:uninstall teate-connector-welfare-current", 150);
        killedAfter("feature:install teate-connector-welfare-current", 400);
        killedAfter("connector:promote welfare-next 切替", 250);

        office.admin("feature:install teate-connector-welfare-current");
        for (WelfareSystem system : WelfareSystem.values()) {
            putInUse(system);
            TeateServer.await(system.connector() + " to know every decision", PATIENCE, () -> knowsAll(system));
            ReceivedBook book = system.book(server.home().resolve("data"));
            assertEquals("acted on twice", 0, book.doubled());
            assertEquals("out of order", 0, book.disordered());
            assertEquals("refused", 0, book.refused());
        }
        assertTrue("decisions were made", DECIDED.size() >= 3 * DECISIONS_A_ROUND);
    }

    /** Decides, begins a swap, and cuts the power in the middle of it. */
    private static void killedAfter(String swap, long millis) throws Exception {
        decide();
        CompletableFuture<Void> swapping = CompletableFuture.runAsync(() -> {
            try {
                office.admin(swap);
            } catch (IOException | AssertionError e) {
                // the server goes away under the command
            }
        });
        swapping.completeOnTimeout(null, millis, TimeUnit.MILLISECONDS).join();
        server.kill();
        server.start();
    }

    /** The clerk holds payment of some cases, one after the other, and the approver agrees. */
    private static void decide() throws IOException {
        Desk clerk = Desk.signIn(server, "hanako", office.password("hanako"));
        Desk approver = Desk.signIn(server, "taro", office.password("taro"));
        List<String> notHeld = found(LEDGER, clerk.look("/cases?status=30")).stream()
                .filter(ledger -> clerk.look("/cases/" + ledger).contains(hold(ledger)))
                .limit(DECISIONS_A_ROUND)
                .toList();
        for (String ledger : notHeld) {
            clerk.fillIn("/cases/" + ledger, hold(ledger), Map.of("reason", "05", "from", "2026-12", "note", ""));
            String draft = found(DRAFT, approver.look("/approvals")).get(0);
            approver.fillIn("/approvals/" + draft, "/approvals/" + draft + "/approve", Map.of());
            DECIDED.add(ledger);
        }
    }

    /** The promotion that was cut off may have been made or not. */
    private static void putInUse(WelfareSystem system) throws IOException {
        try {
            office.operator("connector:promote " + system.connector() + " 確認");
        } catch (AssertionError e) {
            assertTrue(e.getMessage(), e.getMessage().contains("既に使用中"));
        }
    }

    private static String hold(String ledger) {
        return "/cases/" + ledger + "/hold";
    }

    private static boolean knowsAll(WelfareSystem system) {
        try {
            List<String> told = system.book(server.home().resolve("data")).actedOn().stream()
                    .map(key -> key.substring(0, 10))
                    .toList();
            return told.containsAll(DECIDED);
        } catch (IOException e) {
            return false;
        }
    }

    private static List<String> found(Pattern pattern, String page) {
        return pattern.matcher(page)
                .results()
                .map(match -> match.group(1))
                .distinct()
                .toList();
    }
}
