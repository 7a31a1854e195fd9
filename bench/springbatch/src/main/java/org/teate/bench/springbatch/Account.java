// SPDX-FileCopyrightText: Teate contributors
// SPDX-License-Identifier: Apache-2.0
package org.teate.bench.springbatch;

/** Where a recipient is paid, as the bank file names it: half-width kana, codes as digits. */
record Account(
        String bankCode,
        String bankKana,
        String branchCode,
        String branchKana,
        String type,
        String number,
        String holderKana) {}
