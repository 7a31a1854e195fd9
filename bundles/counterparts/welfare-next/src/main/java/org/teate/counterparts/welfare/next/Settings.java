// SPDX-FileCopyrightText: Teate contributors
// SPDX-License-Identifier: Apache-2.0
package org.teate.counterparts.welfare.next;

import java.nio.file.Path;
import java.time.Clock;

/**
 * Where the system lives.
 *
 * @param data the folder of its own data
 * @param clientKeys the folder into which it lays what its client needs: key store, trust store, secrets
 * @param port of HTTPS on loopback, 0 for any that is free
 * @param pageSize how many items a look-up answers at once
 * @param clock what day it is
 */
public record Settings(Path data, Path clientKeys, int port, int pageSize, Clock clock) {}
