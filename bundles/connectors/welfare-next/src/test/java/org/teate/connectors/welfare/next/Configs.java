// SPDX-FileCopyrightText: Teate contributors
// SPDX-License-Identifier: Apache-2.0
package org.teate.connectors.welfare.next;

import java.lang.annotation.Annotation;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/** The connector's configuration as a test wants it. */
final class Configs {

    private final Map<String, Object> values = new HashMap<>();

    private Configs() {}

    static Configs of(int port, Path keys, Path folder) {
        return new Configs()
                .with("tokens", "https://localhost:" + port + "/auth/token")
                .with("provider", "https://localhost:" + port + "/welfare/v1")
                .with("files", "https://localhost:" + port + "/files")
                .with("keyStore", keys.resolve("client.p12").toString())
                .with("trustStore", keys.resolve("trust.p12").toString())
                .with("passwordFile", keys.resolve("password").toString())
                .with("clientSecretFile", keys.resolve("client-secret").toString())
                .with("passphraseFile", keys.resolve("container-passphrase").toString())
                .with("folder", folder.toString());
    }

    Configs with(String name, Object value) {
        values.put(name, value);
        return this;
    }

    NextSystem.Config config() {
        return (NextSystem.Config) Proxy.newProxyInstance(
                Configs.class.getClassLoader(),
                new Class<?>[] {NextSystem.Config.class},
                (proxy, method, arguments) -> method.getName().equals("annotationType")
                        ? (Class<? extends Annotation>) NextSystem.Config.class
                        : values.getOrDefault(method.getName(), method.getDefaultValue()));
    }
}
