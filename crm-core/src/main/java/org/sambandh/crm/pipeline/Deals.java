package org.sambandh.crm.pipeline;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.sambandh.crm.common.CustomerId;
import org.sambandh.crm.common.EntityRef;
import org.sambandh.crm.common.Invalid;
import org.sambandh.crm.common.NotFound;
import org.sambandh.crm.common.OpportunityId;
import org.sambandh.crm.common.PipelineId;
import org.sambandh.crm.common.TeamId;
import org.sambandh.crm.condition.Condition;
import org.sambandh.crm.customer.CustomerRepository;
import org.sambandh.crm.store.Cursor;
import org.sambandh.crm.store.Page;
import org.sambandh.crm.store.Query;
import org.sambandh.crm.store.Unit;
import org.sambandh.crm.team.Ownership;
import org.sambandh.crm.team.TeamRepository;

/** What the services of this package have in common: loading, checking and saving deals within a unit. */
final class Deals {

    private static final int PAGE = 1_000;

    private Deals() {}

    static Opportunity load(Unit unit, OpportunityId id) {
        return unit.get(OpportunityRepository.class).findById(id).orElseThrow(() -> new NotFound(EntityRef.of(id)));
    }

    /** The declared pipeline, or the standard one under the default id. */
    static Pipeline pipeline(Unit unit, PipelineId id) {
        Optional<Pipeline> declared = unit.get(PipelineRepository.class).findById(id);
        if (declared.isEmpty() && id.equals(Pipeline.DEFAULT)) {
            return Pipeline.standard();
        }
        return declared.orElseThrow(() -> new NotFound(new EntityRef("pipeline", id.value())));
    }

    static List<Opportunity> all(Unit unit, Condition<Opportunity> condition) {
        List<Opportunity> found = new ArrayList<>();
        Query<Opportunity> query = Query.of(condition, unit.moment()).limit(PAGE);
        Page<Opportunity> page = unit.get(OpportunityRepository.class).find(query);
        found.addAll(page.items());
        for (Optional<Cursor> next = page.next(); next.isPresent(); next = page.next()) {
            page = unit.get(OpportunityRepository.class).find(query.after(next.orElseThrow()));
            found.addAll(page.items());
        }
        return found;
    }

    /** The party under which an id is found now. */
    static CustomerId party(Unit unit, CustomerId id) {
        CustomerId now = unit.repositories().redirects().resolve(id);
        if (unit.get(CustomerRepository.class).findById(now).isEmpty()) {
            throw new NotFound(EntityRef.of(id));
        }
        return now;
    }

    /** Refuses teams that do not exist; users are the host's, and known to it alone. */
    static void teamsExist(Unit unit, Collection<Opportunity> deals) {
        Set<TeamId> asked = new LinkedHashSet<>();
        deals.forEach(deal -> deal.owner().map(Ownership::team).ifPresent(asked::add));
        Set<TeamId> missing = new LinkedHashSet<>(asked);
        unit.get(TeamRepository.class).findAllById(asked).forEach(team -> missing.remove(team.id()));
        missing.stream().findFirst().ifPresent(id -> {
            throw new NotFound(new EntityRef("team", id.value()));
        });
    }

    /** The deal with every party under the id it has now. */
    static Opportunity repointed(Opportunity deal, Map<CustomerId, CustomerId> now) {
        boolean same = now.entrySet().stream().allMatch(e -> e.getKey().equals(e.getValue()));
        return same
                ? deal
                : deal.toBuilder()
                        .customer(deal.customer()
                                .map(id -> now.getOrDefault(id, id))
                                .orElse(null))
                        .stakeholders(deal.stakeholders().stream()
                                .map(s -> s.of(now.getOrDefault(s.party(), s.party())))
                                .toList())
                        .build();
    }

    /** Saves a changed deal and records the event; what changed nothing writes nothing. */
    static Opportunity save(Unit unit, String event, Opportunity before, Opportunity after, Map<String, String> data) {
        if (DealRules.same(before, after)) {
            return before;
        }
        unit.catalog().checkAttributes(after);
        if (!before.owner().equals(after.owner())) {
            teamsExist(unit, List.of(after));
        }
        Opportunity stored =
                unit.get(OpportunityRepository.class).save(List.of(after)).get(0);
        unit.record(event, Opportunity.class, before, stored, concerning(stored), data);
        return stored;
    }

    static List<EntityRef> concerning(Opportunity deal) {
        List<EntityRef> refs = new ArrayList<>();
        deal.customer().ifPresent(id -> refs.add(EntityRef.of(id)));
        deal.stakeholders().stream()
                .map(s -> EntityRef.of(s.party()))
                .filter(ref -> !refs.contains(ref))
                .forEach(refs::add);
        return refs;
    }

    static List<Line> known(List<Line> lines, int number, List<Line> changed) {
        if (lines.stream().noneMatch(line -> line.number() == number)) {
            throw new Invalid("line.number", "the deal has no line " + number);
        }
        return changed;
    }

    static List<Stakeholder> without(Opportunity deal, CustomerId party, String role) {
        List<Stakeholder> parties = new ArrayList<>(deal.stakeholders());
        parties.removeIf(s -> s.party().equals(party) && s.role().equals(role));
        return parties;
    }
}
