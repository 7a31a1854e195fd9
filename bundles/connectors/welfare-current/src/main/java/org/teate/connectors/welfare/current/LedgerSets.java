// SPDX-FileCopyrightText: Teate contributors
// SPDX-License-Identifier: Apache-2.0
package org.teate.connectors.welfare.current;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.ConfigurationPolicy;
import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.AttributeType;
import org.osgi.service.metatype.annotations.Designate;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;
import org.teate.connectors.folder.CsvRecords;
import org.teate.connectors.folder.Inbox;
import org.teate.ports.Connector;
import org.teate.ports.Feed;
import org.teate.ports.Offer;
import org.teate.ports.Plug;
import org.teate.ports.RecordReader;

/**
 * The existing ledger of the current welfare system (現行福祉保健総合システム) as migration sets M01 to M12 and M15.
 *
 * <p>UTF-8 with a header line that must name exactly the items of the layout; M02, which holds Individual Numbers, comes
 * in an encrypted container and is decrypted while it is read.
 */
@Component(
        service = Connector.class,
        configurationPid = "org.teate.connectors.welfare.current",
        configurationPolicy = ConfigurationPolicy.REQUIRE)
@Plug(Feed.class)
@Designate(ocd = LedgerSets.Config.class)
public final class LedgerSets implements Feed {

    /** Where the sets arrive, and how they are opened. */
    @ObjectClassDefinition(name = "Current welfare system by files (現行福祉システムファイル連携)")
    public @interface Config {

        @AttributeDefinition(
                name = "Inbox",
                description = "The folder where sets and manifests arrive; what is done moves to 'done' beside it")
        String inbox();

        @AttributeDefinition(
                name = "Passphrase",
                type = AttributeType.PASSWORD,
                description = "Opens encrypted containers; without it they are not taken in")
        String _passphrase() default "";

        @AttributeDefinition(
                name = "Ranking",
                description = "Of two connectors that offer a file the higher one is asked")
        int service_ranking() default 0;
    }

    private static final int BUFFER = 1 << 16;

    private final Layouts layouts = Layouts.load();
    private final Inbox inbox;
    private final String passphrase;

    @Activate
    public LedgerSets(Config config) {
        inbox = new Inbox(Path.of(config.inbox()), layouts.sets());
        passphrase = config._passphrase();
    }

    @Override
    public Set<String> interfaces() {
        return layouts.sets();
    }

    @Override
    public List<Offer> offers() {
        return inbox.offers();
    }

    @Override
    public InputStream data(Offer offer) throws IOException {
        return Files.newInputStream(inbox.data(offer));
    }

    @Override
    public RecordReader records(Offer offer) throws IOException {
        Path data = inbox.data(offer);
        InputStream bytes = data.toString().endsWith(".zip")
                ? Container.open(data, offer.name() + ".csv", passphrase)
                : Files.newInputStream(data);
        return CsvRecords.withHeader(
                new BufferedInputStream(bytes, BUFFER), StandardCharsets.UTF_8, layouts.items(offer.interfaceId()));
    }

    @Override
    public void acknowledge(Offer offer, String json) throws IOException {
        inbox.acknowledge(offer, json);
    }
}
