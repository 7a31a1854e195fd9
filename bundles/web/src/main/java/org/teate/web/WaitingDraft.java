// SPDX-FileCopyrightText: Teate contributors
// SPDX-License-Identifier: Apache-2.0
package org.teate.web;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.teate.access.Actor;
import org.teate.access.Approval;
import org.teate.access.Permission;

/**
 * A draft that waits for approval, as the one who looks at it sees it.
 *
 * @param approval the draft
 * @param address the page on which it is decided
 * @param obstacle why the one who looks cannot decide it, empty if they can
 */
public record WaitingDraft(Approval approval, String address, String obstacle) {

    private static final Set<Permission> DRAFTING = EnumSet.of(
            Permission.CASE_DRAFT,
            Permission.CASE_APPROVE,
            Permission.PAYMENT_DRAFT,
            Permission.PAYMENT_APPROVE,
            Permission.EXCHANGE_IMPORT,
            Permission.EXCHANGE_APPROVE,
            Permission.MIGRATE);

    /** Those that the actor may draft or approve. */
    static List<WaitingDraft> of(List<Approval> waiting, Actor actor) {
        return waiting.stream()
                .filter(each -> actor.may(each.draft().toDraft())
                        || actor.may(each.draft().toApprove()))
                .map(each -> new WaitingDraft(each, address(each), obstacle(each, actor)))
                .toList();
    }

    /** Whether drafts are any business of the actor's. */
    static boolean concerns(Actor actor) {
        return DRAFTING.stream().anyMatch(actor::may);
    }

    /** Why the actor cannot decide a draft, empty if they can. */
    static String obstacle(Approval approval, Actor actor) {
        if (!actor.may(approval.draft().toApprove())) {
            return "決裁の権限を持つ職員が決裁します。";
        }
        return approval.draftedBy().equals(actor.login()) ? "自分が起案したものは決裁できません。別の職員が決裁します。" : "";
    }

    /** As {@link #obstacle(Approval, Actor)}, for a draft that may be gone. */
    static String obstacle(Optional<Approval> approval, Actor actor) {
        return approval.map(each -> obstacle(each, actor)).orElse("");
    }

    private static String address(Approval approval) {
        String kind = approval.draft().kind();
        String object = approval.draft().object();
        if (kind.startsWith("payment.")) {
            return "/payments/" + object;
        }
        if (kind.startsWith("outbox.")) {
            return MessagesPage.address(object);
        }
        return kind.startsWith("migration.") ? MigrationsPage.address(object) : "/approvals/" + approval.number();
    }
}
