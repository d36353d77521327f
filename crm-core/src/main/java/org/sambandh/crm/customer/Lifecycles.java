package org.sambandh.crm.customer;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.sambandh.crm.common.RuleViolation;
import org.sambandh.crm.condition.Conditions;
import org.sambandh.crm.condition.Tests;
import org.sambandh.crm.store.Unit;
import org.sambandh.crm.store.Units;

/** The lifecycle stages of a tenant's customers. Until a tenant decides, they are {@link Lifecycle#STANDARD}. */
public final class Lifecycles {

    private final Units units;

    /**
     * Makes the service.
     *
     * @param units gives it units of work
     */
    public Lifecycles(Units units) {
        this.units = units;
    }

    /** {@return the tenant's stages} */
    public Lifecycle get() {
        return units.run(Lifecycles::of);
    }

    static Lifecycle of(Unit unit) {
        return stored(unit).map(CustomerLifecycle::lifecycle).orElse(Lifecycle.STANDARD);
    }

    private static Optional<CustomerLifecycle> stored(Unit unit) {
        return unit.get(CustomerLifecycleRepository.class).findById(CustomerLifecycle.ONLY);
    }

    /**
     * Decides on the tenant's stages. Parties stay in the stages they are in; histories keep stages that were given up.
     * The same stages again change nothing.
     *
     * @param lifecycle the stages in their order
     * @return the same
     * @throws RuleViolation {@code stage-in-use} if a party, archived and provisional ones included, is in a stage that
     *     would be given up
     */
    public Lifecycle define(Lifecycle lifecycle) {
        return units.run(unit -> {
            Lifecycle now = of(unit);
            if (now.equals(lifecycle)) {
                return lifecycle;
            }
            for (LifecycleStage stage : now.stages()) {
                long parties = lifecycle.stages().contains(stage) ? 0 : inStage(unit, stage);
                if (parties > 0) {
                    throw new RuleViolation(
                            "stage-in-use",
                            "lifecycle " + CustomerLifecycle.ONLY,
                            "Stage " + stage + " cannot be given up: " + parties
                                    + " parties are in it. Move them by correctLifecycle first.");
                }
            }
            CustomerLifecycle before = stored(unit).orElse(null);
            CustomerLifecycle after = (before == null
                            ? CustomerLifecycle.builder(CustomerLifecycle.ONLY).build()
                            : before)
                    .redefine(lifecycle);
            CustomerLifecycle stored = unit.get(CustomerLifecycleRepository.class)
                    .save(List.of(after))
                    .get(0);
            unit.record(CustomerEvents.LIFECYCLE_DEFINED, CustomerLifecycle.class, before, stored, List.of(), Map.of());
            return stored.lifecycle();
        });
    }

    private static long inStage(Unit unit, LifecycleStage stage) {
        return unit.get(CustomerRepository.class)
                .count(Conditions.where(CustomerFields.LIFECYCLE_STAGE, Tests.is(stage)), unit.moment());
    }
}
