// SPDX-FileCopyrightText: Teate contributors
// SPDX-License-Identifier: Apache-2.0
package org.teate.shell;

import static org.junit.Assert.assertEquals;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.Test;
import org.teate.exchange.ImportedFile;
import org.teate.exchange.ImportedFile.Counts;
import org.teate.exchange.Migration;
import org.teate.exchange.PluggedConnector;

public class StatusCommandTest {

    @Test
    public void everyStateOfAFileThatSomebodyHasToSeeToIsNamed() {
        for (ImportedFile.State state : List.of(
                ImportedFile.State.NO_MANIFEST,
                ImportedFile.State.GAP,
                ImportedFile.State.STOPPED,
                ImportedFile.State.PARTIAL,
                ImportedFile.State.REJECTED)) {
            assertEquals(
                    "need attention: IF-10 " + state.label() + " 2; see exchange:list",
                    StatusCommand.files(List.of(file(state), file(ImportedFile.State.ACCEPTED), file(state))));
        }
    }

    @Test
    public void filesThatAreInOrOnTheirWayAreWell() {
        assertEquals(
                "the latest 3 are well",
                StatusCommand.files(List.of(
                        file(ImportedFile.State.ACCEPTED),
                        file(ImportedFile.State.RUNNING),
                        file(ImportedFile.State.WAITING))));
    }

    @Test
    public void aConnectorThatWasChosenAndIsNotThereIsNamed() {
        assertEquals(
                "need attention: welfare-next 未接続; see connector:list",
                StatusCommand.connectors(List.of(
                        connector("bank-zengin", PluggedConnector.State.IN_USE),
                        connector("welfare-next", PluggedConnector.State.ABSENT))));
    }

    @Test
    public void onlyTheNewestMigrationCounts() {
        Migration broken = migration("20261124-01", Migration.State.INTERRUPTED);
        assertEquals("need attention: 20261124-01 中断; see migration:report", StatusCommand.migrations(List.of(broken)));
        assertEquals(
                "20261124-02 完了",
                StatusCommand.migrations(List.of(migration("20261124-02", Migration.State.ACCEPTED), broken)));
        assertEquals("none", StatusCommand.migrations(List.of()));
    }

    private static ImportedFile file(ImportedFile.State state) {
        return new ImportedFile("IF-10", "IF10_172014", 1, state, 0, Counts.NONE, "", Optional.empty());
    }

    private static PluggedConnector connector(String name, PluggedConnector.State state) {
        return new PluggedConnector(name, name.replaceAll("-.*", ""), state, List.of(), Optional.empty());
    }

    private static Migration migration(String number, Migration.State state) {
        return new Migration(
                number,
                "welfare-next",
                Migration.Kind.REHEARSAL,
                state,
                LocalDate.of(2026, 11, 24),
                0,
                "operator",
                Instant.EPOCH,
                Optional.empty(),
                "",
                List.of());
    }
}
