// SPDX-FileCopyrightText: Teate contributors
// SPDX-License-Identifier: Apache-2.0
package org.teate.bench.rules.drools;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.stream.IntStream;
import org.kie.api.KieBase;
import org.kie.api.io.ResourceType;
import org.kie.api.runtime.KieSession;

/** The amounts by rules in Drools' language. */
public final class RuleSession {

    private final KieBase rules =
            Kie.compile("child-allowance.drl", ResourceType.DRL).getKieBase();
    private final List<Family> families;

    public RuleSession(List<List<LocalDate>> births) {
        families = IntStream.range(0, births.size())
                .mapToObj(id -> new Family(id, births.get(id)))
                .toList();
    }

    /** Every household in one session. */
    public long oneSession(YearMonth month) {
        families.forEach(family -> family.setAmount(0));
        KieSession session = rules.newKieSession();
        session.insert(new BenefitMonth(Months.index(month)));
        families.forEach(family -> insert(session, family));
        session.fireAllRules();
        session.dispose();
        return total();
    }

    /** A session for each household. */
    public long sessionEach(YearMonth month) {
        families.forEach(family -> family.setAmount(0));
        for (Family family : families) {
            KieSession session = rules.newKieSession();
            session.insert(new BenefitMonth(Months.index(month)));
            insert(session, family);
            session.fireAllRules();
            session.dispose();
        }
        return total();
    }

    public long amountOf(int household) {
        return families.get(household).getAmount();
    }

    private static void insert(KieSession session, Family family) {
        session.insert(family);
        family.getChildren().forEach(session::insert);
    }

    private long total() {
        return families.stream().mapToLong(Family::getAmount).sum();
    }
}
