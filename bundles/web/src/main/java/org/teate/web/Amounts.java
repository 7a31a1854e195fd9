// SPDX-FileCopyrightText: Teate contributors
// SPDX-License-Identifier: Apache-2.0
package org.teate.web;

import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.teate.addressing.Identity;
import org.teate.cases.CaseChild;
import org.teate.cases.CaseFile;
import org.teate.kernel.AddresseeNumber;
import org.teate.kernel.MonthSpan;
import org.teate.kernel.Wareki;
import org.teate.kernel.Yen;
import org.teate.rules.Assessed;
import org.teate.rules.Assessment;
import org.teate.rules.ChildMonth;
import org.teate.rules.Finding;
import org.teate.rules.Impossible;
import org.teate.rules.Reason;
import org.teate.rules.Step;

/**
 * What is due month by month and child by child, with the reasons, as a page lays it out.
 *
 * @param children the children in the order of the columns
 * @param months a row for each month
 * @param total the sum of all months
 * @param impossible why nothing can be computed, empty if it can
 */
public record Amounts(List<Column> children, List<Row> months, Yen total, List<String> impossible) {

    /** One child. */
    public record Column(String number, String name, String born) {}

    /** One benefit month. */
    public record Row(YearMonth month, List<Cell> cells, Yen total) {}

    /**
     * One child in one month.
     *
     * @param anchor the place of the reasons on the page
     * @param name the child's name
     * @param amount the amount, zero if nothing is paid
     * @param label age class and rank in words, empty if the child does not count
     * @param steps the reasons
     */
    public record Cell(String anchor, String name, Yen amount, String label, List<Step> steps) {}

    static Amounts of(CaseFile file, MonthSpan span, Map<AddresseeNumber, Identity> names) {
        List<Column> children =
                file.children().stream().map(child -> column(child, names)).toList();
        Assessment assessment = file.assess(span);
        if (assessment instanceof Impossible impossible) {
            List<String> reasons =
                    impossible.findings().stream().map(Finding::message).toList();
            return new Amounts(children, List.of(), Yen.ZERO, reasons);
        }
        Assessed assessed = (Assessed) assessment;
        List<Row> rows =
                span.months().map(month -> row(assessed, children, month)).toList();
        return new Amounts(children, rows, assessed.total(), List.of());
    }

    private static Column column(CaseChild child, Map<AddresseeNumber, Identity> names) {
        String name = Optional.ofNullable(names.get(child.number()))
                .map(Identity::name)
                .orElse("");
        return new Column(child.number().value(), name, Wareki.of(child.born()));
    }

    private static Row row(Assessed assessed, List<Column> children, YearMonth month) {
        List<Cell> cells =
                children.stream().map(child -> cell(assessed, child, month)).toList();
        return new Row(month, cells, assessed.totalIn(month));
    }

    private static Cell cell(Assessed assessed, Column child, YearMonth month) {
        Reason reason = assessed.reason(child.number(), month);
        String label = assessed.childMonths().stream()
                .filter(each -> each.month().equals(month) && each.child().equals(child.number()))
                .findFirst()
                .map(Amounts::label)
                .orElse("");
        return new Cell("why-" + month + "-" + child.number(), child.name(), reason.amount(), label, reason.steps());
    }

    private static String label(ChildMonth each) {
        return each.rank() == 0
                ? each.ageClass().label()
                : "第" + each.rank() + "子・" + each.ageClass().label();
    }
}
