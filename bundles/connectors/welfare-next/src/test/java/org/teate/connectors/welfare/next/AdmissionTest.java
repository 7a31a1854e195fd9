// SPDX-FileCopyrightText: Teate contributors
// SPDX-License-Identifier: Apache-2.0
package org.teate.connectors.welfare.next;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;
import org.teate.counterparts.welfare.next.Book;

/** Who is let in, and with which token. */
public class AdmissionTest {

    @Rule
    public final Link link = new Link();

    @Rule
    public final TemporaryFolder folder = new TemporaryFolder();

    private List<String> reasons() {
        return link.noted("refused").stream().map(Book.Entry::note).toList();
    }

    private long tokens() {
        return link.office().tokensGiven();
    }

    @Test
    public void oneTokenServesAllCallsThatComeAtTheSameTime() throws Exception {
        ExecutorService callers = Executors.newFixedThreadPool(8);
        try {
            List<Future<?>> calls = new ArrayList<>();
            for (int call = 0; call < 40; call++) {
                calls.add(callers.submit(link.system()::reach));
            }
            for (Future<?> call : calls) {
                call.get();
            }
        } finally {
            callers.shutdownNow();
        }

        assertEquals(1, tokens());
    }

    @Test
    public void aTokenIsRenewedBeforeItExpires() {
        link.office().tellTokenLife(Duration.ZERO);
        link.system().reach();
        link.office().tellTokenLife(Duration.ofMinutes(10));
        link.system().reach();
        link.system().reach();

        assertEquals(2, tokens());
    }

    @Test
    public void aTokenThatIsRefusedIsRenewedOnceAndTheCallerNoticesNothing() {
        link.system().reach();
        link.office().revokeTokens();
        link.system().reach();

        assertEquals(2, tokens());
    }

    @Test
    public void withoutACertificateNobodyIsLetIn() {
        NextSystem bare = link.newSystem(configs -> configs.with("keyStore", emptyStore()));

        Sentences.outage(bare::reach);
        assertEquals(List.of("no client certificate"), reasons());
    }

    @Test
    public void withAnUnknownCertificateNobodyIsLetIn() {
        NextSystem stranger = link.newSystem(configs -> configs.with(
                        "keyStore", link.data().resolve("keys/other.p12").toString())
                .with("passwordFile", link.data().resolve("keys/password").toString()));

        Sentences.outage(stranger::reach);
        assertTrue(reasons().toString(), reasons().get(0).startsWith("unknown client certificate"));
    }

    @Test
    public void anUnknownClientGetsNoToken() {
        NextSystem stranger = link.newSystem(configs -> configs.with("clientId", "somebody"));

        String refusal = Sentences.outage(stranger::reach);
        assertTrue(refusal, refusal.contains("invalid_client"));
        assertEquals(List.of("unknown client"), reasons());
    }

    @Test
    public void aWrongSecretGetsNoToken() throws IOException {
        Path secret = folder.newFile().toPath();
        Files.writeString(secret, "0123456789abcdef0123456789abcdef");
        NextSystem stranger = link.newSystem(configs -> configs.with("clientSecretFile", secret.toString()));

        Sentences.outage(stranger::reach);
        assertEquals(List.of("wrong signature"), reasons());
    }

    @Test
    public void aScopeThatWasNotGivenIsRefused() {
        NextSystem greedy = link.newSystem(configs -> configs.with("scope", "welfare:everything:write"));
        Sentences.outage(greedy::reach);

        NextSystem modest = link.newSystem(configs -> configs.with("scope", "welfare:ledgers:read"));
        Sentences.outage(modest::reach);
        assertEquals(List.of("scope not allowed", "scope lacks welfare:status:read"), reasons());
    }

    @Test
    public void keysMayBeLaidDownAfterTheConnectorWasInstalled() throws IOException {
        Path secret = folder.getRoot().toPath().resolve("later");
        NextSystem early = link.newSystem(configs -> configs.with("clientSecretFile", secret.toString()));
        Sentences.outage(early::reach);

        Files.copy(link.clientKeys().resolve("client-secret"), secret);
        early.reach();
    }

    private String emptyStore() {
        Path file = folder.getRoot().toPath().resolve("empty.p12");
        try (OutputStream bytes = Files.newOutputStream(file)) {
            KeyStore store = KeyStore.getInstance("PKCS12");
            char[] word =
                    Files.readString(link.clientKeys().resolve("password")).toCharArray();
            store.load(null, word);
            store.store(bytes, word);
        } catch (IOException | GeneralSecurityException e) {
            throw new AssertionError(e);
        }
        return file.toString();
    }
}
