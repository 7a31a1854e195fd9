// SPDX-FileCopyrightText: Teate contributors
// SPDX-License-Identifier: Apache-2.0
package org.teate.access.internal;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.Optional;
import javax.persistence.Column;
import javax.persistence.Entity;
import javax.persistence.GeneratedValue;
import javax.persistence.GenerationType;
import javax.persistence.Id;
import javax.persistence.Table;
import javax.persistence.Version;
import org.teate.access.OpenItem;
import org.teate.access.WorkItem;
import org.teate.kernel.AddresseeNumber;
import org.teate.kernel.Utc;

/** One thing that waits, or waited, for a person. */
@Entity
@Table(name = "WORK_ITEM")
class WorkItemEntity {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    @Column(name = "ITEM_NUMBER")
    private long itemNumber;

    @Column(name = "ITEM_KEY")
    private String itemKey;

    @Column(name = "KIND")
    private String kind;

    /** Null if it is nobody's affair in particular. */
    @Column(name = "ADDRESSEE_NUMBER")
    private String addresseeNumber;

    @Column(name = "ITEM_TEXT")
    private String text;

    @Column(name = "ADDED_AT")
    private Timestamp addedAt;

    /** Null while it is open. */
    @Column(name = "CLOSED_AT")
    private Timestamp closedAt;

    /** Null while it is open. */
    @Column(name = "CLOSED_BY")
    private String closedBy;

    @Column(name = "NOTE")
    private String note;

    @Version
    @Column(name = "LOCK_VERSION")
    private int lockVersion;

    /** For JPA. */
    protected WorkItemEntity() {}

    WorkItemEntity(WorkItem item, Instant now) {
        itemKey = item.key();
        kind = item.kind();
        addresseeNumber = item.subject().map(AddresseeNumber::value).orElse(null);
        text = item.text();
        addedAt = Utc.timestamp(now);
        note = "";
    }

    boolean isOpen() {
        return closedAt == null;
    }

    void close(String closer, String what, Instant now) {
        closedAt = Utc.timestamp(now);
        closedBy = closer;
        note = what;
    }

    OpenItem toOpenItem() {
        return new OpenItem(itemNumber, toWorkItem(), Utc.instant(addedAt));
    }

    WorkItem toWorkItem() {
        return new WorkItem(itemKey, kind, Optional.ofNullable(addresseeNumber).map(AddresseeNumber::of), text);
    }
}
