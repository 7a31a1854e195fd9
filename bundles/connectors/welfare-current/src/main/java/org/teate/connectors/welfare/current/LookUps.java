// SPDX-FileCopyrightText: Teate contributors
// SPDX-License-Identifier: Apache-2.0
package org.teate.connectors.welfare.current;

import java.io.IOException;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicLong;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.ConfigurationPolicy;
import org.osgi.service.component.annotations.Reference;
import org.teate.kernel.AddresseeNumber;
import org.teate.kernel.LedgerNumber;
import org.teate.ports.Connector;
import org.teate.ports.OutOfService;
import org.teate.ports.Plug;
import org.teate.ports.Reachable;
import org.teate.ports.welfare.Applicant;
import org.teate.ports.welfare.LedgerEntry;
import org.teate.ports.welfare.WelfareLedger;

/** Asks the current welfare system in XML over HTTPS (照会). */
@Component(
        service = Connector.class,
        configurationPid = DedicatedLine.PID,
        configurationPolicy = ConfigurationPolicy.REQUIRE)
@Plug(WelfareLedger.class)
public final class LookUps implements WelfareLedger, Reachable {

    private static final String LINE = "現行福祉システムへの照会";
    private static final int LONGEST_PAGE = 1_000;

    private final DedicatedLine line;
    private final String numbers =
            HexFormat.of().toHexDigits(ThreadLocalRandom.current().nextLong(), 12) + "-";
    private final AtomicLong questions = new AtomicLong();

    @Activate
    public LookUps(@Reference DedicatedLine line) {
        this.line = line;
    }

    @Override
    public List<LedgerEntry> ledgersOf(AddresseeNumber recipient) {
        List<LedgerEntry> ledgers = ask("ledgers", attribute("addressee", recipient), Findings::ledgers);
        expect(ledgers.stream().allMatch(ledger -> ledger.recipient().equals(recipient)));
        return ledgers.stream()
                .sorted(Comparator.comparing(LedgerEntry::ledger).reversed())
                .toList();
    }

    @Override
    public Optional<Applicant> applicant(AddresseeNumber person) {
        Optional<Applicant> found = ask("applicant", attribute("addressee", person), Findings::applicant);
        expect(found.map(applicant -> applicant.number().equals(person)).orElse(true));
        return found;
    }

    @Override
    public List<LedgerEntry> after(Optional<LedgerNumber> after, int limit) {
        if (limit < 1 || limit > LONGEST_PAGE) {
            throw new IllegalArgumentException("1 to " + LONGEST_PAGE + " ledgers are a page, not " + limit);
        }
        String last = after.map(LedgerNumber::value).orElse("");
        List<LedgerEntry> page = ask("page", attribute("after", last) + attribute("limit", limit), Findings::ledgers);
        expect(page.size() <= limit);
        for (LedgerEntry ledger : page) {
            expect(ledger.ledger().value().compareTo(last) > 0);
            last = ledger.ledger().value();
        }
        return page;
    }

    @Override
    public void reach() {
        ask("ping", "", Answer::elements);
    }

    /** What is looked for in an answer. */
    @FunctionalInterface
    private interface Reading<T> {

        T of(Answer answer) throws IOException;
    }

    private <T> T ask(String kind, String attributes, Reading<T> reading) {
        String number = numbers + questions.incrementAndGet();
        // numbers and words of ours only, so nothing needs escaping
        String question = "<?xml version=\"1.0\" encoding=\"Shift_JIS\"?>\n<lookup" + attribute("number", number)
                + attribute("kind", kind) + attributes + "/>\n";
        try {
            byte[] answer = line.https().post(question.getBytes(FixedRecords.CP932));
            return reading.of(Answer.read(answer, number, kind));
        } catch (IOException e) {
            throw Outage.of(LINE, e);
        }
    }

    private static String attribute(String name, Object value) {
        return " " + name + "=\"" + value + "\"";
    }

    private static void expect(boolean asAgreed) {
        if (!asAgreed) {
            throw new OutOfService(LINE + "ができません。応答の内容が照会と合いません。");
        }
    }
}
