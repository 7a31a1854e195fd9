// SPDX-FileCopyrightText: Teate contributors
// SPDX-License-Identifier: Apache-2.0
package org.teate.connectors.residents.file;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import java.io.IOException;
import java.lang.annotation.Annotation;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.Before;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;
import org.teate.ports.FeedRecord;
import org.teate.ports.Offer;
import org.teate.ports.RecordReader;

public class ResidentFilesTest {

    private static final String NAME = "IF11_172014_20261124_000001_F";

    @Rule
    public final TemporaryFolder folder = new TemporaryFolder();

    private Path inbox;
    private ResidentFiles register;

    @Before
    public void plugIn() throws IOException {
        inbox = folder.newFolder("inbox").toPath();
        register = new ResidentFiles(config(inbox.toString()));
    }

    private static ResidentFiles.Config config(String inbox) {
        return new ResidentFiles.Config() {
            @Override
            public String inbox() {
                return inbox;
            }

            @Override
            public int service_ranking() {
                return 0;
            }

            @Override
            public Class<? extends Annotation> annotationType() {
                return ResidentFiles.Config.class;
            }
        };
    }

    @Test
    public void aRecordHasFiftyFieldsInTheOrderOfTheLayout() throws IOException {
        List<String> fields = new ArrayList<>();
        for (int i = 1; i <= 50; i++) {
            fields.add("\"f" + i + "\"");
        }
        fields.set(7, "\"\uE000田　太郎\"");
        lay(String.join(",", fields) + "\r\n");

        FeedRecord resident = first();

        assertEquals("f1", resident.get("recordId"));
        assertEquals("f4", resident.get("addresseeNumber"));
        assertEquals("\uE000田　太郎", resident.get("nameKanji"));
        assertEquals("f20", resident.get("relation4"));
        assertEquals("f35", resident.get("changeReason"));
        assertEquals("f50", resident.get("beforeImage"));
    }

    @Test
    public void onlyTheRegistersInterfacesAreOffered() throws IOException {
        lay("");
        Files.writeString(inbox.resolve("M05_172014_20261124_000001_F.csv"), "");

        assertEquals(
                List.of("IF-11"),
                register.offers().stream().map(Offer::interfaceId).toList());
    }

    @Test
    public void theBytesAreThoseOfTheFile() throws IOException {
        lay("\"1\"\r\n");

        try (var bytes = register.data(register.offers().get(0))) {
            assertEquals("\"1\"\r\n", new String(bytes.readAllBytes(), Charset.forName("windows-31j")));
        }
    }

    @Test
    public void anAnsweredFileIsNoLongerOffered() throws IOException {
        lay("");

        register.acknowledge(register.offers().get(0), "{}");

        assertTrue(register.offers().isEmpty());
    }

    private void lay(String content) throws IOException {
        Files.write(inbox.resolve(NAME + ".csv"), content.getBytes(Charset.forName("windows-31j")));
    }

    private FeedRecord first() throws IOException {
        try (RecordReader records = register.records(register.offers().get(0))) {
            return records.next().orElseThrow();
        }
    }
}
