// SPDX-FileCopyrightText: Teate contributors
// SPDX-License-Identifier: Apache-2.0
package org.teate.itests;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import java.io.IOException;
import java.net.ServerSocket;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.Test;

/** The same distribution on PostgreSQL, by one other file in {@code etc/}, pays and hands over what it does on Derby. */
public class PostgresProcessIT {

    private static final int PEOPLE = 500;
    private static final Duration PATIENCE = Duration.ofMinutes(1);
    private static final Charset BANK = Charset.forName("windows-31j");
    private static final String DATA_SOURCE = "org.ops4j.datasource-teate.cfg";

    @Test
    public void theSameTownIsPaidAndHandedOverTheSameOnBothDatabases() throws Exception {
        Paid onDerby = paid(TeateServer.unpack("on-derby"));
        Paid onPostgres;
        try (PostgresCluster cluster = PostgresCluster.start(freePort())) {
            TeateServer server = TeateServer.unpack("on-postgres");
            Path etc = server.home().resolve("etc");
            Files.move(
                    etc.resolve(DATA_SOURCE + ".postgresql"),
                    etc.resolve(DATA_SOURCE),
                    StandardCopyOption.REPLACE_EXISTING);
            server.configure(DATA_SOURCE, "portNumber", String.valueOf(cluster.port()));
            onPostgres = paid(server);
            assertTrue("Derby is not touched", Files.notExists(server.home().resolve("data/derby")));
        }

        assertEquals("every file was taken in", Set.of("完了"), onPostgres.states());
        assertEquals(onDerby.imported(), onPostgres.imported());
        assertEquals(onDerby.run(), onPostgres.run());
        assertEquals(onDerby.transfers(), onPostgres.transfers());
        assertEquals(onDerby.handedOver(), onPostgres.handedOver());
        assertTrue(onPostgres.handedOver(), onPostgres.handedOver().contains("unexplained differences: 0"));
    }

    /** The main job from the first sign-in to the bank file. */
    private static Paid paid(TeateServer server) throws Exception {
        try (server) {
            server.start();
            Office office = Office.open(server);
            SmallTown.beside(server, office, PEOPLE).send();
            office.operator("exchange:import");
            office.clerk("payment:run --wait 2026-12");
            office.approver("payment:approve 1");
            office.clerk("payment:file 1");
            String handedOver = handedOver(server, office);
            office.approver("payment:approve-file 1");
            Path out = server.home().resolve("data/exchange/bank/out");
            TeateServer.await("the file on its way to the bank", PATIENCE, () -> !files(out)
                    .isEmpty());
            String file = Files.readString(files(out).get(0), BANK);
            String run = office.clerk("payment:show --unpaid 1000 1");
            office.operator("connector:promote welfare-next 移行完了");
            TeateServer.await("the next system to know of the payments", PATIENCE, () -> isTold(server));
            return new Paid(imported(office), run, file, handedOver);
        }
    }

    /** Everything goes to the next welfare system, while the payments wait for the approval of their file. */
    private static String handedOver(TeateServer server, Office office) throws Exception {
        office.admin("feature:install teate-counterpart-welfare-next");
        for (WelfareSystem system : WelfareSystem.values()) {
            system.listen(server.home().resolve("etc"), office::admin);
        }
        office.admin("feature:install teate-connector-welfare-next");
        office.operator("connector:promote welfare-current 開始");
        office.operator("migration:cut-over welfare-next");
        office.admin("migration:approve --wait 20261124-01");
        office.operator("migration:reconcile --wait");
        return office.operator("migration:report").replaceAll("\\d\\d:\\d\\d:\\d\\d", "at some time");
    }

    private static boolean isTold(TeateServer server) {
        try {
            return !WelfareSystem.NEXT
                    .book(server.home().resolve("data"))
                    .actedOn()
                    .isEmpty();
        } catch (IOException e) {
            return false;
        }
    }

    private static Map<String, Map<String, String>> imported(Office office) throws IOException {
        return Rows.of(office.operator("exchange:list --limit 100")).stream()
                .collect(Collectors.toMap(file -> file.get("File"), file -> file));
    }

    private static List<Path> files(Path folder) {
        try (Stream<Path> files = Files.exists(folder) ? Files.list(folder) : Stream.empty()) {
            return files.filter(file -> file.toString().endsWith(".dat")).toList();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    /**
     * What an office sees of a town's payment.
     *
     * @param imported what became of each file, by name
     * @param run the run with its totals and those who are not paid
     * @param transfers the bank file
     * @param handedOver what the reconciliation with the next welfare system found
     */
    private record Paid(Map<String, Map<String, String>> imported, String run, String transfers, String handedOver) {

        Set<String> states() {
            return imported.values().stream().map(file -> file.get("State")).collect(Collectors.toSet());
        }
    }
}
