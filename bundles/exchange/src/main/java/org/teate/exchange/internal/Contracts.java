// SPDX-FileCopyrightText: Teate contributors
// SPDX-License-Identifier: Apache-2.0
package org.teate.exchange.internal;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.stream.Collectors;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.teate.exchange.ImportError;
import org.teate.ports.FeedRecord;

/** What may come in, by interface: who may send it, and which items it may carry. Immutable. */
@Component(service = Contracts.class, configurationPid = "org.teate.exchange.contracts")
public final class Contracts {

    private static final String SENDERS = ".senders";
    private static final String ITEMS = ".items";

    private final Map<String, Contract> byInterface = new HashMap<>();

    /**
     * The contract of one interface.
     *
     * @param senders the names of those who may send it, as their manifests have them
     * @param items the items that its records may have
     */
    record Contract(Set<String> senders, Set<String> items) {

        /** Why files of that sender are refused, empty if they are not. */
        Optional<ImportError> against(String sender) {
            return senders.contains(sender)
                    ? Optional.empty()
                    : Optional.of(new ImportError(0, "sender", "E111", "この送信元から受け取る取決めのないファイルです。"));
        }

        /** Why the record is refused with its file, empty if it is not. */
        Optional<ImportError> against(FeedRecord feedRecord) {
            return feedRecord.items().stream()
                    .filter(item -> !items.contains(item))
                    .findFirst()
                    .map(item -> new ImportError(feedRecord.line(), item, "E112", "受け取る取決めのない項目があります。"));
        }
    }

    /** @param changes what a configuration says otherwise, by the names of the file of this bundle */
    @Activate
    public Contracts(Map<String, Object> changes) {
        Map<String, String> lines = new HashMap<>();
        Properties own = own();
        own.stringPropertyNames().forEach(name -> lines.put(name, own.getProperty(name)));
        changes.forEach((name, value) -> lines.put(name, String.valueOf(value)));
        lines.keySet().stream()
                .filter(name -> name.endsWith(SENDERS))
                .map(name -> name.substring(0, name.length() - SENDERS.length()))
                .filter(id -> !names(lines, id + SENDERS).isEmpty())
                .forEach(id -> byInterface.put(id, new Contract(names(lines, id + SENDERS), names(lines, id + ITEMS))));
    }

    private static Set<String> names(Map<String, String> lines, String name) {
        List<String> names = Arrays.asList(lines.getOrDefault(name, "").trim().split("\\s*,\\s*"));
        return names.stream().filter(each -> !each.isEmpty()).collect(Collectors.toUnmodifiableSet());
    }

    private static Properties own() {
        Properties properties = new Properties();
        try (InputStream file = Contracts.class.getResourceAsStream("contracts.properties");
                Reader text = new InputStreamReader(file, StandardCharsets.UTF_8)) {
            properties.load(text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return properties;
    }

    /** The contract of an interface, empty if there is none, so that nothing of it may come in. */
    Optional<Contract> of(String interfaceId) {
        return Optional.ofNullable(byInterface.get(interfaceId));
    }
}
