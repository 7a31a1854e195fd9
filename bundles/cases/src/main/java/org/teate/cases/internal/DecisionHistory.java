// SPDX-FileCopyrightText: Teate contributors
// SPDX-License-Identifier: Apache-2.0
package org.teate.cases.internal;

import static org.teate.cases.internal.FactTable.column;
import static org.teate.cases.internal.Layout.item;
import static org.teate.cases.internal.Layout.optional;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.teate.addressing.Coded;
import org.teate.cases.DecisionKind;
import org.teate.cases.EndReason;
import org.teate.cases.Hold;
import org.teate.cases.RevisionKind;
import org.teate.cases.internal.Reading.Values;
import org.teate.exchange.FeedHandler;
import org.teate.exchange.Taken;

/** Takes in what was decided before Teate（M06 認定・改定・消滅）. A decision once taken in never changes. */
@Component(service = FeedHandler.class)
public final class DecisionHistory extends LedgerSet {

    private static final Layout LAYOUT = Layout.of(
            item("ledgerNumber", Form.LEDGER),
            item("seq", Form.number(1, 999_999)),
            item("eventKind", Form.code(DecisionKind.class, "処分の種類")),
            optional("revisionKind", Form.code(RevisionKind.class, "改定の種類")),
            item("eventDate", Form.DAY),
            optional("claimedOn", Form.DAY),
            item("decidedOn", Form.DAY),
            item("startMonth", Form.MONTH),
            optional("beforeAmount", Form.number(0, 9_999_999)),
            optional("afterAmount", Form.number(0, 9_999_999)),
            optional("beforeChildren", Form.number(0, 99)),
            optional("afterChildren", Form.number(0, 99)),
            optional("reasonCode", Form.text(3)));

    static final FactTable DECISION = FactTable.ofDecisions(
            "DECISION",
            LAYOUT,
            List.of(column("LEDGER_NUMBER", "ledgerNumber"), column("SEQUENCE_NUMBER", "seq")),
            List.of(
                    column("KIND", "eventKind"),
                    column("REVISION_KIND", "revisionKind"),
                    column("EVENT_ON", "eventDate"),
                    column("CLAIMED_ON", "claimedOn"),
                    column("DECIDED_ON", "decidedOn"),
                    column("START_MONTH", "startMonth"),
                    column("BEFORE_AMOUNT", "beforeAmount"),
                    column("AFTER_AMOUNT", "afterAmount"),
                    column("BEFORE_CHILDREN", "beforeChildren"),
                    column("AFTER_CHILDREN", "afterChildren"),
                    column("REASON_CODE", "reasonCode")));

    @Activate
    public DecisionHistory(@Reference LedgerDesk desk) {
        super("M06", LAYOUT, desk);
    }

    @Override
    Chunk open(Connection connection, List<Values> records, Instant now) throws SQLException {
        return new LedgerChunk(connection, DECISION, "ledgerNumber", records, now) {

            @Override
            Optional<Taken> refusal(Values decision) {
                return DecisionHistory.refusal(decision);
            }
        };
    }

    private static Optional<Taken> refusal(Values decision) {
        boolean revised = decision.text("eventKind").equals(DecisionKind.REVISED.code());
        if (decision.has("revisionKind") != revised) {
            String sentence = revised ? "額改定なのに改定の種類がありません。" : "額改定でないのに改定の種類があります。";
            return Optional.of(refusal("revisionKind", "E504", sentence));
        }
        return isReason(decision)
                ? Optional.empty()
                : Optional.of(refusal("reasonCode", "E203", "この処分の事由のコードではありません。"));
    }

    private static boolean isReason(Values decision) {
        String kind = decision.text("eventKind");
        String reason = decision.find("reasonCode").map(String.class::cast).orElse("");
        if (kind.equals(DecisionKind.ENDED.code())) {
            return Coded.find(EndReason.class, reason).isPresent();
        }
        if (kind.equals(DecisionKind.WITHHELD.code())) {
            return reason.isEmpty() || Coded.find(Hold.class, reason).isPresent();
        }
        return reason.isEmpty();
    }
}
