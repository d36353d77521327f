package org.sambandh.crm.pipeline;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.sambandh.crm.common.EntityRef;
import org.sambandh.crm.common.PipelineId;
import org.sambandh.crm.common.RuleViolation;
import org.sambandh.crm.condition.CompiledCondition;
import org.sambandh.crm.condition.Conditions;
import org.sambandh.crm.condition.Rule;
import org.sambandh.crm.condition.Tests;
import org.sambandh.crm.store.Query;
import org.sambandh.crm.store.Unit;
import org.sambandh.crm.store.Units;

/** Declares through which stages a tenant sells. A tenant that declares none has {@link Pipeline#standard()}. */
public final class Pipelines {

    private final Units units;

    /**
     * Makes the service.
     *
     * @param units gives units of work
     */
    public Pipelines(Units units) {
        this.units = units;
    }

    /**
     * Returns a pipeline.
     *
     * @param id its id
     * @return the pipeline; the standard one for {@link Pipeline#DEFAULT} where none was declared
     * @throws org.sambandh.crm.common.NotFound if there is none
     */
    public Pipeline get(PipelineId id) {
        return units.run(unit -> Deals.pipeline(unit, id));
    }

    /**
     * Returns all pipelines, by id.
     *
     * @return the declared ones, and the standard one where nothing was declared under its id
     */
    public List<Pipeline> list() {
        return units.run(unit -> {
            List<Pipeline> all = new ArrayList<>(unit.get(PipelineRepository.class)
                    .find(Query.<Pipeline>all(unit.moment()).limit(1_000))
                    .items());
            if (all.stream().noneMatch(p -> p.id().equals(Pipeline.DEFAULT))) {
                all.add(Pipeline.standard());
            }
            all.sort((a, b) -> a.id().compareTo(b.id()));
            return List.copyOf(all);
        });
    }

    /**
     * Declares a pipeline, or changes one. Open deals that follow their stage get its new probability; their history keeps
     * what was.
     *
     * @param pipeline the pipeline as it is to be; its revision, unless new, must be the stored one
     * @return the pipeline as stored
     * @throws RuleViolation {@code stage-in-use} if a stage that is gone, or closes deals now, holds open deals
     * @throws org.sambandh.crm.common.StaleRevision if somebody else changed it
     * @throws org.sambandh.crm.common.Invalid if an entry condition names what the catalogue does not know
     */
    public Pipeline save(Pipeline pipeline) {
        return units.run(unit -> {
            for (Stage stage : pipeline.stages()) {
                if (stage.entry() instanceof Rule.Valid<Opportunity> entry) {
                    CompiledCondition.of(entry.condition(), Opportunity.class, unit.catalog());
                }
            }
            Optional<Pipeline> before = unit.get(PipelineRepository.class).findById(pipeline.id());
            if (before.filter(pipeline::sameAs).isPresent()) {
                return before.orElseThrow();
            }
            followed(unit, pipeline);
            Pipeline stored =
                    unit.get(PipelineRepository.class).save(List.of(pipeline)).get(0);
            unit.record(
                    OpportunityEvents.PIPELINE_SAVED, Pipeline.class, before.orElse(null), stored, List.of(), Map.of());
            return stored;
        });
    }

    private static void followed(Unit unit, Pipeline pipeline) {
        List<Opportunity> open = Deals.all(
                unit,
                Conditions.all(
                        Conditions.where(OpportunityFields.PIPELINE, Tests.is(pipeline.id())),
                        Conditions.where(OpportunityFields.OUTCOME, Tests.is(OutcomeKind.OPEN))));
        for (Opportunity deal : open) {
            Stage stage = pipeline.find(deal.stage())
                    .filter(Stage::isOpen)
                    .orElseThrow(() -> new RuleViolation(
                            "stage-in-use",
                            new EntityRef("pipeline", pipeline.id().value()),
                            "Open deals are in stage '" + deal.stage() + "', for example " + deal.ref()
                                    + "; move them first"));
            Opportunity following =
                    deal.toBuilder().stageProbability(stage.probability()).build();
            Deals.save(unit, OpportunityEvents.PROBABILITY_CHANGED, deal, following, Map.of());
        }
    }
}
