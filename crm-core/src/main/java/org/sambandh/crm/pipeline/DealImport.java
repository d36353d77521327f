package org.sambandh.crm.pipeline;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.sambandh.crm.common.CustomerId;
import org.sambandh.crm.common.EntityRef;
import org.sambandh.crm.common.ExternalRef;
import org.sambandh.crm.common.Id;
import org.sambandh.crm.common.Invalid;
import org.sambandh.crm.common.NotFound;
import org.sambandh.crm.common.OpportunityId;
import org.sambandh.crm.common.PipelineId;
import org.sambandh.crm.condition.Conditions;
import org.sambandh.crm.condition.Tests;
import org.sambandh.crm.customer.Customer;
import org.sambandh.crm.customer.CustomerRepository;
import org.sambandh.crm.store.Unit;
import org.sambandh.crm.store.Upserted;

/** Brings in many deals by reference: one look-up, one check of the customers and one save for each chunk. */
final class DealImport {

    private static final int CHUNK = 500;

    private final Unit unit;
    private final Map<PipelineId, Pipeline> pipelines = new HashMap<>();

    DealImport(Unit unit) {
        this.unit = unit;
    }

    /** Opens one deal, whatever its references. */
    Opportunity open(NewOpportunity said) {
        Opportunity deal = resolved(List.of(created(said))).get(0);
        if (!said.asItWas && deal.isOpen()) {
            StageGuard.mayEnter(unit, deal, pipeline(said).stage(deal.stage()));
        }
        return save(List.of(new Write(null, deal, said.asItWas))).get(0);
    }

    List<Upserted<Opportunity>> upsert(Collection<NewOpportunity> all) {
        List<Upserted<Opportunity>> results = new ArrayList<>(all.size());
        List<NewOpportunity> chunk = new ArrayList<>(CHUNK);
        Set<ExternalRef> refs = new HashSet<>();
        for (NewOpportunity said : all) {
            // The same reference twice: the second sees what the first one stored.
            boolean repeated = said.externalRefs.stream().anyMatch(refs::contains);
            if (repeated || chunk.size() == CHUNK) {
                results.addAll(upsertChunk(chunk));
                chunk.clear();
                refs.clear();
            }
            refs.addAll(said.externalRefs);
            chunk.add(said);
        }
        results.addAll(upsertChunk(chunk));
        return List.copyOf(results);
    }

    private List<Upserted<Opportunity>> upsertChunk(List<NewOpportunity> chunk) {
        if (chunk.isEmpty()) {
            return List.of();
        }
        Map<String, Opportunity> known = known(chunk);
        List<Opportunity> before = new ArrayList<>();
        List<Opportunity> after = new ArrayList<>();
        for (NewOpportunity said : chunk) {
            Opportunity existing = known.get(key(said).key());
            before.add(existing);
            after.add(existing == null ? created(said) : draft(said).over(existing));
        }
        after = resolved(after);
        List<Write> writes = new ArrayList<>();
        for (int i = 0; i < chunk.size(); i++) {
            Opportunity existing = before.get(i);
            if (existing == null || !DealRules.same(existing, after.get(i))) {
                writes.add(new Write(existing, after.get(i), chunk.get(i).asItWas));
            }
        }
        Map<OpportunityId, Opportunity> stored = new HashMap<>();
        save(writes).forEach(deal -> stored.put(deal.id(), deal));
        List<Upserted<Opportunity>> results = new ArrayList<>();
        for (int i = 0; i < chunk.size(); i++) {
            Opportunity deal = stored.get(after.get(i).id());
            if (before.get(i) == null) {
                results.add(new Upserted.Created<>(Objects.requireNonNull(deal)));
            } else {
                results.add(deal == null ? new Upserted.Unchanged<>(before.get(i)) : new Upserted.Updated<>(deal));
            }
        }
        return results;
    }

    /** One write: the state before, null for a new deal, and the state to be stored. */
    private record Write(@Nullable Opportunity before, Opportunity after, boolean asItWas) {}

    private static ExternalRef key(NewOpportunity said) {
        if (said.externalRefs.isEmpty()) {
            throw new Invalid("opportunity.externalRefs", "an upsert needs a reference, the key of the deal elsewhere");
        }
        return said.externalRefs.get(0);
    }

    private Map<String, Opportunity> known(List<NewOpportunity> chunk) {
        List<String> keys = chunk.stream().map(said -> key(said).key()).toList();
        Map<String, Opportunity> known = new HashMap<>();
        for (Opportunity deal : Deals.all(unit, Conditions.where(OpportunityFields.EXTERNAL_REFS, Tests.in(keys)))) {
            deal.externalRefs().forEach(ref -> known.put(ref.key(), deal));
        }
        return known;
    }

    private Opportunity created(NewOpportunity said) {
        return draft(said).create(unit.newId(OpportunityId.class, OpportunityId::new));
    }

    private DealDraft draft(NewOpportunity said) {
        return new DealDraft(said, pipeline(said), unit.moment());
    }

    private Pipeline pipeline(NewOpportunity said) {
        return pipelines.computeIfAbsent(
                said.pipeline == null ? Pipeline.DEFAULT : said.pipeline, id -> Deals.pipeline(unit, id));
    }

    /** Every party under the id it has now; one that does not exist is refused before anything is written. */
    private List<Opportunity> resolved(List<Opportunity> deals) {
        Map<CustomerId, CustomerId> now = new HashMap<>();
        for (Opportunity deal : deals) {
            deal.customer().ifPresent(id -> now.put(id, id));
            deal.stakeholders().forEach(s -> now.put(s.party(), s.party()));
        }
        now.replaceAll((id, same) -> unit.repositories().redirects().resolve(id));
        Set<Id> there = new HashSet<>();
        for (Customer customer : unit.get(CustomerRepository.class).findAllById(Set.copyOf(now.values()))) {
            there.add(customer.id());
        }
        now.forEach((id, survivor) -> {
            if (!there.contains(survivor)) {
                throw new NotFound(EntityRef.of(id));
            }
        });
        return deals.stream().map(deal -> Deals.repointed(deal, now)).toList();
    }

    private List<Opportunity> save(List<Write> writes) {
        if (writes.isEmpty()) {
            return List.of();
        }
        Deals.teamsExist(unit, writes.stream().map(Write::after).toList());
        writes.forEach(write -> unit.catalog().checkAttributes(write.after()));
        List<Opportunity> stored = unit.get(OpportunityRepository.class)
                .save(writes.stream().map(Write::after).toList());
        for (int i = 0; i < stored.size(); i++) {
            Opportunity before = writes.get(i).before();
            Opportunity after = stored.get(i);
            Map<String, String> data = writes.get(i).asItWas() ? Map.of("asItWas", "true") : Map.of();
            unit.record(
                    before == null ? OpportunityEvents.OPENED : OpportunityEvents.between(before, after),
                    Opportunity.class,
                    before,
                    after,
                    Deals.concerning(after),
                    data);
        }
        return stored;
    }
}
