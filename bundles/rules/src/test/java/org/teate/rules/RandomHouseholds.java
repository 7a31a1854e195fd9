// SPDX-FileCopyrightText: Teate contributors
// SPDX-License-Identifier: Apache-2.0
package org.teate.rules;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/** Households that could exist, drawn at random around a benefit month so that every boundary is met often. */
final class RandomHouseholds {

    private static final int[] AGES = {0, 3, 12, 15, 18, 22};

    private final SplittableRandom random;

    RandomHouseholds(long seed) {
        this.random = new SplittableRandom(seed);
    }

    Facts around(YearMonth month) {
        List<Child> children = new ArrayList<>();
        int count = random.nextInt(1, 7);
        for (int i = 0; i < count; i++) {
            children.add(child("c" + i, month));
        }
        int year = month.getMonthValue() <= 5 ? month.getYear() - 2 : month.getYear() - 1;
        return new Facts(
                claimant(),
                List.of(Period.from(month.minusMonths(random.nextInt(3)))),
                children,
                List.of(income(year)));
    }

    private Claimant claimant() {
        int draw = random.nextInt(10);
        if (draw == 0) {
            return Claimant.corporateGuardian();
        }
        return draw == 1 ? Claimant.facility() : Claimant.individual(LocalDate.of(1950, 1, 1));
    }

    private Child child(String key, YearMonth month) {
        LocalDate born = random.nextBoolean() ? anyBirth(month) : birthAtABoundary(month);
        List<Spell> spells = new ArrayList<>();
        for (Circumstance circumstance : Circumstance.values()) {
            int odds = circumstance == Circumstance.IN_CARE || circumstance == Circumstance.SUPPORTED ? 85 : 8;
            if (random.nextInt(100) < odds) {
                YearMonth first = month.minusMonths(random.nextInt(60));
                spells.add(Spell.of(circumstance, first, first.plusMonths(random.nextInt(200))));
            }
        }
        return new Child(key, born, spells);
    }

    private LocalDate anyBirth(YearMonth month) {
        return month.atDay(1).minusDays(random.nextInt(-20, 24 * 365));
    }

    /** On the days around 1 April, a first of the month or 29 February, some age ago. */
    private LocalDate birthAtABoundary(YearMonth month) {
        YearMonth then = month.minusYears(AGES[random.nextInt(AGES.length)]);
        LocalDate day =
                switch (random.nextInt(3)) {
                    case 0 -> LocalDate.of(then.getYear() - random.nextInt(2), 4, 1);
                    case 1 -> then.atDay(1);
                    default -> YearMonth.of(then.getYear() / 4 * 4, 2).atEndOfMonth();
                };
        return day.plusDays(random.nextInt(-2, 3));
    }

    /** Often exactly at a limit, one yen below, or above. */
    private Income income(int year) {
        int dependants = random.nextInt(6);
        int aged = random.nextInt(3) == 0 ? 1 : 0;
        long limit = (random.nextBoolean() ? 6_220_000 : 8_580_000) + 380_000L * (dependants + aged) + 60_000L * aged;
        long yen = random.nextInt(3) == 0 ? limit + random.nextInt(-1, 2) : random.nextLong(12_000_000);
        return new Income(year, yen, dependants, aged);
    }
}
