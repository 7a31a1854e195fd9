// SPDX-FileCopyrightText: Teate contributors
// SPDX-License-Identifier: Apache-2.0
package org.teate.connectors.folder;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.Before;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;
import org.teate.ports.Offer;
import org.teate.ports.OutOfService;

public class InboxTest {

    private static final String NAME = "IF10_172014_20261124_000001_D";

    @Rule
    public final TemporaryFolder folder = new TemporaryFolder();

    private Path arrivals;
    private Path done;
    private Inbox inbox;

    @Before
    public void makeFolder() throws IOException {
        arrivals = folder.newFolder("inbox").toPath();
        done = arrivals.resolveSibling("done");
        inbox = new Inbox(arrivals, Set.of("IF-10"));
    }

    private void lay(String file, String content) throws IOException {
        Files.writeString(arrivals.resolve(file), content);
    }

    @Test
    public void aFileIsOfferedWithItsManifest() throws IOException {
        lay(NAME + ".csv", "data");
        lay(NAME + ".mft.json", "{}");

        assertEquals(List.of(new Offer("IF-10", NAME, "{}")), inbox.offers());
        assertEquals("data", Files.readString(inbox.data(inbox.offers().get(0))));
    }

    @Test
    public void aFileWhoseManifestHasNotComeIsOfferedWithout() throws IOException {
        lay(NAME + ".csv", "data");

        assertEquals(List.of(new Offer("IF-10", NAME, "")), inbox.offers());
    }

    @Test
    public void whatIsNotOursIsLeftAlone() throws IOException {
        lay("IF20_172014_20261124_000001_D.csv", "");
        lay("IF10_172014_20261124_000001_D.csv.part", "");
        lay("notes.txt", "");

        assertEquals(List.of(), inbox.offers());
    }

    @Test
    public void anAnsweredFileMovesBesideItsAcknowledgement() throws IOException {
        lay(NAME + ".csv", "data");
        lay(NAME + ".mft.json", "{}");

        inbox.acknowledge(inbox.offers().get(0), "{\"result\":\"ACCEPTED\"}");

        assertEquals(List.of(), inbox.offers());
        assertEquals("data", Files.readString(done.resolve(NAME + ".csv")));
        assertEquals("{}", Files.readString(done.resolve(NAME + ".mft.json")));
        assertEquals("{\"result\":\"ACCEPTED\"}", Files.readString(done.resolve(NAME + ".ack.json")));
    }

    @Test
    public void aFileThatComesAgainDoesNotReplaceWhatIsKept() throws IOException {
        lay(NAME + ".csv", "first");
        lay(NAME + ".mft.json", "{}");
        inbox.acknowledge(inbox.offers().get(0), "1");
        lay(NAME + ".csv", "second");
        lay(NAME + ".mft.json", "{}");
        assertEquals(1, inbox.offers().size());

        inbox.acknowledge(inbox.offers().get(0), "2");

        assertEquals("first", Files.readString(done.resolve(NAME + ".csv")));
        assertEquals("second", Files.readString(done.resolve(NAME + ".2.csv")));
        assertEquals("2", Files.readString(done.resolve(NAME + ".ack.json")));
    }

    @Test
    public void aMoveThatWasCutOffIsFinished() throws IOException {
        lay(NAME + ".mft.json", "{}");
        Files.createDirectories(done);
        Files.writeString(done.resolve(NAME + ".csv"), "data");
        Files.writeString(done.resolve(NAME + ".ack.json"), "1");

        assertEquals(List.of(), inbox.offers());
        assertTrue(Files.exists(done.resolve(NAME + ".mft.json")));
        assertFalse(Files.exists(arrivals.resolve(NAME + ".mft.json")));
    }

    @Test
    public void aManifestWithoutDataIsOfferedButCannotBeRead() throws IOException {
        lay(NAME + ".mft.json", "{}");

        Offer offer = inbox.offers().get(0);

        assertThrows(IOException.class, () -> inbox.data(offer));
    }

    @Test
    public void aFolderThatIsNotThereIsOutOfService() {
        Inbox missing = new Inbox(folder.getRoot().toPath().resolve("missing"), Set.of("IF-10"));

        assertThrows(OutOfService.class, missing::offers);
    }
}
