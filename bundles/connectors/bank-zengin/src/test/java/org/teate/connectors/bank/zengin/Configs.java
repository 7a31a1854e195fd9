// SPDX-FileCopyrightText: Teate contributors
// SPDX-License-Identifier: Apache-2.0
package org.teate.connectors.bank.zengin;

import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.HashMap;
import java.util.Map;

/** Configurations of the connector: an invented city's contract with some settings changed. */
final class Configs {

    private static final Map<String, Object> CITY = Map.of(
            "clientCode", "1700000001",
            "clientKana", "ｶﾅｻﾞﾜｼ",
            "bankCode", "0146",
            "bankKana", "ﾎﾂｺｸ",
            "branchCode", "101",
            "branchKana", "ﾎﾝﾃﾝ",
            "accountNumber", "9000001");

    private Configs() {}

    static ZenginTransfers.Config city() {
        return with(Map.of());
    }

    static ZenginTransfers.Config with(Map<String, Object> changes) {
        Map<String, Object> settings = new HashMap<>(CITY);
        settings.putAll(changes);
        return (ZenginTransfers.Config) Proxy.newProxyInstance(
                Configs.class.getClassLoader(),
                new Class<?>[] {ZenginTransfers.Config.class},
                (proxy, method, arguments) -> settingOf(settings, method));
    }

    private static Object settingOf(Map<String, Object> settings, Method method) {
        return settings.getOrDefault(method.getName(), method.getDefaultValue());
    }
}
