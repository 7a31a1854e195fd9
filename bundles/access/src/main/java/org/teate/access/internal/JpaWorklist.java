// SPDX-FileCopyrightText: Teate contributors
// SPDX-License-Identifier: Apache-2.0
package org.teate.access.internal;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import javax.persistence.EntityManager;
import javax.persistence.LockModeType;
import javax.persistence.TypedQuery;
import org.apache.aries.jpa.template.JpaTemplate;
import org.apache.aries.jpa.template.TransactionType;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.teate.access.Actor;
import org.teate.access.Deed;
import org.teate.access.Guard;
import org.teate.access.OpenItem;
import org.teate.access.Permission;
import org.teate.access.WorkItem;
import org.teate.access.Worklist;

/** What waits for a person, in the database. */
@Component
public final class JpaWorklist implements Worklist {

    private static final int KEYS_A_QUERY = 500;
    private static final int LONGEST_NOTE = 300;

    private final JpaTemplate jpa;
    private final Clock clock;
    private final Guard guard;
    private final AuditTable audit;

    @Activate
    public JpaWorklist(
            @Reference(target = "(osgi.unit.name=access)") JpaTemplate jpa,
            @Reference Clock clock,
            @Reference Guard guard,
            @Reference AuditTable audit) {
        this.jpa = jpa;
        this.clock = clock;
        this.guard = guard;
        this.audit = audit;
    }

    /** Not on the trail: whoever adds items has entered the import or the decision that they come from. */
    @Override
    public void add(List<WorkItem> items) {
        guard.actor();
        Map<String, WorkItem> byKey = new LinkedHashMap<>();
        items.forEach(item -> byKey.putIfAbsent(item.key(), item));
        List<String> keys = List.copyOf(byKey.keySet());
        jpa.tx(TransactionType.Required, em -> {
            Instant now = clock.instant();
            for (int first = 0; first < keys.size(); first += KEYS_A_QUERY) {
                byKey.keySet().removeAll(present(em, keys.subList(first, Math.min(first + KEYS_A_QUERY, keys.size()))));
            }
            byKey.values().forEach(item -> em.persist(new WorkItemEntity(item, now)));
        });
    }

    @Override
    public List<OpenItem> open(Optional<String> kind, long after, int limit) {
        Actor actor = guard.require(Permission.WORK_VIEW);
        List<OpenItem> items = jpa.txExpr(
                TransactionType.Required, em -> select(em, kind, after).setMaxResults(limit).getResultList().stream()
                        .map(WorkItemEntity::toOpenItem)
                        .toList());
        List<Deed> deeds = new ArrayList<>();
        deeds.add(Deed.of("work.list", kind.orElse(""), ""));
        items.stream()
                .map(OpenItem::item)
                .filter(item -> item.subject().isPresent())
                .forEach(item -> deeds.add(new Deed("work.listed", item.kind(), item.subject(), "")));
        audit.enterApart(actor, deeds);
        return items;
    }

    @Override
    public Map<String, Long> counts() {
        guard.require(Permission.WORK_VIEW);
        Map<String, Long> counts = new TreeMap<>();
        jpa.tx(TransactionType.Required, em -> em.createQuery(
                        "select w.kind, count(w) from WorkItemEntity w where w.closedAt is null group by w.kind",
                        Object[].class)
                .getResultList()
                .forEach(row -> counts.put((String) row[0], (Long) row[1])));
        return counts;
    }

    @Override
    public boolean close(long number, String note) {
        Actor actor = guard.require(Permission.WORK_DO);
        if (note.isBlank() || note.length() > LONGEST_NOTE) {
            throw new IllegalArgumentException("処理内容を" + LONGEST_NOTE + "文字以内で入力してください。");
        }
        return jpa.txExpr(TransactionType.Required, em -> {
            WorkItemEntity item = em.find(WorkItemEntity.class, number, LockModeType.PESSIMISTIC_WRITE);
            if (item == null || !item.isOpen()) {
                return false;
            }
            item.close(actor.login(), note, clock.instant());
            audit.enter(
                    actor,
                    List.of(new Deed(
                            "work.close", "" + number, item.toWorkItem().subject(), note)));
            return true;
        });
    }

    private static List<String> present(EntityManager em, List<String> keys) {
        return em.createQuery("select w.itemKey from WorkItemEntity w where w.itemKey in :keys", String.class)
                .setParameter("keys", new ArrayList<>(keys))
                .getResultList();
    }

    private static TypedQuery<WorkItemEntity> select(EntityManager em, Optional<String> kind, long after) {
        TypedQuery<WorkItemEntity> query = em.createQuery(
                "select w from WorkItemEntity w where w.closedAt is null and w.itemNumber > :after"
                        + (kind.isPresent() ? " and w.kind = :kind" : "") + " order by w.itemNumber",
                WorkItemEntity.class);
        kind.ifPresent(wanted -> query.setParameter("kind", wanted));
        return query.setParameter("after", after);
    }
}
