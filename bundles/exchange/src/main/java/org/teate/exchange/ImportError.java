// SPDX-FileCopyrightText: Teate contributors
// SPDX-License-Identifier: Apache-2.0
package org.teate.exchange;

/**
 * Why a record or a file was refused.
 *
 * @param line the line, 0 if the whole file is meant
 * @param item the item at fault, empty if the whole record or file is meant
 * @param code E1xx structure or manifest, E2xx form or character, E3xx totals, E4xx reference, E5xx business rule
 * @param message a Japanese sentence
 */
public record ImportError(long line, String item, String code, String message) {}
