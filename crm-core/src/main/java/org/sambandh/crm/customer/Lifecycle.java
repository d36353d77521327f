package org.sambandh.crm.customer;

import java.util.HashSet;
import java.util.List;
import org.sambandh.crm.common.Invalid;

/**
 * The stages of a tenant's customers, in their order. {@link LifecycleStage#CUSTOMER} and {@link LifecycleStage#FORMER}
 * keep their meaning wherever a tenant puts them: buying again leads from the one back to the other. A tenant decides
 * on its own by {@link Lifecycles}.
 *
 * @param stages at least one, each once, from the first contact on
 */
public record Lifecycle(List<LifecycleStage> stages) {

    /** Visitor, prospect, qualified, customer, former. */
    public static final Lifecycle STANDARD = new Lifecycle(List.of(
            LifecycleStage.VISITOR,
            LifecycleStage.PROSPECT,
            LifecycleStage.QUALIFIED,
            LifecycleStage.CUSTOMER,
            LifecycleStage.FORMER));

    /**
     * Checks and copies what it is given.
     *
     * @param stages at least one, each once, from the first contact on
     */
    public Lifecycle {
        stages = List.copyOf(stages);
        if (stages.isEmpty()) {
            throw new Invalid("lifecycle.stages", "at least one stage");
        }
        if (new HashSet<>(stages).size() < stages.size()) {
            throw new Invalid("lifecycle.stages", "each stage once");
        }
    }

    /** {@return the stage of whom nobody confirmed: the first} */
    public LifecycleStage first() {
        return stages.get(0);
    }

    /** {@return the stage of a party that a person registered: prospect if the tenant has it, else the first} */
    public LifecycleStage ofRegistered() {
        return stages.contains(LifecycleStage.PROSPECT) ? LifecycleStage.PROSPECT : first();
    }

    /**
     * Returns a stage if the tenant has it.
     *
     * @param stage any stage
     * @return the same
     * @throws Invalid naming the stages there are
     */
    public LifecycleStage require(LifecycleStage stage) {
        if (!stages.contains(stage)) {
            throw new Invalid("lifecycleStage", "no stage " + stage + "; there are " + stages);
        }
        return stage;
    }

    /**
     * Returns whether a party may move by itself, without a person correcting anything: forward, or from former back to
     * customer.
     *
     * @param from a stage
     * @param to another stage
     * @return false also for the same stage; a stage the tenant gave up lies before all others
     */
    public boolean leadsTo(LifecycleStage from, LifecycleStage to) {
        boolean reactivates = from.equals(LifecycleStage.FORMER) && to.equals(LifecycleStage.CUSTOMER);
        return reactivates || stages.indexOf(to) > stages.indexOf(from);
    }
}
