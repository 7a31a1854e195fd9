// SPDX-FileCopyrightText: Teate contributors
// SPDX-License-Identifier: Apache-2.0
package org.teate.web;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Supplier;
import org.teate.access.Actor;
import org.teate.access.Approval;
import org.teate.access.Draft;
import org.teate.access.Forbidden;
import org.teate.access.Guard;
import org.teate.access.Permission;
import org.teate.access.SystemAccount;
import org.teate.addressing.Address;
import org.teate.addressing.BirthDate;
import org.teate.addressing.ChangeReason;
import org.teate.addressing.ContactPoint;
import org.teate.addressing.ForeignStatus;
import org.teate.addressing.HouseholdMember;
import org.teate.addressing.Identity;
import org.teate.addressing.MailingAddress;
import org.teate.addressing.Person;
import org.teate.addressing.PersonName;
import org.teate.addressing.PersonRow;
import org.teate.addressing.Protection;
import org.teate.addressing.Relation;
import org.teate.addressing.ResidentChange;
import org.teate.addressing.ResidentKind;
import org.teate.addressing.ResidentState;
import org.teate.addressing.Sex;
import org.teate.cases.Care;
import org.teate.cases.CaseChild;
import org.teate.cases.CaseFile;
import org.teate.cases.CaseStatus;
import org.teate.cases.ChildRelation;
import org.teate.cases.Claim;
import org.teate.cases.Decision;
import org.teate.cases.DecisionKind;
import org.teate.cases.EmploymentClass;
import org.teate.cases.Entitlement;
import org.teate.cases.ForeignerKind;
import org.teate.cases.Hold;
import org.teate.cases.Insurance;
import org.teate.cases.Insurer;
import org.teate.cases.Livelihood;
import org.teate.cases.Markers;
import org.teate.cases.PaymentMethod;
import org.teate.cases.PensionClass;
import org.teate.cases.Spouse;
import org.teate.cases.SpouseState;
import org.teate.kernel.AddresseeNumber;
import org.teate.kernel.Cp932Form;
import org.teate.kernel.LedgerNumber;
import org.teate.kernel.MonthSpan;
import org.teate.kernel.Yen;
import org.teate.payments.Account;
import org.teate.payments.Payment;
import org.teate.payments.PaymentRun;
import org.teate.payments.PaymentState;
import org.teate.payments.RunState;
import org.teate.payments.TransferFile;
import org.teate.rules.Child;
import org.teate.rules.Circumstance;
import org.teate.rules.Claimant;
import org.teate.rules.ClaimantKind;
import org.teate.rules.Facts;
import org.teate.rules.Period;
import org.teate.rules.Spell;

/** An office with one family, whose every free text tries to be a tag. */
final class Office {

    static final String TAG = "<b>&\"'";
    static final LocalDate TODAY = LocalDate.of(2026, 11, 24);
    static final Instant NOW = Instant.parse("2026-11-24T01:02:03Z");
    static final YearMonth OCTOBER = YearMonth.of(2026, 10);
    static final YearMonth DECEMBER = YearMonth.of(2026, 12);
    static final MonthSpan DUE = MonthSpan.of(OCTOBER, YearMonth.of(2026, 11));
    static final AddresseeNumber MOTHER = AddresseeNumber.of("10");
    static final AddresseeNumber CHILD = AddresseeNumber.of("11");
    static final LedgerNumber LEDGER = LedgerNumber.ofSerial(1);
    static final Address HOME = new Address.Known("9200000", "172014", "金沢市" + TAG, TAG);
    static final BirthDate BORN = BirthDate.of(LocalDate.of(1990, 5, 1));

    private Office() {}

    static Pages pages(Guard guard) {
        return new Pages(guard, Clock.fixed(NOW, ZoneId.of("Asia/Tokyo")), null);
    }

    static Guard guard(Permission... permissions) {
        return guard("hanako", permissions);
    }

    static Guard guard(String login, Permission... permissions) {
        Actor actor = new Actor(login, "担当" + TAG, Set.of(permissions), "127.0.0.1");
        return new Guard() {
            @Override
            public Actor actor() {
                return actor;
            }

            @Override
            public Actor require(Permission permission) {
                if (!actor.may(permission)) {
                    throw new Forbidden("権限がありません。");
                }
                return actor;
            }

            @Override
            public boolean permits(Permission permission) {
                return actor.may(permission);
            }

            @Override
            public <T> T actingAs(SystemAccount account, Supplier<T> work) {
                return work.get();
            }

            @Override
            public Runnable carrying(Runnable work) {
                return work;
            }
        };
    }

    static PersonRow row() {
        return new PersonRow(
                MOTHER,
                TAG,
                TAG,
                TAG,
                BORN,
                Sex.FEMALE,
                ResidentKind.JAPANESE,
                ResidentState.RESIDENT,
                Optional.of(HOME),
                true);
    }

    static Person person() {
        HouseholdMember child =
                new HouseholdMember(CHILD, TAG, TAG, BORN, Sex.MALE, new Relation("11"), ResidentState.RESIDENT, true);
        return new Person(
                MOTHER,
                new PersonName(TAG, TAG, true, TAG, TAG, TAG),
                new Cp932Form(TAG, List.of(new Cp932Form.Substitution(TAG, TAG, TAG)), List.of(TAG)),
                BORN,
                Sex.FEMALE,
                ResidentKind.FOREIGN,
                ResidentState.RESIDENT,
                new Person.Residence(Optional.of(TODAY), Optional.of(TODAY), Optional.of(TODAY)),
                Optional.of(new ForeignStatus(TAG, TAG, TAG, Optional.of(TODAY), TAG)),
                Optional.of(new Protection(true, Optional.of(TODAY), Optional.empty())),
                false,
                Optional.of(HOME),
                Optional.of(HOME),
                Optional.of(HOME),
                Optional.of(new MailingAddress(MailingAddress.Reason.WISH, TAG, HOME, TODAY, Optional.empty())),
                List.of(new ContactPoint(ContactPoint.Kind.MOBILE, TAG, 1, TAG)),
                "1",
                List.of(child),
                List.of(new ResidentChange(ChangeReason.MOVED_IN, TODAY, Optional.of(TODAY))),
                true);
    }

    static Map<AddresseeNumber, Identity> identities() {
        return Map.of(MOTHER, identity(MOTHER), CHILD, identity(CHILD));
    }

    static Entitlement entitlement() {
        return new Entitlement(
                LEDGER,
                TAG,
                MOTHER,
                ClaimantKind.INDIVIDUAL,
                CaseStatus.RECEIVING,
                PaymentMethod.TRANSFER,
                YearMonth.of(2024, 10),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Hold.NONE,
                Optional.empty());
    }

    static CaseFile file() {
        YearMonth first = YearMonth.of(2024, 10);
        LocalDate born = LocalDate.of(2020, 3, 3);
        Care care = new Care(
                first, Optional.empty(), ChildRelation.OWN, Livelihood.SHARED, true, true, TAG, Optional.empty());
        Decision decision = new Decision(
                LEDGER,
                1,
                DecisionKind.CERTIFIED,
                Optional.empty(),
                TODAY,
                Optional.empty(),
                TODAY,
                first,
                new Decision.Sum(Optional.empty(), OptionalInt.empty()),
                new Decision.Sum(Optional.empty(), OptionalInt.empty()),
                Optional.empty(),
                Optional.empty(),
                TAG,
                Optional.of(TAG),
                Optional.empty());
        return new CaseFile(
                entitlement(),
                new Claim(TODAY, TODAY, TODAY, TODAY, TODAY, TODAY),
                Optional.of(new Spouse(SpouseState.TOGETHER, Optional.of(MOTHER), Optional.empty())),
                Optional.of(new Insurance(
                        EmploymentClass.values()[0], PensionClass.values()[0], Insurer.values()[0], TAG, TAG, TAG)),
                new Markers(ForeignerKind.values()[0], OptionalInt.empty(), false, false, false),
                List.of(new CaseChild(CHILD, born, List.of(care))),
                List.of(),
                List.of(),
                List.of(decision),
                Facts.of(
                        Claimant.individual(),
                        Period.from(first),
                        List.of(Child.of(CHILD.value(), born, Spell.from(Circumstance.IN_CARE, first)))));
    }

    static PaymentRun run(RunState state) {
        return new PaymentRun(
                3,
                DECEMBER,
                DUE,
                LocalDate.of(2026, 12, 15),
                state,
                new PaymentRun.Progress(10, 100, 5),
                new PaymentRun.Sums(7, 9, 18, Yen.of(100), Yen.of(180_000)),
                2,
                TAG,
                Set.of("jiro"),
                NOW,
                Optional.of(NOW),
                state == RunState.INTERRUPTED ? Optional.of(TAG) : Optional.empty(),
                Optional.of(5L),
                Optional.of(new TransferFile("key", TAG, 1, TODAY, "0f", 7, Yen.of(180_000), 120, TAG, NOW)),
                state == RunState.CANCELLED
                        ? Optional.of(new PaymentRun.Cancellation(TAG, NOW, TAG))
                        : Optional.empty());
    }

    static Payment payment() {
        return new Payment(
                12,
                Optional.of(3L),
                LEDGER,
                DECEMBER,
                1,
                DUE,
                Yen.of(20_000),
                Yen.of(-500),
                Yen.of(100),
                Yen.of(19_400),
                TODAY,
                Optional.empty(),
                PaymentState.CALCULATED,
                Optional.of(account()));
    }

    static Account account() {
        return new Account(
                1,
                "0001",
                TAG,
                "001",
                TAG,
                Account.Type.ORDINARY,
                "123",
                TAG,
                TAG,
                TODAY,
                Optional.of(TODAY),
                Account.Source.STATED,
                Account.State.IN_USE);
    }

    static Approval draft(String kind, String draftedBy) {
        return draft(kind, "3", draftedBy);
    }

    static Approval draft(String kind, String object, String draftedBy) {
        return new Approval(
                5,
                new Draft(kind, object, TAG, Permission.PAYMENT_DRAFT, Permission.PAYMENT_APPROVE),
                draftedBy,
                NOW,
                Approval.State.WAITING,
                Optional.empty(),
                Optional.empty(),
                "");
    }

    private static Identity identity(AddresseeNumber number) {
        return new Identity(
                number,
                TAG,
                TAG,
                BORN,
                Sex.FEMALE,
                ResidentKind.JAPANESE,
                ResidentState.RESIDENT,
                Optional.empty(),
                "1",
                true);
    }
}
