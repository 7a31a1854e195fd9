// SPDX-FileCopyrightText: Teate contributors
// SPDX-License-Identifier: Apache-2.0
package org.teate.payments;

import java.util.List;
import java.util.Optional;
import org.osgi.annotation.versioning.ProviderType;

/** The master of banks and branches（金融機関・店舗マスタ）. Open to everyone who is signed in. Thread-safe. */
@ProviderType
public interface Banks {

    /** The bank with this code of four digits. */
    Optional<Bank> find(String bankCode);

    /** The branch with this code of three digits. */
    Optional<Branch> find(String bankCode, String branchCode);

    /**
     * Open banks whose name contains, or whose code or kana begins with, {@code text}; by code.
     *
     * @param limit at most so many, 1 to 1,000
     */
    List<Bank> search(String text, int limit);

    /**
     * Open branches of a bank whose name contains, or whose code or kana begins with, {@code text}; by code.
     *
     * @param limit at most so many, 1 to 1,000
     */
    List<Branch> search(String bankCode, String text, int limit);

    /**
     * A bank.
     *
     * @param code four digits（統一金融機関番号）
     * @param name its name
     * @param kana its name in half-width kana, at most 15 bytes
     * @param open whether it is in the newest master
     */
    record Bank(String code, String name, String kana, boolean open) {}

    /**
     * A branch.
     *
     * @param bankCode the bank's four digits
     * @param code three digits（店番）
     * @param name its name
     * @param kana its name in half-width kana, at most 15 bytes
     * @param open whether it is in the newest master
     */
    record Branch(String bankCode, String code, String name, String kana, boolean open) {}
}
