// SPDX-FileCopyrightText: Teate contributors
// SPDX-License-Identifier: Apache-2.0
package org.teate.rules.golden;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.Month;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.teate.kernel.BusinessDays;
import org.teate.kernel.Holidays;
import org.teate.kernel.MonthSpan;
import org.teate.rules.EndGround;
import org.teate.rules.FeeClass;
import org.teate.rules.FirstMonth;
import org.teate.rules.Ground;
import org.teate.rules.Instalments;
import org.teate.rules.LastMonth;
import org.teate.rules.MonthDecision;
import org.teate.rules.Prescription;

/** A row of a table of months and days: start, end, decrease, pay day, prescription or fee class. */
final class GoldenLifecycle {

    private static final Holidays HOLIDAYS = Holidays.national();
    private static final BusinessDays BANKS = BusinessDays.ofBanks(HOLIDAYS);
    private static final FirstMonth FIRST_MONTH = new FirstMonth(Ground.all(), BusinessDays.ofOffices(HOLIDAYS));

    private static final Map<String, Ground> GROUNDS = Map.of(
            "birth", Ground.BIRTH,
            "move_in", Ground.MOVE_IN,
            "left_public_service", Ground.LEFT_PUBLIC_SERVICE,
            "recipient_died", Ground.RECIPIENT_DIED,
            "left_institution", Ground.LEFT_INSTITUTION,
            "none", Ground.NONE);

    private final CsvTable.Row row;

    private GoldenLifecycle(CsvTable.Row row) {
        this.row = row;
    }

    static boolean isIn(CsvTable.Row row) {
        return row.fields().containsKey("expected_span");
    }

    /** @throws UnreadableRow if a field cannot be read */
    static Verdict judge(CsvTable.Row row) {
        try {
            return new GoldenLifecycle(row).verdict();
        } catch (DateTimeException e) {
            throw new UnreadableRow(e.getMessage(), e);
        }
    }

    private Verdict verdict() {
        return switch (row.get("kind")) {
            case "start_month" -> month(startMonth());
            case "end_month" -> month(LastMonth.paid(endGround(), day("event_date")));
            case "decrease_month" -> month(LastMonth.decrease(endGround(), day("event_date")));
            case "payday" -> payDay(YearMonth.parse(row.get("payment_month")));
            case "prescription" -> verdict(
                    Prescription.ofPayments().lastDay(day("event_date")).toString(), "児童手当法第23条第1項");
            case "fee_class" -> verdict(" " + text(feeClass()), "児童手当法第18条第6項");
            default -> throw new UnreadableRow("kind " + row.get("kind"));
        };
    }

    private MonthDecision startMonth() {
        Ground ground = GROUNDS.get(row.get("ground"));
        if (ground == null) {
            throw new UnreadableRow("ground " + row.get("ground"));
        }
        LocalDate claimed = day("claim_date");
        return FIRST_MONTH.of(ground, ground == Ground.NONE ? claimed : day("event_date"), claimed);
    }

    /** The month does not depend on the ground, so one that has no name here is any other. */
    private EndGround endGround() {
        String name = row.get("ground").toUpperCase(Locale.ROOT);
        return Arrays.stream(EndGround.values())
                .filter(ground -> ground.name().equals(name))
                .findFirst()
                .orElse(EndGround.OTHER);
    }

    private Verdict payDay(YearMonth payment) {
        String months = Instalments.paidIn(payment).map(GoldenLifecycle::text).orElse("");
        return verdict(Instalments.payDay(payment, BANKS) + " " + months, "児童手当法第8条第4項");
    }

    private MonthSpan feeClass() {
        if (row.get("ground").equals("claim")) {
            return FeeClass.fixedByClaim(day("claim_date"));
        }
        LocalDate status = day(row.has("event_date") ? "event_date" : "claim_date");
        if (status.getMonth() != Month.JUNE || status.getDayOfMonth() != 1) {
            throw new UnreadableRow("status is fixed on 1 June, not on " + status);
        }
        return FeeClass.fixedByStatus(status.getYear());
    }

    private Verdict month(MonthDecision decision) {
        return new Verdict(row.get("id"), expected(), decision.month().toString(), decision.sentences());
    }

    private Verdict verdict(String computed, String article) {
        return new Verdict(row.get("id"), expected(), computed, List.of(article));
    }

    private String expected() {
        return row.has("expected_span") ? row.get("expected") + " " + row.get("expected_span") : row.get("expected");
    }

    private LocalDate day(String column) {
        return LocalDate.parse(row.get(column));
    }

    private static String text(MonthSpan months) {
        return months.first() + ".." + months.last();
    }
}
