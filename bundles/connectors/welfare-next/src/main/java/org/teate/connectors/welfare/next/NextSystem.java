// SPDX-FileCopyrightText: Teate contributors
// SPDX-License-Identifier: Apache-2.0
package org.teate.connectors.welfare.next;

import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.ConfigurationPolicy;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.Designate;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/**
 * The next, standard-compliant welfare system (次期福祉システム) as all plugs of this connector reach it: one channel, one
 * token, one configuration.
 */
@Component(
        service = NextSystem.class,
        configurationPid = NextSystem.PID,
        configurationPolicy = ConfigurationPolicy.REQUIRE)
@Designate(ocd = NextSystem.Config.class)
public final class NextSystem {

    static final String PID = "org.teate.connectors.welfare.next";

    /** Where the other system is, and what lets us in. */
    @ObjectClassDefinition(name = "Next welfare system (次期福祉システム)")
    public @interface Config {

        @AttributeDefinition(name = "Token address", description = "Where the authorization server gives tokens")
        String tokens();

        @AttributeDefinition(name = "REST address", description = "The resources are looked up below it")
        String provider();

        @AttributeDefinition(name = "File area", description = "Objects are laid down and read below it")
        String files();

        @AttributeDefinition(name = "Municipality", description = "Its code with check digit")
        String municipality() default "172014";

        @AttributeDefinition(name = "Client", description = "As which the authorization server knows us")
        String clientId() default "teate";

        @AttributeDefinition(name = "Scope", description = "What a token must allow, separated by spaces")
        String scope() default
                "welfare:ledgers:read welfare:applicants:read welfare:digests:read"
                        + " welfare:status:read welfare:files:read welfare:files:write";

        @AttributeDefinition(name = "Key store", description = "PKCS12 with our key and certificate")
        String keyStore();

        @AttributeDefinition(name = "Trust store", description = "PKCS12 with the certificates that we trust alone")
        String trustStore();

        @AttributeDefinition(name = "Password file", description = "Holds the password of both stores")
        String passwordFile();

        @AttributeDefinition(name = "Client secret file", description = "Holds the secret that signs for us")
        String clientSecretFile();

        @AttributeDefinition(name = "Passphrase file", description = "Holds the passphrase of encrypted containers")
        String passphraseFile();

        @AttributeDefinition(name = "Folder", description = "Where files of the other system are put until answered")
        String folder();

        @AttributeDefinition(
                name = "Milliseconds for a call",
                description = "In which a question is answered or a message told; below the line's 3 seconds")
        int callMillis() default 2_500;

        @AttributeDefinition(
                name = "Milliseconds for a transfer",
                description = "In which a file or a part of a data set is handed over; below the line's 60 seconds")
        int transferMillis() default 50_000;

        @AttributeDefinition(name = "Ranking", description = "The connector with the highest ranking takes the calls")
        int service_ranking() default 0;
    }

    private final URI provider;
    private final String municipality;
    private final Path folder;
    private final Duration call;
    private final Duration transfer;
    private final Keys keys;
    private final Https https;
    private final Rest rest;
    private final FileArea files;

    /** @param clock what day the office has; tokens and pauses go by the real time */
    @Activate
    public NextSystem(Config config, @Reference Clock clock) {
        provider = URI.create(config.provider().replaceFirst("/?$", "/"));
        municipality = config.municipality();
        folder = Path.of(config.folder());
        call = Duration.ofMillis(config.callMillis());
        transfer = Duration.ofMillis(config.transferMillis());
        keys = new Keys(
                Path.of(config.keyStore()),
                Path.of(config.trustStore()),
                Path.of(config.passwordFile()),
                Path.of(config.clientSecretFile()),
                Path.of(config.passphraseFile()));
        https = new Https(keys);
        Clock real = Clock.systemUTC();
        Tokens tokens = new Tokens(https, keys, URI.create(config.tokens()), config.clientId(), config.scope(), real);
        rest = new Rest(https, tokens, real);
        files = new FileArea(rest, URI.create(config.files()), municipality, clock);
    }

    /** Ends the calls that still run: none must be left in a bundle that goes. */
    @Deactivate
    void close() {
        rest.close();
        https.close();
    }

    /** Looks up at most {@code most} items of a resource. */
    List<Item> look(String resource, Map<String, String> query, int most, Deadline deadline) {
        return rest.look(provider.resolve(resource), query, most, deadline);
    }

    /** Returns if the other system answers and lets us in. */
    void reach() {
        look("status", Map.of(), 1, aCall());
    }

    FileArea files() {
        return files;
    }

    String municipality() {
        return municipality;
    }

    char[] containerPassphrase() {
        return keys.containerPassphrase();
    }

    Path folder() {
        return folder;
    }

    Deadline aCall() {
        return Deadline.in(call);
    }

    Deadline aTransfer() {
        return Deadline.in(transfer);
    }
}
