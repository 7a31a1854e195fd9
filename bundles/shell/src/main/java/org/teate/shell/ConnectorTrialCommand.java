// SPDX-FileCopyrightText: Teate contributors
// SPDX-License-Identifier: Apache-2.0
package org.teate.shell;

import java.io.IOException;
import org.apache.karaf.shell.api.action.Action;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.support.completers.StringsCompleter;
import org.apache.karaf.shell.support.table.ShellTable;
import org.teate.exchange.Trial;
import org.teate.exchange.Trial.Counts;
import org.teate.exchange.Trial.Group;
import org.teate.exchange.TrialOutcome;
import org.teate.exchange.TrialSample;
import org.teate.exchange.Trials;

/** {@code connector:trial} runs a candidate beside the connector in use and reports how their answers differ. */
@Service
@Command(
        scope = "connector",
        name = "trial",
        description = "Runs a candidate beside the connector in use: start, stop, report, samples, export",
        detailedDescription = "classpath:connector-trial.txt")
public class ConnectorTrialCommand implements Action {

    @Reference
    private Trials trials;

    @Argument(name = "action", description = "start, stop, report, samples or export", required = true)
    @Completion(
            value = StringsCompleter.class,
            values = {"start", "stop", "report", "samples", "export"})
    private String action;

    @Argument(
            index = 1,
            name = "candidate",
            description = "The candidate's name, such as welfare-next",
            required = true)
    @Completion(ConnectorCompleter.class)
    private String candidate;

    @Argument(index = 2, name = "detail", description = "Why, to start; the group's number, for its samples")
    private String detail = "";

    @Override
    public Object execute() throws IOException {
        switch (action) {
            case "start" -> print(trials.start(candidate, detail));
            case "stop" -> print(trials.stop(candidate));
            case "report" -> print(latest());
            case "samples" -> printSamples(latest(), Integer.parseInt(detail));
            case "export" -> trials.export(latest().number(), System.out);
            default -> throw new IllegalArgumentException("There is no " + action + " of a trial");
        }
        return null;
    }

    private Trial latest() {
        return trials.report(candidate)
                .orElseThrow(() -> new IllegalArgumentException(candidate + " was never on trial"));
    }

    private static void print(TrialOutcome outcome) {
        if (outcome instanceof TrialOutcome.Done done) {
            print(done.trial());
        } else {
            throw new IllegalStateException(((TrialOutcome.NotDone) outcome).reason());
        }
    }

    private static void print(Trial trial) {
        Counts counts = trial.counts();
        System.out.println("Trial " + trial.number() + ": " + trial.candidate() + " beside " + trial.inUse() + ", "
                + Times.of(trial.startedAt()) + " to "
                + trial.stoppedAt().map(Times::of).orElse("now"));
        System.out.println(counts.asked() + " asked: " + counts.equal() + " equal, " + counts.explained()
                + " explained, " + counts.different() + " different, " + counts.failed() + " failed; "
                + counts.skipped() + " skipped");
        ShellTable table = new ShellTable().emptyTableText("No answer differs");
        table.column("Group").alignRight();
        table.column("Question");
        table.column("Place");
        table.column("Kind");
        table.column("Answers").alignRight();
        table.column("Samples").alignRight();
        for (Group group : trial.groups()) {
            table.addRow()
                    .addContent(
                            group.number(),
                            group.question(),
                            group.path(),
                            group.kind().label(),
                            group.answers(),
                            group.samples());
        }
        table.print(System.out);
    }

    private void printSamples(Trial trial, int group) {
        ShellTable table = new ShellTable().emptyTableText("There is no sample");
        table.column("Asked with");
        table.column("Place");
        table.column(trial.inUse());
        table.column(trial.candidate());
        table.column("Seen");
        for (TrialSample sample : trials.samples(trial.number(), group)) {
            table.addRow()
                    .addContent(
                            sample.arguments(),
                            sample.place(),
                            sample.inUse(),
                            sample.candidate(),
                            Times.of(sample.at()));
        }
        table.print(System.out);
    }
}
