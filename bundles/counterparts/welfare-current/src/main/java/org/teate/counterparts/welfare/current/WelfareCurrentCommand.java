// SPDX-FileCopyrightText: Teate contributors
// SPDX-License-Identifier: Apache-2.0
package org.teate.counterparts.welfare.current;

import java.time.LocalDate;
import org.apache.karaf.shell.api.action.Action;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.support.completers.StringsCompleter;
import org.teate.counterparts.town.Plan;

/** {@code counterpart:welfare-current}: starts, shows and disturbs the played system. */
@Service
@Command(
        scope = "counterpart",
        name = "welfare-current",
        description = "Plays the current welfare system: start, stop, book, misbehave, nightly, forget")
public class WelfareCurrentCommand implements Action {

    @Option(name = "--sftp-port", description = "Where files go")
    private int sftpPort = 8122;

    @Option(name = "--https-port", description = "Where look-ups and the page are")
    private int httpsPort = 8143;

    @Option(name = "--people", description = "start: people of the town with whose ledgers it begins; 0 for none")
    private int people;

    @Option(name = "--recipients-share", description = "start: recipients among the people, 0 to 0.4")
    private double share = Plan.USUAL_SHARE;

    @Option(name = "--seed", description = "start: the same seed makes the same town")
    private long seed = 1;

    @Option(name = "--date", description = "start: business date of the town, yyyy-mm-dd")
    private String date = "";

    @Option(name = "--bad", description = "nightly: bad-bytes, short-record or gap")
    private String bad = "";

    @Option(name = "--last", description = "book: so many entries")
    private int last = 20;

    @Argument(
            index = 0,
            name = "what",
            description = "start, stop, book, misbehave, nightly or forget",
            required = true)
    @Completion(
            value = StringsCompleter.class,
            values = {"start", "stop", "book", "misbehave", "nightly", "forget"})
    private String what = "";

    @Argument(
            index = 1,
            name = "switch",
            description =
                    "misbehave: slow, down, half, double, disordered, " + "bad-certificate, bad-host-key or disk-full")
    private String fault = "";

    @Argument(index = 2, name = "value", description = "misbehave: milliseconds, or on or off")
    private String value = "";

    @Reference
    private WelfareCurrentService service;

    @Override
    public Object execute() {
        WelfareCurrent system = service.system();
        switch (what) {
            case "start" -> start(system);
            case "stop" -> system.stop();
            case "book" -> show(system);
            case "misbehave" -> system.misbehave(fault, value);
            case "nightly" -> System.out.println(system.nightly(bad));
            case "forget" -> system.forget();
            default -> throw new IllegalArgumentException("Not understood: " + what);
        }
        return null;
    }

    private void start(WelfareCurrent system) {
        if (people > 0) {
            system.fill(Plan.of(seed, people, share, LocalDate.parse(date)));
        }
        system.start(sftpPort, httpsPort);
        System.out.printf(
                "SFTP on port %d, page on https://localhost:%d/, %,d ledgers%n",
                system.sftpPort(), system.httpsPort(), system.registers().size());
    }

    private void show(WelfareCurrent system) {
        System.out.printf(
                "%8s  %-24s %-9s %-4s %-4s %-15s %s%n", "no", "time", "outcome", "code", "fact", "subject", "key");
        for (BookEntry entry : system.received(last)) {
            System.out.printf(
                    "%8d  %-24s %-9s %-4s %-4s %-15s %s%n",
                    entry.number(),
                    entry.time(),
                    entry.outcome(),
                    entry.code(),
                    entry.fact(),
                    entry.subject(),
                    entry.key());
        }
    }
}
