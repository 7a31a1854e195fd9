// SPDX-FileCopyrightText: Teate contributors
// SPDX-License-Identifier: Apache-2.0
package org.teate.bench.rules.drools;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.stream.IntStream;
import org.kie.api.io.ResourceType;
import org.kie.api.runtime.KieRuntimeFactory;
import org.kie.dmn.api.core.DMNContext;
import org.kie.dmn.api.core.DMNModel;
import org.kie.dmn.api.core.DMNResult;
import org.kie.dmn.api.core.DMNRuntime;

/** The amounts by a decision table in DMN. */
public final class DecisionTable {

    private final DMNRuntime runtime = KieRuntimeFactory.of(
                    Kie.compile("child-allowance.dmn", ResourceType.DMN).getKieBase())
            .get(DMNRuntime.class);
    private final DMNModel model = runtime.getModel("urn:org.teate.bench", "child-allowance");
    private final List<Family> families;

    public DecisionTable(List<List<LocalDate>> births) {
        families = IntStream.range(0, births.size())
                .mapToObj(id -> new Family(id, births.get(id)))
                .toList();
    }

    /** Every household by an evaluation of its own. */
    public long evaluate(YearMonth month) {
        for (Family family : families) {
            DMNContext context = runtime.newContext();
            context.set("month", Months.index(month));
            context.set("children", family.getChildren());
            DMNResult result = runtime.evaluateByName(model, context, "total");
            if (result.hasErrors()) {
                throw new IllegalStateException(result.getMessages().toString());
            }
            Object total = result.getContext().get("total");
            family.setAmount(total instanceof Number number ? number.intValue() : 0);
        }
        return families.stream().mapToLong(Family::getAmount).sum();
    }

    public long amountOf(int household) {
        return families.get(household).getAmount();
    }
}
