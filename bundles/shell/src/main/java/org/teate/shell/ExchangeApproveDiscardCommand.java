// SPDX-FileCopyrightText: Teate contributors
// SPDX-License-Identifier: Apache-2.0
package org.teate.shell;

import org.apache.karaf.shell.api.action.Action;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.teate.exchange.Queues;

/** {@code exchange:approve-discard} approves that a message is discarded. */
@Service
@Command(
        scope = "exchange",
        name = "approve-discard",
        description = "Approves that a message is discarded; not for the one who proposed it")
public class ExchangeApproveDiscardCommand implements Action {

    @Reference
    private Queues queues;

    @Argument(name = "draft", description = "The proposal's number, as exchange:messages shows it", required = true)
    private long draft;

    @Override
    public Object execute() {
        ExchangeDiscardCommand.print(queues.approveDiscard(draft));
        return null;
    }
}
