// SPDX-FileCopyrightText: Teate contributors
// SPDX-License-Identifier: Apache-2.0
package org.teate.rules.golden;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.teate.kernel.MonthSpan;
import org.teate.rules.Act;
import org.teate.rules.Assessed;
import org.teate.rules.Assessment;
import org.teate.rules.BenefitKind;
import org.teate.rules.Child;
import org.teate.rules.ChildMonth;
import org.teate.rules.Circumstance;
import org.teate.rules.Claimant;
import org.teate.rules.Facts;
import org.teate.rules.Finding;
import org.teate.rules.Impossible;
import org.teate.rules.Income;
import org.teate.rules.Period;
import org.teate.rules.Spell;

/** A row of a table of monthly amounts: one claimant, one benefit month. */
final class GoldenCase {

    /** Longer ago than any limit on study abroad. */
    private static final int LONG_AGO = 60;

    private final CsvTable.Row row;
    private final YearMonth month;

    private GoldenCase(CsvTable.Row row, YearMonth month) {
        this.row = row;
        this.month = month;
    }

    static boolean isIn(CsvTable.Row row) {
        return row.fields().containsKey("benefit_month");
    }

    /** @throws UnreadableRow if a field cannot be read */
    static Verdict judge(CsvTable.Row row) {
        try {
            return new GoldenCase(row, YearMonth.parse(row.get("benefit_month"))).verdict();
        } catch (DateTimeException | NumberFormatException e) {
            throw new UnreadableRow(e.getMessage(), e);
        }
    }

    private Verdict verdict() {
        Facts facts = new Facts(claimant(), List.of(Period.of(MonthSpan.of(month, month))), children(), incomes());
        String expected =
                row.get("benefit_kind") + " " + row.get("expected_per_child") + " " + row.get("expected_total");
        Assessment assessment = Act.enacted().assess(facts, MonthSpan.of(month, month));
        if (assessment instanceof Assessed assessed) {
            List<String> why = facts.children().stream()
                    .flatMap(child -> assessed.reason(child.key(), month).sentences().stream())
                    .toList();
            return new Verdict(row.get("id"), expected, text(assessed), why);
        }
        List<String> refusal = ((Impossible) assessment)
                .findings().stream().map(Finding::message).toList();
        return new Verdict(row.get("id"), expected, String.join(" ", refusal), refusal);
    }

    private String text(Assessed assessed) {
        Map<String, Long> amounts = new LinkedHashMap<>();
        assessed.facts().children().forEach(child -> amounts.put(child.key(), 0L));
        for (ChildMonth childMonth : assessed.childMonths()) {
            amounts.put(childMonth.child(), childMonth.amount().amount());
        }
        List<String> perChild = amounts.entrySet().stream()
                .map(entry -> entry.getKey() + "=" + entry.getValue())
                .toList();
        BenefitKind kind = assessed.kindIn(month);
        return kind.label() + " " + String.join("|", perChild) + " "
                + assessed.totalIn(month).amount();
    }

    private Claimant claimant() {
        return switch (row.get("recipient_type")) {
            case "個人" -> Claimant.individual();
            case "法人後見人" -> Claimant.corporateGuardian();
            case "施設等" -> Claimant.facility();
            default -> throw new UnreadableRow("recipient_type " + row.get("recipient_type"));
        };
    }

    private List<Child> children() {
        return Arrays.stream(row.get("children").split("\\|")).map(this::child).toList();
    }

    private Child child(String text) {
        String[] parts = text.split(":");
        if (parts.length < 2 || parts.length > 3) {
            throw new UnreadableRow("child " + text);
        }
        LocalDate born = LocalDate.parse(parts[1]);
        return new Child(parts[0], born, spells(parts.length == 3 ? parts[2] : "", YearMonth.from(born)));
    }

    private List<Spell> spells(String flag, YearMonth born) {
        List<Spell> spells = new ArrayList<>();
        if (!flag.equals("nocare")) {
            spells.add(Spell.from(Circumstance.IN_CARE, born));
        }
        switch (flag) {
            case "", "uni_no", "nocare" -> {}
            case "uni" -> spells.add(Spell.from(Circumstance.SUPPORTED, born));
            case "uni_abroad" -> {
                spells.add(Spell.from(Circumstance.SUPPORTED, born));
                spells.add(Spell.from(Circumstance.STUDYING_ABROAD, month));
            }
            case "encho" -> {
                spells.add(Spell.from(Circumstance.SUPPORTED, born));
                spells.add(Spell.from(Circumstance.PLACEMENT_EXTENDED, born));
            }
            case "abroad_study" -> spells.add(Spell.from(Circumstance.STUDYING_ABROAD, month));
            case "abroad_over" -> spells.add(Spell.from(Circumstance.STUDYING_ABROAD, month.minusMonths(LONG_AGO)));
            case "abroad" -> spells.add(Spell.from(Circumstance.ABROAD, month));
            case "fac" -> spells.add(Spell.from(Circumstance.PLACED, born));
            case "short_fac" -> spells.add(Spell.from(Circumstance.PLACED_SHORTLY, born));
            default -> throw new UnreadableRow("flag " + flag);
        }
        return spells;
    }

    private List<Income> incomes() {
        if (!row.has("assessed_income_yen")) {
            return List.of();
        }
        return List.of(new Income(
                Integer.parseInt(row.get("income_year")),
                Long.parseLong(row.get("assessed_income_yen")),
                Integer.parseInt(row.get("dependants_general")),
                Integer.parseInt(row.get("dependants_aged70"))));
    }
}
