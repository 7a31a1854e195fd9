// SPDX-FileCopyrightText: Teate contributors
// SPDX-License-Identifier: Apache-2.0
package org.teate.connectors.welfare.next;

import org.teate.kernel.LedgerNumber;
import org.teate.ports.Message;

/** Messages of invented decisions. */
final class Told {

    static final String RECIPIENT = "000000000012345";
    static final String LEDGER = LedgerNumber.ofSerial(188).value();

    private Told() {}

    static Message certified(int ledger, String recipient) {
        String number = LedgerNumber.ofSerial(ledger).value();
        return new Message(
                number + "-1",
                "welfare",
                recipient,
                "entitlement.certified",
                """
                {"decisionNumber":"%s-1","ledgerNumber":"%s","addresseeNumber":"%s","decidedOn":"20261101",
                 "startMonth":"202612","monthly":25000,"children":2}"""
                        .formatted(number, number, recipient));
    }

    static Message certified() {
        return certified(188, RECIPIENT);
    }

    static Message revised(int sequence, long monthly) {
        return decision(
                sequence,
                "entitlement.revised",
                "\"startMonth\":\"202701\",\"eventOn\":\"20261215\",\"reasonCode\":\"01\",\"monthly\":" + monthly
                        + ",\"children\":3");
    }

    static Message ended(int sequence) {
        return decision(
                sequence,
                "entitlement.ended",
                "\"startMonth\":\"202704\",\"eventOn\":\"20270320\",\"reasonCode\":\"S01\"");
    }

    /** @param hold why, such as 01 for a report that is missing */
    static Message held(int sequence, String hold) {
        return decision(
                sequence,
                "entitlement.held",
                "\"startMonth\":\"202702\",\"eventOn\":\"20270110\",\"reasonCode\":\"" + hold + "\"");
    }

    static Message released(int sequence) {
        return decision(
                sequence,
                "entitlement.released",
                "\"startMonth\":\"202702\",\"eventOn\":\"20270120\",\"reasonCode\":\"01\"");
    }

    static Message paid(String key) {
        return new Message(
                key,
                "welfare",
                "payments",
                "payment.paid",
                """
                {"runKey":"R1","paymentMonth":"202612","paidOn":"20261210","payments":[
                 {"ledgerNumber":"%s","addresseeNumber":"%s","fromMonth":"202610","toMonth":"202611","yen":50000}]}"""
                        .formatted(LEDGER, RECIPIENT));
    }

    static Message account() {
        return new Message(
                "A-1",
                "welfare",
                RECIPIENT,
                "account.changed",
                """
                {"ledgerNumber":"%s","addresseeNumber":"%s","decidedOn":"20261120","bankCode":"0146","branchCode":"101",
                 "accountType":"1","accountNumber":"9000001","holderKana":"ﾖｼﾉ ﾊﾅｺ"}"""
                        .formatted(LEDGER, RECIPIENT));
    }

    private static Message decision(int sequence, String kind, String rest) {
        String number = LEDGER + "-" + sequence;
        return new Message(
                number,
                "welfare",
                RECIPIENT,
                kind,
                "{\"decisionNumber\":\"%s\",\"ledgerNumber\":\"%s\",\"addresseeNumber\":\"%s\",\"decidedOn\":\"20261120\",%s}"
                        .formatted(number, LEDGER, RECIPIENT, rest));
    }
}
