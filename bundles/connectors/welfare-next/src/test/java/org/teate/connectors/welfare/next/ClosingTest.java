// SPDX-FileCopyrightText: Teate contributors
// SPDX-License-Identifier: Apache-2.0
package org.teate.connectors.welfare.next;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;

import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.junit.Rule;
import org.junit.Test;
import org.teate.counterparts.welfare.next.Misbehaviour;
import org.teate.ports.OutOfService;

/** What is left when the connector goes: nothing. */
public class ClosingTest {

    @Rule
    public final Link link = new Link();

    private static Set<Thread> ours() {
        return Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> !thread.getName().startsWith("counterpart-welfare-next"))
                .collect(Collectors.toSet());
    }

    @Test
    public void noThreadIsLeftByTwentyConnectors() throws InterruptedException {
        Set<Thread> before = ours();
        for (int connector = 0; connector < 20; connector++) {
            NextSystem system = link.newSystem(configs -> configs);
            system.reach();
            new FileTeller(system).tell(Told.certified(connector + 1, "1"));
            system.close();
        }

        for (Thread thread : ours()) {
            if (!before.contains(thread)) {
                thread.join(5_000);
            }
        }
        Set<Thread> left = ours();
        left.removeAll(before);
        assertEquals(Set.of(), left);
    }

    @Test
    public void aCallThatHangsEndsWhenTheConnectorGoes() throws Exception {
        link.system().reach();
        link.office().misbehave(Misbehaviour.SLOW, 60_000);
        ExecutorService caller = Executors.newSingleThreadExecutor();
        try {
            NextSystem patient = link.newSystem(configs -> configs.with("callMillis", 60_000));
            long before = link.office().requests();
            Future<?> call = caller.submit(patient::reach);
            link.awaitMoreThan(before);
            patient.close();

            ExecutionException end = assertThrows(ExecutionException.class, () -> call.get(5, TimeUnit.SECONDS));
            assertEquals(OutOfService.class, end.getCause().getClass());
        } finally {
            caller.shutdownNow();
        }
    }

    @Test
    public void aClosedConnectorIsOutOfService() {
        link.system().reach();
        link.system().close();

        assertThrows(OutOfService.class, link.system()::reach);
    }
}
