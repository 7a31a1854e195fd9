// SPDX-FileCopyrightText: Teate contributors
// SPDX-License-Identifier: Apache-2.0
package org.teate.payments;

import java.time.Instant;
import java.time.LocalDate;
import org.teate.kernel.Yen;

/**
 * A transfer file（総合振込データ）.
 *
 * @param key its key for good, under which the bank connector reads it
 * @param name the name under which it is downloaded
 * @param batch its number within the year of its payday（顧客コード1）
 * @param payday the day on which accounts are credited
 * @param sha256 the hash of its bytes, 64 lower-case hexadecimal digits
 * @param count how many transfers
 * @param total their sum
 * @param warnings how many remarks the checks before sending made that do not keep the file back
 * @param madeBy the login of the one who had it made
 * @param madeAt when
 */
public record TransferFile(
        String key,
        String name,
        int batch,
        LocalDate payday,
        String sha256,
        int count,
        Yen total,
        int warnings,
        String madeBy,
        Instant madeAt) {}
