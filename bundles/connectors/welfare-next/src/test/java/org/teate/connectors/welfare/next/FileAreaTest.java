// SPDX-FileCopyrightText: Teate contributors
// SPDX-License-Identifier: Apache-2.0
package org.teate.connectors.welfare.next;

import static org.junit.Assert.assertEquals;

import java.util.Optional;
import org.junit.Rule;
import org.junit.Test;

public class FileAreaTest {

    @Rule
    public final Link link = new Link();

    @Test
    public void aNameThatIsNoAddressIsAskedForAllTheSame() {
        NextSystem system = link.system();
        String name = "172014/welfare-next/WL01/夜間 台帳%1.mft.json";

        assertEquals(Optional.empty(), system.files().get(name, system.aTransfer()));
    }
}
