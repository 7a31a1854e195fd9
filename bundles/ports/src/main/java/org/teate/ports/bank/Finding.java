// SPDX-FileCopyrightText: Teate contributors
// SPDX-License-Identifier: Apache-2.0
package org.teate.ports.bank;

/**
 * What a check before sending has found.
 *
 * @param code the check, such as {@code V202}
 * @param serial the transfer's serial, or 0 if the whole file is meant
 * @param item the item, such as {@code 受取人名}
 * @param message a Japanese sentence for the clerk; names neither account nor holder
 * @param blocking whether the file may not be sent
 */
public record Finding(String code, long serial, String item, String message, boolean blocking) {}
