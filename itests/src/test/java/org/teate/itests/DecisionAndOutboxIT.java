// SPDX-FileCopyrightText: Teate contributors
// SPDX-License-Identifier: Apache-2.0
package org.teate.itests;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import javax.inject.Inject;
import javax.security.auth.login.LoginException;
import javax.sql.DataSource;
import javax.transaction.UserTransaction;
import org.junit.Before;
import org.junit.Test;
import org.junit.runner.RunWith;
import org.ops4j.pax.exam.junit.PaxExam;
import org.ops4j.pax.exam.spi.reactors.ExamReactorStrategy;
import org.ops4j.pax.exam.spi.reactors.PerSuite;
import org.ops4j.pax.exam.util.Filter;
import org.osgi.framework.BundleContext;
import org.osgi.framework.InvalidSyntaxException;
import org.osgi.framework.ServiceReference;
import org.teate.access.Approval;
import org.teate.access.AuditEntry;
import org.teate.access.AuditQuery;
import org.teate.access.AuditTrail;
import org.teate.access.Forbidden;
import org.teate.access.Guard;
import org.teate.access.Permission;
import org.teate.access.Role;
import org.teate.access.SignIn;
import org.teate.access.StaffRegister;
import org.teate.access.SystemAccount;
import org.teate.addressing.Address;
import org.teate.addressing.People;
import org.teate.addressing.Person;
import org.teate.cases.ApprovalOutcome;
import org.teate.cases.CaseRegister;
import org.teate.cases.CaseStatus;
import org.teate.cases.Decisions;
import org.teate.cases.DraftOutcome;
import org.teate.cases.EndReason;
import org.teate.cases.Proposal;
import org.teate.exchange.FeedHandler;
import org.teate.exchange.Outbox;
import org.teate.exchange.Taken;
import org.teate.ports.FeedRecord;

/** What is decided, told and recorded stands and falls together; and who may see and decide what. */
@RunWith(PaxExam.class)
@ExamReactorStrategy(PerSuite.class)
public class DecisionAndOutboxIT extends DistributionSupport {

    private static final LocalDate MOVES_OUT = LocalDate.of(2026, 11, 20);
    private static final String WELFARE = "welfare";

    /** Signed in once: the first operator's one-time password works once. */
    private static Optional<Staff> office = Optional.empty();

    @Inject
    private BundleContext context;

    @Inject
    private UserTransaction transaction;

    @Inject
    @Filter("(osgi.jndi.service.name=teate)")
    private DataSource database;

    @Inject
    private Guard guard;

    @Inject
    private StaffRegister register;

    @Inject
    private SignIn signIn;

    @Inject
    private AuditTrail trail;

    @Inject
    private Outbox outbox;

    @Inject
    private CaseRegister cases;

    @Inject
    private Decisions decisions;

    @Inject
    private People people;

    @Before
    public void openOffice() throws IOException, LoginException {
        if (office.isEmpty()) {
            office = Optional.of(Staff.open(
                    register,
                    signIn,
                    List.of(
                            Staff.person("clerk", false, Role.CLERK),
                            Staff.person("approver", false, Role.APPROVER),
                            Staff.person("both", true, Role.CLERK, Role.APPROVER),
                            Staff.person("auditor", false, Role.AUDITOR))));
        }
    }

    @Test
    public void aDecisionItsMessageAndItsRecordCommitTogetherOrNotAtAll() throws Exception {
        SentByHand sent = broughtIn(101);
        long draft = drafted("clerk", sent);
        long waiting = waiting();

        transaction.begin();
        try {
            assertTrue(approve("approver", draft) instanceof ApprovalOutcome.Decided);
            assertEquals("the message is in the transaction", waiting + 1, waiting());
        } finally {
            transaction.rollback();
        }

        assertEquals(CaseStatus.RECEIVING, status(sent));
        assertEquals("nothing is told", waiting, waiting());
        assertFalse("nothing is recorded", deedsAbout(sent).contains("case.end"));
        assertTrue("the draft still waits", isWaiting(draft));

        assertTrue(approve("approver", draft) instanceof ApprovalOutcome.Decided);

        assertEquals(CaseStatus.ENDED, status(sent));
        assertEquals(waiting + 1, waiting());
        assertTrue(deedsAbout(sent).contains("case.end"));
        assertFalse(isWaiting(draft));
    }

    @Test
    public void whoeverDraftedCannotApproveEvenIfTheyMayApproveOthers() throws Exception {
        SentByHand sent = broughtIn(102);
        long draft = drafted("both", sent);

        assertEquals(new ApprovalOutcome.OwnDraft(), approve("both", draft));

        assertEquals(CaseStatus.RECEIVING, status(sent));
        assertTrue(isWaiting(draft));
        assertTrue(approve("approver", draft) instanceof ApprovalOutcome.Decided);
    }

    @Test
    public void anAttemptWithoutPermissionIsRefusedAndStaysOnTheTrail() throws Exception {
        SentByHand sent = broughtIn(103);
        long draft = drafted("clerk", sent);
        long before = refusals("clerk");

        transaction.begin();
        try {
            assertThrows(Forbidden.class, () -> approve("clerk", draft));
        } finally {
            transaction.rollback();
        }

        assertEquals("the attempt outlives the rollback", before + 1, refusals("clerk"));
        assertThrows(Forbidden.class, () -> decisions.approve(draft));
        assertTrue(isWaiting(draft));
    }

    @Test
    public void theAddressOfAProtectedPersonIsShownOnlyToWhoeverMaySeeIt() throws Exception {
        SentByHand sent = broughtIn(104);

        Person withheld = as("clerk", () -> opened(sent));
        assertTrue(withheld.underProtection());
        assertEquals(Optional.of(new Address.Withheld()), withheld.address());
        assertFalse(deedsAbout(sent).contains("person.view.protected"));

        assertThrows(Forbidden.class, () -> as("clerk", () -> people.findProtected(sent.recipient(), "送付先の確認")));
        Person shown = as("approver", () -> people.findProtected(sent.recipient(), "送付先の確認"))
                .orElseThrow();
        assertTrue(shown.address().orElseThrow().line().contains("見本町"));
        assertTrue(deedsAbout(sent).contains("person.view.protected"));
    }

    @Test
    public void anIndividualNumberLiesSealedAndIsOpenedOnlyWithPermissionAndReason() throws Exception {
        SentByHand sent = broughtIn(105);
        take("M02", sent.numbers());

        String stored = storedNumber(sent);
        assertFalse(
                "the digits can be read",
                stored.contains(sent.individualNumber().digits()));
        assertEquals("************", as("both", () -> opened(sent)).maskedNumber());
        assertThrows(Forbidden.class, () -> as("approver", () -> people.individualNumber(sent.recipient(), "照合")));
        assertThrows(
                IllegalArgumentException.class, () -> as("both", () -> people.individualNumber(sent.recipient(), " ")));
        assertFalse(deedsAbout(sent).contains("number.view"));

        assertEquals(
                Optional.of(sent.individualNumber()),
                as("both", () -> people.individualNumber(sent.recipient(), "照合")));
        assertTrue(deedsAbout(sent).contains("number.view"));
    }

    private SentByHand broughtIn(int serial) throws InvalidSyntaxException {
        SentByHand sent = new SentByHand(serial);
        take("M01", sent.addressees());
        take("M05", sent.ledgers());
        take("M07", sent.children());
        return sent;
    }

    private void take(String interfaceId, List<FeedRecord> records) throws InvalidSyntaxException {
        for (ServiceReference<FeedHandler> each : context.getServiceReferences(FeedHandler.class, null)) {
            FeedHandler handler = context.getService(each);
            if (handler.interfaceId().equals(interfaceId)) {
                List<Taken> answers = guard.actingAs(SystemAccount.IMPORTER, () -> handler.take(records));
                assertEquals(interfaceId, Set.of(Taken.APPLIED), Set.copyOf(answers));
                return;
            }
        }
        throw new AssertionError("Nobody takes " + interfaceId);
    }

    private long drafted(String login, SentByHand sent) {
        Proposal proposal = new Proposal.End(sent.ledger(), EndReason.MOVED_OUT, MOVES_OUT, "");
        DraftOutcome outcome = as(login, () -> decisions.draft(proposal));
        return ((DraftOutcome.Drafted) outcome).number();
    }

    private ApprovalOutcome approve(String login, long draft) {
        return as(login, () -> decisions.approve(draft));
    }

    private CaseStatus status(SentByHand sent) {
        return as(
                "clerk",
                () -> cases.find(sent.ledger()).orElseThrow().entitlement().status());
    }

    private long waiting() {
        return as("approver", () -> outbox.waiting().getOrDefault(WELFARE, 0L));
    }

    private boolean isWaiting(long draft) {
        return as("approver", () -> decisions.find(draft))
                        .orElseThrow()
                        .approval()
                        .state()
                == Approval.State.WAITING;
    }

    private Person opened(SentByHand sent) {
        return people.find(sent.recipient(), "窓口での照会").orElseThrow();
    }

    private Set<String> deedsAbout(SentByHand sent) {
        AuditQuery query = new AuditQuery(
                Optional.empty(),
                Optional.of(sent.recipient()),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                1_000);
        return as("auditor", () -> trail.search(query)).stream()
                .map(entry -> entry.deed().action())
                .collect(Collectors.toSet());
    }

    private long refusals(String login) {
        AuditQuery query = new AuditQuery(
                Optional.of(login), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), 1_000);
        return as("auditor", () -> trail.search(query)).stream()
                .filter(AuditEntry::refused)
                .filter(entry -> entry.deed().object().equals(Permission.CASE_APPROVE.name()))
                .count();
    }

    private String storedNumber(SentByHand sent) throws SQLException {
        try (Connection connection = database.getConnection();
                PreparedStatement query = connection.prepareStatement(
                        "SELECT SEALED, BLIND_INDEX FROM INDIVIDUAL_NUMBER WHERE ADDRESSEE_NUMBER = ?")) {
            query.setString(1, sent.recipient().value());
            try (ResultSet row = query.executeQuery()) {
                assertTrue("the number is held", row.next());
                return row.getString(1) + " " + row.getString(2);
            }
        }
    }

    private <T> T as(String login, Supplier<T> work) {
        return office.orElseThrow().as(login, work);
    }
}
