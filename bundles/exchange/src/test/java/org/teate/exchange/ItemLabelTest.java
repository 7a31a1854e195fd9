// SPDX-FileCopyrightText: Teate contributors
// SPDX-License-Identifier: Apache-2.0
package org.teate.exchange;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertNotEquals;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.util.Properties;
import org.junit.Test;

public class ItemLabelTest {

    @Test
    public void everyItemOfEveryContractHasAJapaneseName() throws IOException {
        Properties contracts = new Properties();
        try (InputStream file = ItemLabel.class.getResourceAsStream("internal/contracts.properties");
                Reader text = new InputStreamReader(file, StandardCharsets.UTF_8)) {
            contracts.load(text);
        }
        for (String name : contracts.stringPropertyNames()) {
            if (name.endsWith(".items")) {
                for (String item : contracts.getProperty(name).trim().split("\\s*,\\s*")) {
                    assertNotEquals(name, item, ItemLabel.of(name.replace(".items", ""), item));
                }
            }
        }
    }

    @Test
    public void anItemMayMeanSomethingElseInAnotherInterface() {
        assertEquals("認定日", ItemLabel.of("M05", "decidedOn"));
        assertEquals("決定日", ItemLabel.of("M06", "decidedOn"));
        assertEquals("続柄", ItemLabel.of("M03", "relationCode"));
        assertEquals("児童との関係", ItemLabel.of("M07", "relationCode"));
    }

    @Test
    public void whatHasNoNameIsItself() {
        assertEquals("weight", ItemLabel.of("M05", "weight"));
    }
}
