// SPDX-FileCopyrightText: Teate contributors
// SPDX-License-Identifier: Apache-2.0
package org.teate.ports;

/**
 * One data file that a {@link Feed} offers.
 *
 * @param interfaceId the interface, such as {@code IF-11}
 * @param name the file's name without its ending, unique for good, such as {@code IF11_172014_20261124_000001_F}
 * @param manifest the manifest's text (JSON), or empty as long as there is none
 */
public record Offer(String interfaceId, String name, String manifest) {}
