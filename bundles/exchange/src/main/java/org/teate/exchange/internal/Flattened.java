// SPDX-FileCopyrightText: Teate contributors
// SPDX-License-Identifier: Apache-2.0
package org.teate.exchange.internal;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.teate.kernel.Yen;

/**
 * An answer of a port as texts by their places, such as {@code [0].household[1].name}.
 *
 * <p>Ports answer in records, lists and optionals; an empty optional has no place. Values of {@code kernel}, and whatever
 * else, are texts.
 */
final class Flattened {

    private static final Package VALUES = Yen.class.getPackage();

    private final Map<String, String> texts = new LinkedHashMap<>();

    private Flattened() {}

    /** The texts of an answer, in its order. */
    static Map<String, String> of(Object answer) {
        Flattened flattened = new Flattened();
        flattened.add("", answer);
        return flattened.texts;
    }

    private void add(String place, Object part) {
        if (part instanceof Optional<?> optional) {
            optional.ifPresent(present -> add(place, present));
        } else if (part instanceof List<?> list) {
            for (int i = 0; i < list.size(); i++) {
                add(place + "[" + i + "]", list.get(i));
            }
        } else if (part instanceof Record compound
                && !VALUES.equals(part.getClass().getPackage())) {
            for (RecordComponent component : part.getClass().getRecordComponents()) {
                String name = component.getName();
                add(place.isEmpty() ? name : place + "." + name, value(component, compound));
            }
        } else {
            texts.put(place, String.valueOf(part));
        }
    }

    private static Object value(RecordComponent component, Record compound) {
        try {
            return component.getAccessor().invoke(compound);
        } catch (IllegalAccessException | InvocationTargetException e) {
            throw new IllegalStateException("A port answers in public records: " + compound.getClass(), e);
        }
    }
}
