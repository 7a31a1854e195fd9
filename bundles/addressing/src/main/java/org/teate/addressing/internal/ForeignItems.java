// SPDX-FileCopyrightText: Teate contributors
// SPDX-License-Identifier: Apache-2.0
package org.teate.addressing.internal;

import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.teate.addressing.ForeignStatus;
import org.teate.addressing.ResidentKind;

/** Reads what the register and the ledger say of a foreigner's status. */
final class ForeignItems {

    private static final Pattern NATIONALITY = Pattern.compile("[A-Z]{3}");
    private static final Pattern PERIOD = Pattern.compile("[0-9A-Z]{1,4}");

    /** 在留資格. */
    private static final Set<String> STATUSES = Set.of(
            "EJ", "TE", "TJ", "NH", "EH", "KZ", "GI", "GN", "S1", "S2", "J1", "J2", "J3", "RG", "K1", "K2", "KE", "KY",
            "KA", "TK", "TS", "ZZ");

    private ForeignItems() {}

    /** The status, or empty if none was sent; that of a foreigner must have a nationality. */
    static Optional<ForeignStatus> read(Fields fields, ResidentKind kind, String nationalityItem, String statusItem) {
        String nationality = fields.raw(nationalityItem);
        String status = fields.raw(statusItem);
        String period = fields.raw("periodCode");
        if (kind == ResidentKind.FOREIGN || !nationality.isEmpty()) {
            check(fields, nationalityItem, NATIONALITY.matcher(nationality).matches());
        }
        check(fields, statusItem, status.isEmpty() || STATUSES.contains(status));
        check(fields, "periodCode", period.isEmpty() || PERIOD.matcher(period).matches());
        ForeignStatus foreign = new ForeignStatus(
                nationality, status, period, fields.optionalDate("periodTo"), fields.optional("cardNumber", 12));
        return nationality.isEmpty() ? Optional.empty() : Optional.of(foreign);
    }

    private static void check(Fields fields, String item, boolean right) {
        if (!right) {
            fields.refuseCode(item);
        }
    }
}
