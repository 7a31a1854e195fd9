// SPDX-FileCopyrightText: Teate contributors
// SPDX-License-Identifier: Apache-2.0
/** Who may do what, and the record that they did: people, roles, approvals, work and the audit trail. */
@Export
@Version("1.0.0")
package org.teate.access;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
E
w $A/Role.java <<'"'"'E'"'"'
package org.teate.access;

import static org.teate.access.Permission.*;

import java.util.EnumSet;
import java.util.Set;

/** What a person is in the office, and what that allows. */
public enum Role {
    /** Keeps cases and drafts decisions and payments (担当者). */
    CLERK("担当者", PERSON_VIEW, CASE_VIEW, CASE_DRAFT, PAYMENT_VIEW, PAYMENT_DRAFT, WORK_VIEW, WORK_DO, EXCHANGE_VIEW),
    /** Approves what another person has drafted (決裁者). */
    APPROVER(
            "決裁者",
            PERSON_VIEW,
            PROTECTED_VIEW,
            CASE_VIEW,
            CASE_APPROVE,
            PAYMENT_VIEW,
            PAYMENT_APPROVE,
            WORK_VIEW,
            EXCHANGE_VIEW),
    /** Runs the server, exchanges and accounts (システム管理者). */
    OPERATOR("システム管理者", STATUS_VIEW, EXCHANGE_VIEW, EXCHANGE_IMPORT, WORK_VIEW, STAFF_ADMIN),
    /** Reads the audit trail (監査担当者). */
    AUDITOR("監査担当者", AUDIT_VIEW, STATUS_VIEW, PAYMENT_VIEW, EXCHANGE_VIEW);

    private final String label;
    private final Set<Permission> permissions;

    Role(String label, Permission... permissions) {
        this.label = label;
        this.permissions = Set.copyOf(EnumSet.of(permissions[0], permissions));
    }

    /** The role'"'"'s name on a page. */
    public String label() {
        return label;
    }

    public Set<Permission> permissions() {
        return permissions;
    }
}
E
w $A/Permission.java <<'"'"'E'"'"'
package org.teate.access;

/** One thing that a person may be allowed to do. */
public enum Permission {
    /** Search for people and open a person. */
    PERSON_VIEW("住民等の照会"),
    /** See the address of a person under protection (支援措置対象者). */
    PROTECTED_VIEW("支援措置対象者の照会"),
    /** See an Individual Number; given to a person, never by a role. */
    NUMBER_VIEW("個人番号の照会"),
    CASE_VIEW("受給者台帳の照会"),
    CASE_DRAFT("処分の起案"),
    CASE_APPROVE("処分の決裁"),
    PAYMENT_VIEW("支払の照会"),
    PAYMENT_DRAFT("支払の起案"),
    PAYMENT_APPROVE("支払の決裁"),
    WORK_VIEW("処理待ちの照会"),
    WORK_DO("処理待ちの処理"),
    EXCHANGE_VIEW("連携状況の照会"),
    EXCHANGE_IMPORT("連携ファイルの取込"),
    STATUS_VIEW("稼働状況の照会"),
    STAFF_ADMIN("利用者の管理"),
    AUDIT_VIEW("証跡の照会");

    private final String label;

    Permission(String label) {
        this.label = label;
    }

    /** What the permission is for, on a page. */
    public String label() {
        return label;
    }
}
E
w $A/SystemAccount.java <<'"'"'E'"'"'
package org.teate.access;

import static org.teate.access.Permission.*;

import java.util.EnumSet;
import java.util.Set;

/** An account under which the server itself works when no person is at the screen. */
public enum SystemAccount {
    /** Takes in files of other systems. */
    IMPORTER(EXCHANGE_IMPORT),
    /** Tells other systems what was decided. */
    COURIER(EXCHANGE_VIEW);

    private final Set<Permission> permissions;

    SystemAccount(Permission... permissions) {
        this.permissions = Set.copyOf(EnumSet.of(permissions[0], permissions));
    }

    /** The name on the audit trail; a person'"'"'s login can never look like this. */
    public String login() {
        return "system:" + name().toLowerCase(java.util.Locale.ROOT);
    }

    public Set<Permission> permissions() {
        return permissions;
    }
}
E
w $A/Actor.java <<'"'"'E'"'"'
package org.teate.access;

import java.util.Set;

/**
 * Who acts: a signed-in person or a {@link SystemAccount}.
 *
 * @param login the name under which the person signs in
 * @param name the person'"'"'s name on pages
 * @param permissions everything this actor may do
 * @param terminal where from: the address of the terminal, {@code shell}, or {@code server}
 */
public record Actor(String login, String name, Set<Permission> permissions, String terminal) {

    public Actor {
        permissions = Set.copyOf(permissions);
    }

    public boolean may(Permission permission) {
        return permissions.contains(permission);
    }
}
E
w $A/Forbidden.java <<'"'"'E'"'"'
package org.teate.access;

/** Nobody is signed in, or the one who is may not do this. The attempt is on the audit trail. */
public class Forbidden extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** @param message a Japanese sentence for the person who tried */
    public Forbidden(String message) {
        super(message);
    }
}
E
w $A/Guard.java <<'"'"'E'"'"'
package org.teate.access;

import java.util.function.Supplier;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Asks whether the one who acts on this thread may do a thing.
 *
 * <p>Web and shell bind the signed-in person to the thread before a service is called; services ask here, so that no
 * way in can forget to. Thread-safe.
 */
@ProviderType
public interface Guard {

    /**
     * Who acts on this thread.
     *
     * @throws Forbidden if nobody is signed in
     */
    Actor actor();

    /**
     * Returns who acts if they may.
     *
     * @throws Forbidden if they may not; the attempt is audited in a transaction of its own
     */
    Actor require(Permission permission);

    /** Whether the one who acts may; false if nobody is signed in. Nothing is audited. */
    boolean permits(Permission permission);

    /** Does {@code work} as a system account; afterwards this thread acts as before. */
    <T> T actingAs(SystemAccount account, Supplier<T> work);

    /** {@code work}, to be run on another thread, as the one who acts on this thread now. */
    Runnable carrying(Runnable work);
}
E
w $A/AuditTrail.java <<'"'"'E'"'"'
package org.teate.access;

import java.util.List;
import org.osgi.annotation.versioning.ProviderType;

/**
 * The record of who saw and changed what, when, of whom and why (証跡).
 *
 * <p>Entries are only ever added. Who and when are filled in here. Thread-safe.
 */
@ProviderType
public interface AuditTrail {

    /** Records a view in a transaction of its own, so that it stays even if the caller'"'"'s work fails. */
    void viewed(Deed deed);

    /** Records a change in the caller'"'"'s transaction, so that it stands and falls with the change. */
    void changed(Deed deed);

    /** Records many changes at once in the caller'"'"'s transaction. */
    void changed(List<Deed> deeds);

    /**
     * The latest entries that match, newest first; looking is itself recorded.
     *
     * @throws Forbidden without {@link Permission#AUDIT_VIEW}
     */
    List<AuditEntry> search(AuditQuery query);
}
E
w $A/Deed.java <<'"'"'E'"'"'
package org.teate.access;

import java.util.Optional;
import org.teate.kernel.AddresseeNumber;

/**
 * What was done.
 *
 * @param action what kind of thing, such as {@code person.view} or {@code payment.approve}; at most 50 characters
 * @param object to what, such as a ledger number or a run'"'"'s number; at most 100 characters
 * @param subject whose data it is, if one person'"'"'s
 * @param reason why, in the words of the one who did it or of the process; at most 300 characters, may be empty
 */
public record Deed(String action, String object, Optional<AddresseeNumber> subject, String reason) {

    public static Deed of(String action, String object, String reason) {
        return new Deed(action, object, Optional.empty(), reason);
    }

    public static Deed about(AddresseeNumber subject, String action, String object, String reason) {
        return new Deed(action, object, Optional.of(subject), reason);
    }
}
E
w $A/AuditEntry.java <<'"'"'E'"'"'
package org.teate.access;

import java.time.Instant;

/**
 * One line of the audit trail.
 *
 * @param number the entry'"'"'s place in the trail
 * @param at when
 * @param login who
 * @param terminal where from
 * @param deed what, of whom and why
 * @param refused whether the attempt was refused
 */
public record AuditEntry(long number, Instant at, String login, String terminal, Deed deed, boolean refused) {}
E
w $A/AuditQuery.java <<'"'"'E'"'"'
package org.teate.access;

import java.time.LocalDate;
import java.util.Optional;
import org.teate.kernel.AddresseeNumber;

/**
 * Which entries of the audit trail are wanted.
 *
 * @param login only of this person
 * @param subject only about this person'"'"'s data
 * @param from not before this day
 * @param to not after this day
 * @param limit at most so many, 1 to 1,000
 */
public record AuditQuery(
        Optional<String> login,
        Optional<AddresseeNumber> subject,
        Optional<LocalDate> from,
        Optional<LocalDate> to,
        int limit) {}
E
w $A/Approvals.java <<'"'"'E'"'"'
package org.teate.access;

import java.util.List;
import java.util.Optional;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Drafts and their approval by a second person (起案・決裁).
 *
 * <p>Everything joins the caller'"'"'s transaction: the owner of the thing calls {@link #approve} and carries out what was
 * approved in one transaction. Thread-safe.
 */
@ProviderType
public interface Approvals {

    /**
     * Enters a draft by the one who acts.
     *
     * @return its number
     * @throws Forbidden if the one who acts lacks {@link Draft#toDraft()}
     */
    long draft(Draft draft);

    /**
     * Approves as the one who acts.
     *
     * @throws Forbidden if the one who acts lacks {@link Draft#toApprove()}
     * @throws IllegalArgumentException if there is no such draft
     */
    Verdict approve(long number);

    /**
     * Sends the draft back as the one who acts (差戻し).
     *
     * @throws Forbidden if the one who acts lacks {@link Draft#toApprove()}
     * @throws IllegalArgumentException if there is no such draft
     */
    Verdict sendBack(long number, String reason);

    Optional<Approval> find(long number);

    /** The drafts that wait for approval, oldest first. */
    List<Approval> waiting();
}
E
w $A/Draft.java <<'"'"'E'"'"'
package org.teate.access;

/**
 * What somebody proposes.
 *
 * @param kind what kind of thing, such as {@code payment.run}; at most 50 characters
 * @param object the thing'"'"'s key; at most 100 characters
 * @param title a Japanese line for the list of drafts, without a name or an address; at most 200 characters
 * @param toDraft what its drafter must be allowed
 * @param toApprove what its approver must be allowed
 */
public record Draft(String kind, String object, String title, Permission toDraft, Permission toApprove) {}
E
w $A/Approval.java <<'"'"'E'"'"'
package org.teate.access;

import java.time.Instant;
import java.util.Optional;

/**
 * A draft and what became of it.
 *
 * @param number the draft'"'"'s number
 * @param draft what was proposed
 * @param draftedBy the drafter'"'"'s login
 * @param draftedAt when
 * @param state where it stands
 * @param decidedBy the login of the one who approved it or sent it back
 * @param decidedAt when
 * @param reason why it was sent back, else empty
 */
public record Approval(
        long number,
        Draft draft,
        String draftedBy,
        Instant draftedAt,
        State state,
        Optional<String> decidedBy,
        Optional<Instant> decidedAt,
        String reason) {

    /** Where a draft stands. */
    public enum State {
        WAITING,
        APPROVED,
        SENT_BACK
    }
}
E
w $A/Verdict.java <<'"'"'E'"'"'
package org.teate.access;

/** What came of an attempt to decide on a draft. */
public sealed interface Verdict {

    /** The draft is now approved or sent back. */
    record Decided(Approval approval) implements Verdict {}

    /** The drafter may not decide on the own draft (起案者は決裁できない). */
    record OwnDraft() implements Verdict {}

    /** Somebody has decided before. */
    record AlreadyDecided(Approval approval) implements Verdict {}
}
E
w $A/Worklist.java <<'"'"'E'"'"'
package org.teate.access;

import java.util.List;
import java.util.Optional;
import org.osgi.annotation.versioning.ProviderType;

/**
 * What waits for a person (処理待ち): records that could not be taken in, events that need a decision.
 *
 * <p>Thread-safe.
 */
@ProviderType
public interface Worklist {

    /** Adds items in the caller'"'"'s transaction; an item whose key is there already is left as it is. */
    void add(List<WorkItem> items);

    /**
     * Open items, oldest first.
     *
     * @param kind only of this kind
     * @param after only items with a greater number, for paging; 0 from the start
     * @param limit at most so many
     * @throws Forbidden without {@link Permission#WORK_VIEW}
     */
    List<OpenItem> open(Optional<String> kind, long after, int limit);

    /**
     * How many open items there are of each kind, by kind.
     *
     * @throws Forbidden without {@link Permission#WORK_VIEW}
     */
    java.util.Map<String, Long> counts();

    /**
     * Closes an item.
     *
     * @param note what was done, not blank
     * @return whether it was open until now
     * @throws Forbidden without {@link Permission#WORK_DO}
     */
    boolean close(long number, String note);
}
E
w $A/WorkItem.java <<'"'"'E'"'"'
package org.teate.access;

import java.util.Optional;
import org.teate.kernel.AddresseeNumber;

/**
 * One thing that waits for a person.
 *
 * @param key what makes it itself, such as file name and line; at most 150 characters
 * @param kind what kind of thing, such as {@code import.M10}; at most 50 characters
 * @param subject whose affair it is, if known
 * @param text a Japanese sentence that names record, item and reason; at most 500 characters
 */
public record WorkItem(String key, String kind, Optional<AddresseeNumber> subject, String text) {}
E
w $A/OpenItem.java <<'"'"'E'"'"'
package org.teate.access;

import java.time.Instant;

/**
 * An item of the worklist that waits.
 *
 * @param number its number
 * @param item what waits
 * @param addedAt since when
 */
public record OpenItem(long number, WorkItem item, Instant addedAt) {}
E
w $A/SignIn.java <<'"'"'E'"'"'
package org.teate.access;

import org.osgi.annotation.versioning.ProviderType;

/**
 * The door of the web: who signs in and out on the current request.
 *
 * <p>Works only on a request thread below the access filter, which covers every page. Thread-safe.
 */
@ProviderType
public interface SignIn {

    /**
     * Signs a person in and gives the request a new session.
     *
     * @param password cleared before this returns
     */
    Outcome signIn(String login, char[] password);

    /** Ends the session of the current request, if there is one. */
    void signOut();

    /** What came of an attempt to sign in. One answer for unknown, wrong and expired, so that nothing can be guessed. */
    enum Outcome {
        SIGNED_IN,
        /** Signed in, but nothing is allowed until {@link #changePassword} has been called. */
        PASSWORD_MUST_CHANGE,
        REFUSED,
        /** Too many attempts; try again later. */
        LOCKED
    }

    /**
     * Changes the password of the one who acts.
     *
     * @param old cleared before this returns
     * @param fresh cleared before this returns
     * @return empty if changed, else a Japanese sentence that says why not
     */
    java.util.Optional<String> changePassword(char[] old, char[] fresh);
}
E
w $A/StaffRegister.java <<'"'"'E'"'"'
package org.teate.access;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.osgi.annotation.versioning.ProviderType;

/** The people who may sign in (利用者). One login belongs to one person. Thread-safe. */
@ProviderType
public interface StaffRegister {

    /**
     * Enters a person and returns the one-time password with which they first sign in.
     *
     * @throws Forbidden without {@link Permission#STAFF_ADMIN}
     * @throws IllegalArgumentException if the login is taken or has other characters than a-z, 0-9, '"'"'.'"'"', '"'"'-'"'"' and '"'"'_'"'"'
     */
    String add(Staff staff);

    /**
     * Gives a person a new one-time password and unlocks the account.
     *
     * @throws Forbidden without {@link Permission#STAFF_ADMIN}
     * @throws IllegalArgumentException if there is no such person
     */
    String reset(String login);

    /**
     * Ends a person'"'"'s right to sign in; the record stays.
     *
     * @throws Forbidden without {@link Permission#STAFF_ADMIN}
     */
    void expire(String login);

    /** @throws Forbidden without {@link Permission#STAFF_ADMIN} */
    List<Staff> all();

    /**
     * One person who may sign in.
     *
     * @param login what they type to sign in
     * @param name their name on pages
     * @param roles what they are
     * @param maySeeNumbers whether they may see Individual Numbers, decided person by person
     * @param lastDay the last day on which they may sign in, if there is one
     */
    record Staff(String login, String name, Set<Role> roles, boolean maySeeNumbers, Optional<LocalDate> lastDay) {

        public Staff {
            roles = Set.copyOf(roles);
        }
    }
}
E
X=bundles/exchange/src/main/java/org/teate/exchange
w $X/package-info.java <<'"'"'E'"'"'
/** How Teate talks to other systems: what comes in once, what goes out at least once, and through which line. */
@Export
@Version("1.0.0")
package org.teate.exchange;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
E
w $X/Outbox.java <<'"'"'E'"'"'
package org.teate.exchange;

import java.util.List;
import org.osgi.annotation.versioning.ProviderType;
import org.teate.ports.Message;

/**
 * What Teate has decided to tell another system, kept until it has been told.
 *
 * <p>A message is written in the caller'"'"'s transaction: if the decision is rolled back, so is the message, and once it
 * is committed the message survives a restart and a connector swap. It is told at least once, in the order of each
 * {@link Message#subject() subject}. Putting a key again changes nothing. Thread-safe.
 */
@ProviderType
public interface Outbox {

    /** @throws IllegalStateException if the caller has no transaction */
    void put(Message message);

    /**
     * Puts many at once.
     *
     * @throws IllegalStateException if the caller has no transaction
     */
    void put(List<Message> messages);

    /**
     * How many messages wait, by system.
     *
     * @throws org.teate.access.Forbidden without {@code EXCHANGE_VIEW}
     */
    java.util.Map<String, Long> waiting();
}
E
w $X/FeedHandler.java <<'"'"'E'"'"'
package org.teate.exchange;

import java.util.List;
import org.osgi.annotation.versioning.ConsumerType;
import org.teate.ports.FeedRecord;

/**
 * The owner of what one kind of file says; registered as a service by the domain bundle that owns it.
 *
 * <p>Called on one thread at a time, inside the transaction that also writes the file'"'"'s progress: what it writes and
 * how far the file has been taken in commit together, so a record is applied once even if the server is killed.
 */
@ConsumerType
public interface FeedHandler {

    /** The interface whose records it takes, such as {@code IF-11} or {@code M05}. */
    String interfaceId();

    /** Files of a lower stage are taken in first when several wait: 10 masters, 20 persons, 30 cases, 40 payments. */
    int stage();

    /**
     * Takes a chunk of records, in file order.
     *
     * <p>A bad record is answered with {@link Taken.Refused}, never with an exception; an exception rolls the chunk back
     * and stops the file.
     *
     * @return one answer for each record, in the same order
     */
    List<Taken> take(List<FeedRecord> records);
}
E
w $X/Taken.java <<'"'"'E'"'"'
package org.teate.exchange;

/** What became of one record of a file. */
public sealed interface Taken {

    Taken APPLIED = new Applied();
    Taken UNCHANGED = new Unchanged();
    Taken STALE = new Stale();

    /** It changed what we hold. */
    record Applied() implements Taken {}

    /** We held exactly this already. */
    record Unchanged() implements Taken {}

    /** We hold a later version. */
    record Stale() implements Taken {}

    /**
     * It cannot be taken and waits on the worklist.
     *
     * @param item the item at fault
     * @param code the error'"'"'s code: E2xx form or character, E4xx reference, E5xx rule of the business
     * @param message a Japanese sentence that says what is wrong; names no one
     */
    record Refused(String item, String code, String message) implements Taken {}
}
E
w $X/Imports.java <<'"'"'E'"'"'
package org.teate.exchange;

import java.util.List;
import java.util.Optional;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Takes in what the feeds offer (連携ファイルの取込).
 *
 * <p>Each file is checked as a whole first (manifest, sequence, hash, counts, control totals, structure), then taken in
 * chunk by chunk. The same file again changes nothing; a file whose import was cut off goes on where it stopped.
 * Thread-safe; one import runs at a time.
 */
@ProviderType
public interface Imports {

    /**
     * Takes in everything that lies ready, or only one interface'"'"'s files, in the order of stage and sequence.
     *
     * @return what became of each file, in the order in which they were looked at
     * @throws org.teate.access.Forbidden without {@code EXCHANGE_IMPORT}
     */
    List<ImportedFile> run(Optional<String> interfaceId);

    /**
     * The files known, newest first, with those that are being taken in now and those that still wait.
     *
     * @throws org.teate.access.Forbidden without {@code EXCHANGE_VIEW}
     */
    List<ImportedFile> list(int limit);

    /**
     * The errors of one file in the order of its lines.
     *
     * @throws org.teate.access.Forbidden without {@code EXCHANGE_VIEW}
     */
    List<ImportError> errors(String fileName, int limit);
}
E
w $X/ImportedFile.java <<'"'"'E'"'"'
package org.teate.exchange;

import java.time.Instant;
import java.util.Optional;

/**
 * A file of another system and what became of it.
 *
 * @param interfaceId its interface
 * @param name its name without ending
 * @param sequence its sequence number, 0 if the manifest could not be read
 * @param state where it stands
 * @param records how many records its manifest announces
 * @param counts what became of its records so far
 * @param reason a Japanese sentence if it was held back or rejected, else empty
 * @param finishedAt when it was finished
 */
public record ImportedFile(
        String interfaceId,
        String name,
        long sequence,
        State state,
        long records,
        Counts counts,
        String reason,
        Optional<Instant> finishedAt) {

    /** Where a file stands. */
    public enum State {
        /** There is no manifest yet (マニフェスト待ち). */
        NO_MANIFEST("マニフェスト待ち"),
        /** It waits to be taken in (取込待ち). */
        WAITING("取込待ち"),
        /** An earlier sequence number is missing; it is held, never skipped (欠番待ち). */
        GAP("欠番待ち"),
        /** It is being taken in (取込中). */
        RUNNING("取込中"),
        /** Every record was taken (完了). */
        ACCEPTED("完了"),
        /** Some records wait on the worklist, the others were taken (一部エラー). */
        PARTIAL("一部エラー"),
        /** Nothing was taken (受付不可). */
        REJECTED("受付不可");

        private final String label;

        State(String label) {
            this.label = label;
        }

        /** The state'"'"'s name on a page. */
        public String label() {
            return label;
        }
    }

    /** How many records were applied, unchanged, stale and refused. */
    public record Counts(long applied, long unchanged, long stale, long refused) {

        public static final Counts NONE = new Counts(0, 0, 0, 0);
    }
}
E
w $X/ImportError.java <<'"'"'E'"'"'
package org.teate.exchange;

/**
 * Why a record or a file was refused.
 *
 * @param line the line, 0 if the whole file is meant
 * @param item the item at fault, empty if the whole record or file is meant
 * @param code E1xx structure or manifest, E2xx form or character, E3xx totals, E4xx reference, E5xx business rule
 * @param message a Japanese sentence
 */
public record ImportError(long line, String item, String code, String message) {}
E
