// SPDX-FileCopyrightText: Teate contributors
// SPDX-License-Identifier: Apache-2.0
package org.teate.cases.internal;

import java.util.Map;
import org.teate.rules.ClaimantKind;

/** The kinds of recipients as the ledger codes them（受給者区分）. */
final class RecipientKinds {

    private static final Map<String, ClaimantKind> BY_CODE = Map.of(
            "1", ClaimantKind.INDIVIDUAL,
            "2", ClaimantKind.CORPORATE_GUARDIAN,
            "3", ClaimantKind.FACILITY);

    static final Form FORM = Form.text("受給者区分のコード", BY_CODE::containsKey);

    private RecipientKinds() {}

    static ClaimantKind of(String code) {
        return BY_CODE.get(code);
    }
}
