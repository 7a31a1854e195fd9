// SPDX-FileCopyrightText: Teate contributors
// SPDX-License-Identifier: Apache-2.0
package org.teate.counterparts.welfare.next;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import org.apache.karaf.shell.api.action.Action;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;

/** {@code counterpart:welfare-next}: plays the next welfare system. */
@Service
@Command(
        scope = "counterpart",
        name = "welfare-next",
        description = "Plays the next welfare system: start [PORT PAGE-PORT], stop, book [LINES], "
                + "misbehave [none | WORD [MEASURE | off]], nightly, forget")
public class WelfareNextCommand implements Action {

    @Reference
    private Counterpart counterpart;

    @Argument(index = 0, name = "action", required = true, description = "What to do")
    private String action;

    @Argument(index = 1, name = "words", multiValued = true, description = "How")
    private List<String> words = List.of();

    @Override
    public Object execute() throws IOException {
        switch (action) {
            case "start" -> start();
            case "stop" -> counterpart.stop();
            case "book" -> book();
            case "misbehave" -> misbehave();
            case "nightly" -> System.out.println(running().writeNightly());
            case "forget" -> counterpart.forget();
            default -> throw new IllegalArgumentException("There is no " + action + "; see --help");
        }
        return null;
    }

    private void start() throws IOException {
        int port = words.isEmpty() ? Counterpart.USUAL_PORT : Integer.parseInt(words.get(0));
        int pagePort = words.size() < 2 ? Counterpart.USUAL_PAGE_PORT : Integer.parseInt(words.get(1));
        counterpart.start(port, pagePort);
        System.out.println("https://localhost:" + port + "/   page http://localhost:" + pagePort + "/");
    }

    private void book() {
        Book book = running().book();
        int lines = words.isEmpty() ? 10 : Integer.parseInt(words.get(0));
        book.last(lines)
                .forEach(entry -> System.out.printf(
                        "%8d %s %-9s %-24s %-20s %s %s%n",
                        entry.number(),
                        entry.at(),
                        entry.result(),
                        entry.kind(),
                        entry.key(),
                        entry.subject(),
                        entry.note()));
        System.out.println(book.counts() + " in " + book.file());
    }

    private void misbehave() {
        Office office = running();
        if (words.equals(List.of("none"))) {
            Arrays.stream(Misbehaviour.values()).filter(office.manners()::are).forEach(office::behave);
        } else if (!words.isEmpty()) {
            misbehave(office);
        }
        Arrays.stream(Misbehaviour.values())
                .forEach(one -> System.out.printf(
                        "%-12s %s%n",
                        one.word(),
                        office.manners().are(one)
                                ? "on " + office.manners().measure(one).orElse(0)
                                : "off"));
    }

    private void misbehave(Office office) {
        Misbehaviour one = Misbehaviour.ofWord(words.get(0))
                .orElseThrow(() -> new IllegalArgumentException("There is no misbehaviour " + words.get(0)));
        if (words.size() > 1 && words.get(1).equals("off")) {
            office.behave(one);
        } else {
            office.misbehave(one, words.size() > 1 ? Integer.parseInt(words.get(1)) : one.usual());
        }
    }

    private Office running() {
        return counterpart.office().orElseThrow(() -> new IllegalStateException("It is not running: start it first"));
    }
}
