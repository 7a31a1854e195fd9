// SPDX-FileCopyrightText: Teate contributors
// SPDX-License-Identifier: Apache-2.0
package org.teate.exchange.internal;

import java.util.Comparator;
import java.util.List;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;
import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.Designate;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;
import org.teate.exchange.Migration;
import org.teate.exchange.MigrationFlaw;
import org.teate.exchange.MigrationProgress;
import org.teate.exchange.MigrationSet;
import org.teate.ports.OutOfService;

/** What can be handed over now; domain bundles come and go. Thread-safe. */
@Component(service = MigrationSets.class, configurationPid = "org.teate.exchange.migration")
@Designate(ocd = MigrationSets.Config.class)
public final class MigrationSets {

    /** What a migration is made of. */
    @ObjectClassDefinition(name = "Migration (移行)")
    public @interface Config {

        @AttributeDefinition(
                name = "Sets",
                description = "A migration does not start unless each of them has an owner in this server")
        String[] sets() default {
            "M01", "M02", "M03", "M04", "M05", "M06", "M07", "M08", "M09", "M10", "M11", "M12", "M15"
        };
    }

    private static final Comparator<MigrationSet> ORDER = Comparator.comparing(
                    (MigrationSet set) -> set.layout().stage())
            .thenComparing(set -> set.layout().id());

    private final List<String> required;

    @Reference(policy = ReferencePolicy.DYNAMIC, policyOption = ReferencePolicyOption.GREEDY)
    volatile List<MigrationSet> sets = List.of();

    @Activate
    public MigrationSets(Config config) {
        this(List.of(config.sets()));
    }

    MigrationSets(List<String> required) {
        this.required = required;
    }

    /** The required sets that nobody owns. */
    List<String> missing() {
        List<String> owned = ids();
        return required.stream().filter(set -> !owned.contains(set)).toList();
    }

    /** All sets in the order in which they go. */
    List<String> ids() {
        return sets.stream().sorted(ORDER).map(set -> set.layout().id()).toList();
    }

    List<MigrationFlaw> obstacles() {
        return sets.stream().flatMap(set -> set.obstacles().stream()).toList();
    }

    /**
     * The sets with which a migration has begun.
     *
     * @throws OutOfService if an owner has left
     */
    List<MigrationSet> of(Migration migration) {
        return migration.sets().stream()
                .map(MigrationProgress::set)
                .map(id -> sets.stream()
                        .filter(set -> set.layout().id().equals(id))
                        .findFirst()
                        .orElseThrow(() -> new OutOfService("移行データ" + id + "を出すバンドルが動いていません。")))
                .toList();
    }
}
