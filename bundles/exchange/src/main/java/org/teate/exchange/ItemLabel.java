// SPDX-FileCopyrightText: Teate contributors
// SPDX-License-Identifier: Apache-2.0
package org.teate.exchange;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Properties;

/**
 * What a clerk calls the items of the interfaces (項目名), as the list of recorded items (特定個人情報ファイル記録項目) has them.
 *
 * <p>Thread-safe.
 */
public final class ItemLabel {

    private static final Properties LABELS = labels();

    private ItemLabel() {}

    /**
     * The Japanese name of an item, or the item itself if it has none.
     *
     * @param interfaceId the interface, such as {@code M05}; some items mean something else in another one
     * @param item the item's name in the interface's layout, such as {@code judgedOn}
     */
    public static String of(String interfaceId, String item) {
        return LABELS.getProperty(interfaceId + "." + item, LABELS.getProperty(item, item));
    }

    private static Properties labels() {
        Properties labels = new Properties();
        try (InputStream file = ItemLabel.class.getResourceAsStream("items.properties");
                Reader text = new InputStreamReader(file, StandardCharsets.UTF_8)) {
            labels.load(text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return labels;
    }
}
