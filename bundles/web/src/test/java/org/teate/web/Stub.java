// SPDX-FileCopyrightText: Teate contributors
// SPDX-License-Identifier: Apache-2.0
package org.teate.web;

import java.lang.reflect.Proxy;
import java.util.Map;

/** A service that answers the methods that the test names, always the same, and fails on any other. */
final class Stub {

    private Stub() {}

    static <T> T of(Class<T> type, Map<String, ?> answers) {
        return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, (proxy, method, args) -> {
            if (!answers.containsKey(method.getName())) {
                throw new AssertionError("Nobody should call " + method.getName());
            }
            return answers.get(method.getName());
        }));
    }
}
