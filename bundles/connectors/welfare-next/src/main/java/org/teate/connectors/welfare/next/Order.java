// SPDX-FileCopyrightText: Teate contributors
// SPDX-License-Identifier: Apache-2.0
package org.teate.connectors.welfare.next;

import java.util.Comparator;
import java.util.List;
import java.util.function.Function;

/** Watches that items follow each other as agreed: an item that comes twice, or out of turn, spoils the answer. */
final class Order {

    private Order() {}

    static <T, K> List<T> check(List<T> items, Function<T, K> key, Comparator<? super K> order) {
        for (int next = 1; next < items.size(); next++) {
            if (order.compare(key.apply(items.get(next - 1)), key.apply(items.get(next))) >= 0) {
                throw Item.notAsAgreed("重複または順序違い");
            }
        }
        return items;
    }
}
