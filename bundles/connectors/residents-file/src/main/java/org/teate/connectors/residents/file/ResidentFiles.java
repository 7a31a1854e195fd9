// SPDX-FileCopyrightText: Teate contributors
// SPDX-License-Identifier: Apache-2.0
package org.teate.connectors.residents.file;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.ConfigurationPolicy;
import org.osgi.service.metatype.annotations.AttributeDefinition;
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
 * The resident register's files (既存住民基本台帳システム): IF-10 daily changes and IF-11 everybody.
 *
 * <p>CP932 without header line; 外字 stay the private-use characters that they are.
 */
@Component(
        service = Connector.class,
        configurationPid = "org.teate.connectors.residents.file",
        configurationPolicy = ConfigurationPolicy.REQUIRE)
@Plug(Feed.class)
@Designate(ocd = ResidentFiles.Config.class)
public final class ResidentFiles implements Feed {

    /** Where the files arrive. */
    @ObjectClassDefinition(name = "Resident register by files (住民基本台帳ファイル連携)")
    public @interface Config {

        @AttributeDefinition(
                name = "Inbox",
                description = "The folder where files and manifests arrive; what is done moves to 'done' beside it")
        String inbox();

        @AttributeDefinition(
                name = "Ranking",
                description = "Of two connectors that offer a file the higher one is asked")
        int service_ranking() default 0;
    }

    private static final Set<String> INTERFACES = Set.of("IF-10", "IF-11");
    private static final Charset CP932 = Charset.forName("windows-31j");
    private static final int BUFFER = 1 << 16;

    private final Inbox inbox;

    @Activate
    public ResidentFiles(Config config) {
        inbox = new Inbox(Path.of(config.inbox()), INTERFACES);
    }

    @Override
    public Set<String> interfaces() {
        return INTERFACES;
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
        return CsvRecords.withoutHeader(new BufferedInputStream(data(offer), BUFFER), CP932, Layout.ITEMS);
    }

    @Override
    public void acknowledge(Offer offer, String json) throws IOException {
        inbox.acknowledge(offer, json);
    }
}
