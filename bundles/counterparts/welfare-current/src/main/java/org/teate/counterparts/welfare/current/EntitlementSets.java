// SPDX-FileCopyrightText: Teate contributors
// SPDX-License-Identifier: Apache-2.0
package org.teate.counterparts.welfare.current;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import org.teate.counterparts.town.Claim;
import org.teate.counterparts.town.Dice;
import org.teate.counterparts.town.Person;
import org.teate.counterparts.town.Text;

/** Entitlement: M05, M08 and M09. Not thread-safe. */
final class EntitlementSets {

    private static final List<String> EMPLOYERS = List.of(
            "株式会社犀川製作所", "有限会社卯辰商店", "浅野川運輸株式会社", "株式会社兼六システム", "医療法人さくら会", "社会福祉法人みどり会", "加賀友禅工房", "株式会社北陸テスト工業");

    private final Rows sets;
    private final LocalDate date;
    private final int reportYear;

    EntitlementSets(Rows sets, LocalDate date) {
        this.sets = sets;
        this.date = date;
        this.reportYear = date.getMonthValue() >= 7 ? date.getYear() : date.getYear() - 1;
    }

    /** The month from which a missing report stops payment: August of the report's year. */
    YearMonth withheldFrom() {
        return YearMonth.of(reportYear, 8);
    }

    void add(Ledger ledger, Dice dice) {
        addLedger(ledger, dice);
        addIncome(ledger, dice);
        addReport(ledger, dice);
    }

    private void addLedger(Ledger ledger, Dice dice) {
        Claim claim = ledger.claim();
        Ledger.Opening opening = ledger.opening();
        Situation situation = ledger.situation();
        boolean employed = dice.chance(0.8);
        boolean spouse = !claim.spouse().isNobody();
        boolean withheld = situation == Situation.REPORT_MISSING;
        String decided = Text.day(opening.decidedOn());
        sets.add(
                LedgerLayouts.LEDGER,
                ledger.number(),
                ledger.certificate(),
                claim.recipient().number(),
                "1",
                spouse ? claim.spouse().number() : "",
                spouse ? Integer.toString(1 + dice.weighted(60, 12, 3, 24, 1)) : "",
                claim.hasSpouse(),
                situation == Situation.NO_ACCOUNT ? "2" : "1",
                "0",
                foreigner(claim.recipient()),
                employed ? "2" : "1",
                employed ? (dice.chance(0.7) ? "10" : "11") : "30",
                employed ? "1" : "2",
                employed ? dice.of(EMPLOYERS) : "",
                employed ? "076-000-" + Text.digits(dice.between(0, 9_999), 4) : "",
                employed ? Text.digits(dice.between(0, 99_999_999), 8) + "-" + dice.between(1, 9_999) : "",
                decided,
                Text.day(opening.claimedOn()),
                decided,
                decided,
                ledger.hasEnded() ? Text.day(ledger.endedOn()) : "",
                Text.day(opening.confirmedOn()),
                Text.day(opening.eventDate()),
                ledger.endReason(),
                Text.month(ledger.start()),
                ledger.hasEnded() ? Text.month(ledger.end()) : "",
                ledger.hasEnded() ? "50" : withheld ? "35" : "30",
                mustReport(ledger) && !withheld ? Integer.toString(reportYear) : "",
                situation.hold(),
                holdFrom(situation),
                "0",
                "0",
                Text.flag(situation == Situation.DEDUCTED));
    }

    private static String foreigner(Person recipient) {
        return recipient.foreign().nationality().isEmpty() ? "0" : "1";
    }

    private String holdFrom(Situation situation) {
        if (situation.hold().equals("00")) {
            return "";
        }
        return Text.month(situation == Situation.REPORT_MISSING ? withheldFrom() : YearMonth.from(date));
    }

    /** Who lives apart, is divorcing, is protected or counts a grown child must still report every year. */
    private static boolean mustReport(Ledger ledger) {
        Claim claim = ledger.claim();
        return claim.recipient().support().active()
                || claim.hasSpouse().equals("3")
                || claim.wards().stream().anyMatch(ward -> !ward.together())
                || ledger.situation() == Situation.REPORT_MISSING;
    }

    private void addIncome(Ledger ledger, Dice dice) {
        Claim claim = ledger.claim();
        int spouseIncome = claim.spouse().isNobody() ? 0 : dice.between(0, 300) * 10_000;
        addIncome(ledger, claim.recipient(), "1", spouseIncome + dice.between(50, 500) * 10_000, dice);
        if (!claim.spouse().isNobody()) {
            addIncome(ledger, claim.spouse(), "2", spouseIncome, dice);
        }
    }

    private void addIncome(Ledger ledger, Person person, String role, int income, Dice dice) {
        int deductions = Math.min(income, 80_000);
        sets.add(
                LedgerLayouts.INCOME,
                ledger.number(),
                person.number(),
                role,
                Integer.toString(reportYear),
                "1",
                Integer.toString(income),
                Integer.toString(deductions),
                Integer.toString(income - deductions),
                "0",
                Text.day(LocalDate.of(reportYear, 6, dice.between(10, 20))),
                dice.chance(0.95) ? "1" : "2");
    }

    private void addReport(Ledger ledger, Dice dice) {
        if (ledger.hasEnded() || !ledger.start().isBefore(YearMonth.of(reportYear, 6))) {
            return;
        }
        boolean must = mustReport(ledger);
        boolean missing = ledger.situation() == Situation.REPORT_MISSING;
        sets.add(
                LedgerLayouts.STATUS_REPORT,
                ledger.number(),
                Integer.toString(reportYear),
                missing ? "6" : must ? "5" : "0",
                must ? reportYear + "0630" : "",
                must && !missing ? reportYear + "06" + Text.digits(dice.between(1, 30), 2) : "");
    }
}
