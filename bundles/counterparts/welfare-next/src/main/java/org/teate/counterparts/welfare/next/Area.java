// SPDX-FileCopyrightText: Teate contributors
// SPDX-License-Identifier: Apache-2.0
package org.teate.counterparts.welfare.next;

import com.fasterxml.jackson.databind.node.ArrayNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The file area（ファイル領域）: objects by name. A file of the client is gone once it was acknowledged, and its
 * acknowledgement once many others came after it; what must outlast this process is kept elsewhere. Thread-safe.
 */
final class Area {

    private static final int MOST_ACKNOWLEDGEMENTS = 20_000;

    private final NavigableMap<String, byte[]> objects = new TreeMap<>();
    private final Map<String, byte[]> acknowledgements = new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, byte[]> eldest) {
            return size() > MOST_ACKNOWLEDGEMENTS;
        }
    };

    synchronized Optional<byte[]> get(String name) {
        return Optional.ofNullable(objects.get(name)).or(() -> Optional.ofNullable(acknowledgements.get(name)));
    }

    /** @return false if there is one of that name and only a new one is wanted */
    synchronized boolean put(String name, byte[] bytes, boolean anew) {
        if (anew && (objects.containsKey(name) || acknowledgements.containsKey(stem(name) + ".ack.json"))) {
            return false;
        }
        objects.put(name, bytes);
        return true;
    }

    /** Puts the acknowledgement of a file in place of the file. */
    synchronized void acknowledge(String stem, byte[] acknowledgement) {
        objects.subMap(stem + ".", stem + "/").clear();
        acknowledgements.put(stem + ".ack.json", acknowledgement);
    }

    synchronized void clear() {
        objects.clear();
        acknowledgements.clear();
    }

    /** The names with a prefix, from after another one on. */
    synchronized ArrayNode names(String prefix, String after, int limit) {
        ArrayNode names = Json.array();
        objects.tailMap(after.isEmpty() ? prefix : after, after.isEmpty()).entrySet().stream()
                .takeWhile(object -> object.getKey().startsWith(prefix))
                .limit(limit)
                .forEach(
                        object -> names.addObject().put("name", object.getKey()).put("size", object.getValue().length));
        return names;
    }

    /** The names of all that lies there. */
    synchronized List<String> names() {
        return List.copyOf(objects.keySet());
    }

    static String stem(String name) {
        return name.substring(0, name.indexOf('.', name.lastIndexOf('/') + 1));
    }
}
