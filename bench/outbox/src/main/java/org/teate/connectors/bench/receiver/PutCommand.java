// SPDX-FileCopyrightText: Teate contributors
// SPDX-License-Identifier: Apache-2.0
package org.teate.connectors.bench.receiver;

import java.util.List;
import java.util.stream.LongStream;
import javax.transaction.UserTransaction;
import org.apache.karaf.shell.api.action.Action;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.teate.exchange.Outbox;
import org.teate.ports.Message;

/** {@code bench:put} puts messages about 1,000 subjects into the outbox, 5,000 in a transaction. */
@Service
@Command(scope = "bench", name = "put", description = "Puts messages for the system bench into the outbox")
public class PutCommand implements Action {

    private static final int CHUNK = 5_000;
    private static final int SUBJECTS = 1_000;
    private static final String BODY = "{\"decisionNumber\":\"0000000188-3\",\"ledgerNumber\":\"0000000188\","
            + "\"reasonCode\":\"S01\",\"eventOn\":\"20261120\",\"decidedOn\":\"20261124\",\"startMonth\":\"202612\"}";

    @Argument(name = "messages", description = "How many", required = true)
    private long messages;

    @Reference
    private Outbox outbox;

    @Reference
    private UserTransaction transaction;

    @Override
    public Object execute() throws Exception {
        long start = System.nanoTime();
        for (long first = 0; first < messages; first += CHUNK) {
            List<Message> chunk = LongStream.range(first, Math.min(first + CHUNK, messages))
                    .mapToObj(PutCommand::message)
                    .toList();
            transaction.begin();
            outbox.put(chunk);
            transaction.commit();
        }
        System.out.printf("put %.1f s%n", (System.nanoTime() - start) / 1e9);
        return null;
    }

    /** The key is the subject and the message's place among those of the subject. */
    private static Message message(long number) {
        String subject = "S" + number % SUBJECTS;
        return new Message(subject + "-" + number / SUBJECTS, "bench", subject, "entitlement.ended", BODY);
    }
}
