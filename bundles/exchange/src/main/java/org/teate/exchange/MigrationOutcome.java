// SPDX-FileCopyrightText: Teate contributors
// SPDX-License-Identifier: Apache-2.0
package org.teate.exchange;

import java.util.List;

/** What came of an attempt to start a migration or to move one. */
public sealed interface MigrationOutcome {

    /** The migration as it stands now. */
    record Done(Migration migration) implements MigrationOutcome {}

    /** Another one is under way or waits for approval; one goes at a time. */
    record Busy(Migration other) implements MigrationOutcome {}

    /** No connector of that name can receive sets now. */
    record NoReceiver(String connector) implements MigrationOutcome {}

    /** The connector is in use: its system is told what is decided, and is not handed over to. */
    record InUse(String connector) implements MigrationOutcome {}

    /** A bundle whose data must go along has registered no set, so that something would be left behind. */
    record Incomplete(List<String> missing) implements MigrationOutcome {

        public Incomplete {
            missing = List.copyOf(missing);
        }
    }

    /** Something must be put right first; each flaw waits on the worklist. */
    record Blocked(List<MigrationFlaw> flaws) implements MigrationOutcome {

        public Blocked {
            flaws = List.copyOf(flaws);
        }
    }

    /** It cannot be done as the migration stands. */
    record NotNow(Migration migration) implements MigrationOutcome {}

    /** The drafter may not approve the own draft (起案者は決裁できない). */
    record OwnDraft() implements MigrationOutcome {}
}
