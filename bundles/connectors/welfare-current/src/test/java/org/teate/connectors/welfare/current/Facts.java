// SPDX-FileCopyrightText: Teate contributors
// SPDX-License-Identifier: Apache-2.0
package org.teate.connectors.welfare.current;

import org.teate.kernel.LedgerNumber;
import org.teate.ports.Message;
import org.teate.ports.welfare.Fact;

/** Facts about ledgers that nobody has, as the domain bundles tell them. */
final class Facts {

    private Facts() {}

    static String ledger(int serial) {
        return LedgerNumber.ofSerial(serial).value();
    }

    static String recipient(int serial) {
        return String.format("%015d", 9_000_000L + serial);
    }

    static Message certified(int serial) {
        return decision(Fact.CERTIFIED, serial, "1", "202611", ",\"monthly\":25000,\"children\":2");
    }

    static Message revised(int serial, int monthly) {
        return decision(
                Fact.REVISED,
                serial,
                "2-" + monthly,
                "202612",
                ",\"eventOn\":\"20261105\",\"reasonCode\":\"R01\",\"monthly\":" + monthly + ",\"children\":3");
    }

    static Message ended(int serial) {
        return decision(Fact.ENDED, serial, "3", "202612", ",\"eventOn\":\"20261110\",\"reasonCode\":\"S04\"");
    }

    static Message held(int serial) {
        return decision(Fact.HELD, serial, "4", "202612", ",\"eventOn\":\"20261110\",\"reasonCode\":\"01\"");
    }

    static Message released(int serial) {
        return decision(Fact.RELEASED, serial, "5", "202612", ",\"eventOn\":\"20261111\",\"reasonCode\":\"01\"");
    }

    private static Message decision(Fact fact, int serial, String suffix, String startMonth, String more) {
        String number = ledger(serial) + "-" + suffix;
        String body =
                "{\"decisionNumber\":\"%s\",\"ledgerNumber\":\"%s\",\"addresseeNumber\":\"%s\",\"decidedOn\":\"20261124\","
                                .formatted(number, ledger(serial), recipient(serial))
                        + "\"startMonth\":\"" + startMonth + "\"" + more + "}";
        return new Message(number, Fact.SYSTEM, recipient(serial), fact.kind(), body);
    }

    /** Two payments of two ledgers. */
    static Message paid(String key, int first, int second) {
        String body = "{\"runKey\":\"202612-1\",\"paymentMonth\":\"202612\",\"paidOn\":\"20261215\",\"payments\":["
                + payment(first, 50_000) + "," + payment(second, 20_000) + "]}";
        return new Message(key, Fact.SYSTEM, "payments", Fact.PAID.kind(), body);
    }

    private static String payment(int serial, int yen) {
        return "{\"ledgerNumber\":\"%s\",\"addresseeNumber\":\"%s\",\"fromMonth\":\"202610\",\"toMonth\":\"202611\",\"yen\":%d}"
                .formatted(ledger(serial), recipient(serial), yen);
    }

    static Message account(int serial, String holderKana) {
        String body =
                ("{\"ledgerNumber\":\"%s\",\"addresseeNumber\":\"%s\",\"decidedOn\":\"20261124\",\"bankCode\":\"0146\","
                                + "\"branchCode\":\"101\",\"accountType\":\"1\",\"accountNumber\":\"9000001\",\"holderKana\":\"%s\"}")
                        .formatted(ledger(serial), recipient(serial), holderKana);
        return new Message(ledger(serial) + "-account", Fact.SYSTEM, recipient(serial), Fact.ACCOUNT.kind(), body);
    }
}
