// SPDX-FileCopyrightText: Teate contributors
// SPDX-License-Identifier: Apache-2.0
package org.teate.web;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.teate.access.Actor;
import org.teate.access.Forbidden;
import org.teate.access.Guard;
import org.teate.access.Permission;

/**
 * The head of a page: who is signed in, and where they may go.
 *
 * @param signedIn whether anybody is
 * @param name the person's name, empty if nobody is signed in
 * @param entries the areas they may enter
 */
public record Menu(boolean signedIn, String name, List<Entry> entries) {

    /** Of the pages that are there without signing in. */
    static final Menu NONE = new Menu(false, "", List.of());

    private static final List<Area> AREAS = List.of(
            new Area("/", "ホーム"),
            new Area("/people", "住民・宛名", Permission.PERSON_VIEW),
            new Area("/cases", "受給者台帳", Permission.CASE_VIEW),
            new Area(
                    "/approvals",
                    "決裁",
                    Permission.CASE_DRAFT,
                    Permission.CASE_APPROVE,
                    Permission.PAYMENT_DRAFT,
                    Permission.PAYMENT_APPROVE,
                    Permission.EXCHANGE_IMPORT,
                    Permission.EXCHANGE_APPROVE,
                    Permission.MIGRATE),
            new Area("/payments", "支払", Permission.PAYMENT_VIEW),
            new Area("/work", "処理待ち", Permission.WORK_VIEW),
            new Area("/exchange", "連携", Permission.EXCHANGE_VIEW),
            new Area("/audit", "証跡", Permission.AUDIT_VIEW),
            new Area("/staff", "利用者", Permission.STAFF_ADMIN));

    /** Pages that are reached from an area and whose address is not below its own. */
    private static final Map<String, String> PARENTS = Map.of("/welfare", "/cases");

    /** One area. */
    public record Entry(String path, String label, boolean current) {}

    private record Area(String path, String label, Permission... anyOf) {

        boolean holds(String page) {
            return page.equals(path) || page.startsWith(path + "/") || path.equals(PARENTS.get(page));
        }

        boolean isOpenTo(Actor actor) {
            return anyOf.length == 0 || Stream.of(anyOf).anyMatch(actor::may);
        }
    }

    static Menu of(Guard guard, String path) {
        try {
            Actor actor = guard.actor();
            List<Entry> entries = AREAS.stream()
                    .filter(area -> area.isOpenTo(actor))
                    .map(area -> new Entry(area.path(), area.label(), area.holds(path)))
                    .toList();
            return new Menu(true, actor.name(), entries);
        } catch (Forbidden nobody) {
            // the sign-in page is for them
            return NONE;
        }
    }
}
