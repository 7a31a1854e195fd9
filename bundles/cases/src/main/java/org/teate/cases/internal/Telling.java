// SPDX-FileCopyrightText: Teate contributors
// SPDX-License-Identifier: Apache-2.0
package org.teate.cases.internal;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import org.teate.cases.Decision;
import org.teate.cases.EndReason;
import org.teate.cases.Hold;
import org.teate.cases.Proposal;
import org.teate.kernel.AddresseeNumber;
import org.teate.ports.Message;
import org.teate.ports.welfare.Fact;

/** How a kind of decision is named on the audit trail and told to the welfare system. */
enum Telling {
    END("case.end", Fact.ENDED),
    HOLD("case.hold", Fact.HELD),
    RELEASE("case.release", Fact.RELEASED);

    private final String action;
    private final Fact fact;

    Telling(String action, Fact fact) {
        this.action = action;
        this.fact = fact;
    }

    static Telling of(Proposal proposal) {
        if (proposal instanceof Proposal.End) {
            return END;
        }
        return proposal instanceof Proposal.Withhold ? HOLD : RELEASE;
    }

    static boolean isAction(String action) {
        return Arrays.stream(values()).anyMatch(telling -> telling.action.equals(action));
    }

    String action() {
        return action;
    }

    Message message(Decision decision, AddresseeNumber recipient) {
        String reason = decision.endReason()
                .map(EndReason::code)
                .or(() -> decision.hold().map(Hold::code))
                .orElseThrow();
        // numbers and codes only, so nothing needs escaping
        String body = "{\"decisionNumber\":\"%s\",\"ledgerNumber\":\"%s\",\"addresseeNumber\":\"%s\","
                        .formatted(decision.number(), decision.ledger(), recipient)
                + "\"reasonCode\":\"%s\",\"eventOn\":\"%s\",\"decidedOn\":\"%s\",\"startMonth\":\"%s\"}"
                        .formatted(
                                reason,
                                yyyymmdd(decision.eventOn()),
                                yyyymmdd(decision.decidedOn()),
                                Yyyymm.text(decision.startMonth()));
        return new Message(decision.number(), Fact.SYSTEM, recipient.value(), fact.kind(), body);
    }

    private static String yyyymmdd(LocalDate day) {
        return day.format(DateTimeFormatter.BASIC_ISO_DATE);
    }
}
