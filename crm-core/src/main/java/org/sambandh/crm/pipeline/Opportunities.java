package org.sambandh.crm.pipeline;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.sambandh.crm.common.CustomerId;
import org.sambandh.crm.common.ExternalRef;
import org.sambandh.crm.common.Invalid;
import org.sambandh.crm.common.Money;
import org.sambandh.crm.common.NotFound;
import org.sambandh.crm.common.OpportunityId;
import org.sambandh.crm.common.StaleRevision;
import org.sambandh.crm.condition.Condition;
import org.sambandh.crm.condition.Conditions;
import org.sambandh.crm.condition.Tests;
import org.sambandh.crm.field.Field;
import org.sambandh.crm.store.Page;
import org.sambandh.crm.store.Query;
import org.sambandh.crm.store.Unit;
import org.sambandh.crm.store.Units;
import org.sambandh.crm.store.Upserted;
import org.sambandh.crm.team.Ownership;

/**
 * Opens deals, moves them through their stages and closes them. Every method is one unit of work: it does everything it
 * says, or throws and leaves nothing behind. A call that changes nothing writes nothing and records no event. An id of
 * another tenant is answered like one that was never given: {@link NotFound}.
 */
public final class Opportunities {

    private final Units units;

    /**
     * Makes the service.
     *
     * @param units gives units of work
     */
    public Opportunities(Units units) {
        this.units = units;
    }

    /**
     * Opens a deal.
     *
     * @param deal what is known of it
     * @return the deal as stored
     * @throws NotFound if its customer, a stakeholder or its pipeline does not exist
     * @throws org.sambandh.crm.common.RuleViolation {@code unknown-stage}, {@code stage-entry}, or a rule of
     *     {@link Opportunity}
     */
    public Opportunity open(NewOpportunity deal) {
        return units.run(unit -> new DealImport(unit).open(deal));
    }

    /**
     * Brings in a deal that another system names: opens it, or lays what was said over the one it names. What is not
     * said stays as it is; a closed deal is never opened again by it.
     *
     * @param ref how the other system names it
     * @param deal what it says
     * @return created, updated, or unchanged: then nothing was written
     */
    public Upserted<Opportunity> upsert(ExternalRef ref, NewOpportunity deal) {
        return upsertAll(List.of(deal.keyed(ref))).get(0);
    }

    /**
     * Brings in many deals as {@link #upsert} does, in one unit of work: all or none.
     *
     * @param deals each with at least one reference; the first one is how the other system names it
     * @return what became of each, in their order
     * @throws Invalid if one has no reference
     */
    public List<Upserted<Opportunity>> upsertAll(Collection<NewOpportunity> deals) {
        return units.run(unit -> new DealImport(unit).upsert(deals));
    }

    /**
     * Returns a deal.
     *
     * @param id its id
     * @return the deal
     * @throws NotFound if there is none
     */
    public Opportunity get(OpportunityId id) {
        return units.run(unit -> Deals.load(unit, id));
    }

    /**
     * Returns the deal another system names.
     *
     * @param ref the reference
     * @return the deal, or nothing
     */
    public Optional<Opportunity> findByRef(ExternalRef ref) {
        Condition<Opportunity> named = Conditions.where(OpportunityFields.EXTERNAL_REFS, Tests.is(ref.key()));
        return units.run(unit -> Deals.all(unit, named).stream().findFirst());
    }

    /**
     * Returns the deals of a customer, won and lost ones too, by id.
     *
     * @param customer the customer, under any id it had
     * @return the deals
     */
    public List<Opportunity> of(CustomerId customer) {
        return units.run(unit -> {
            CustomerId now = unit.repositories().redirects().resolve(customer);
            return Deals.all(unit, Conditions.where(OpportunityFields.CUSTOMER, Tests.is(now)));
        });
    }

    /**
     * Returns a page of deals.
     *
     * @param query condition, order, size and cursor
     * @return the page
     */
    public Page<Opportunity> find(Query<Opportunity> query) {
        return units.run(unit -> unit.get(OpportunityRepository.class).find(query));
    }

    /**
     * Moves an open deal to another stage.
     *
     * @param id the deal
     * @param stage the code of an open stage of its pipeline
     * @return the deal as stored
     * @throws org.sambandh.crm.common.RuleViolation {@code unknown-stage}, {@code deal-closed}, {@code stage-closes},
     *     {@code stage-not-allowed}, or {@code stage-entry} naming the missing field
     */
    public Opportunity moveTo(OpportunityId id, String stage) {
        return change(id, OpportunityEvents.STAGE_CHANGED, Map.of(), (unit, deal) -> {
            Pipeline pipeline = Deals.pipeline(unit, deal.pipeline());
            Stage to = pipeline.stage(stage);
            Opportunity moved = deal.moveTo(to, unit.moment());
            if (!to.code().equals(deal.stage())) {
                StageGuard.mayMove(pipeline, deal, to);
                StageGuard.mayEnter(unit, deal, to);
            }
            return moved;
        });
    }

    /**
     * Closes an open deal as won, today.
     *
     * @param id the deal
     * @return the deal as stored
     * @throws org.sambandh.crm.common.RuleViolation {@code won-needs-customer}, {@code deal-closed},
     *     {@code close-before-engage} or {@code stage-entry}
     */
    public Opportunity win(OpportunityId id) {
        return close(id, Outcome.won(), Map.of());
    }

    /**
     * Closes an open deal as lost, today. It keeps its amount.
     *
     * @param id the deal
     * @param reason the tenant's code of the reason, for example {@code price}
     * @return the deal as stored
     * @throws org.sambandh.crm.common.RuleViolation {@code deal-closed} or {@code close-before-engage}
     */
    public Opportunity lose(OpportunityId id, String reason) {
        return lose(id, reason, null);
    }

    /**
     * Closes an open deal as lost to somebody, today. It keeps its amount.
     *
     * @param id the deal
     * @param reason the tenant's code of the reason
     * @param competitor who won it, or null if nobody knows
     * @return the deal as stored
     * @throws Invalid if the reason is blank
     * @throws org.sambandh.crm.common.RuleViolation {@code deal-closed} or {@code close-before-engage}
     */
    public Opportunity lose(OpportunityId id, String reason, @Nullable String competitor) {
        Outcome.Lost lost = new Outcome.Lost(reason, competitor);
        String why = lost.reason();
        if (why == null) {
            throw new Invalid("outcome.reason", "must not be blank");
        }
        return close(id, lost, Map.of("reason", why));
    }

    /**
     * Closes an open deal that never was one.
     *
     * @param id the deal
     * @param reason why it was none
     * @return the deal as stored; it enters no rate
     * @throws org.sambandh.crm.common.RuleViolation {@code deal-closed} or {@code close-before-engage}
     */
    public Opportunity voidAs(OpportunityId id, VoidReason reason) {
        return close(id, Outcome.voided(reason), Map.of("reason", reason.name()));
    }

    /**
     * Opens a closed deal again.
     *
     * @param id the deal
     * @param stage the code of the open stage it goes on in
     * @param reason why, at most 500 characters
     * @return the deal as stored
     * @throws org.sambandh.crm.common.RuleViolation {@code deal-open}, {@code unknown-stage}, {@code stage-closes} or
     *     {@code stage-entry}
     */
    public Opportunity reopen(OpportunityId id, String stage, String reason) {
        return change(id, OpportunityEvents.REOPENED, Map.of("stage", stage), (unit, deal) -> {
            Stage to = Deals.pipeline(unit, deal.pipeline()).stage(stage);
            Opportunity open = deal.reopen(to, reason, unit.moment());
            StageGuard.mayEnter(unit, open, to);
            return open;
        });
    }

    /**
     * Changes the amount.
     *
     * @param id the deal
     * @param amount net of tax; null for none
     * @return the deal as stored
     * @throws org.sambandh.crm.common.RuleViolation {@code amount-below-zero}, {@code amount-from-lines} or
     *     {@code one-currency}
     */
    public Opportunity changeAmount(OpportunityId id, @Nullable Money amount) {
        return change(id, OpportunityEvents.AMOUNT_CHANGED, Map.of(), (unit, deal) -> deal.changeAmount(amount));
    }

    /**
     * Adds a line.
     *
     * @param id the deal
     * @param line the line; number 0 gets the next free number
     * @return the deal as stored; its amount is the sum of its lines
     * @throws org.sambandh.crm.common.RuleViolation {@code one-currency}
     */
    public Opportunity addLine(OpportunityId id, Line line) {
        return changeLines(id, lines -> {
            List<Line> more = new ArrayList<>(lines);
            more.add(line);
            return more;
        });
    }

    /**
     * Replaces the line of the same number.
     *
     * @param id the deal
     * @param line the line as it is to be
     * @return the deal as stored
     * @throws Invalid if the deal has no line of that number
     */
    public Opportunity changeLine(OpportunityId id, Line line) {
        return changeLines(id, lines -> {
            List<Line> changed = new ArrayList<>(lines);
            changed.replaceAll(old -> old.number() == line.number() ? line : old);
            return Deals.known(lines, line.number(), changed);
        });
    }

    /**
     * Removes a line. When the last one goes, the deal keeps the amount it had.
     *
     * @param id the deal
     * @param number the number of the line
     * @return the deal as stored
     * @throws Invalid if the deal has no line of that number
     */
    public Opportunity removeLine(OpportunityId id, int number) {
        return changeLines(
                id,
                lines -> Deals.known(
                        lines,
                        number,
                        lines.stream().filter(l -> l.number() != number).toList()));
    }

    /**
     * Sets the probability by hand, whatever the stage says.
     *
     * @param id the deal
     * @param probability 0 to 1, at most four decimals; 0 is a probability too
     * @return the deal as stored
     */
    public Opportunity setProbability(OpportunityId id, BigDecimal probability) {
        return change(
                id,
                OpportunityEvents.PROBABILITY_CHANGED,
                Map.of(),
                (unit, deal) -> deal.toBuilder().probabilityByHand(probability).build());
    }

    /**
     * Lets the probability follow the stage again, as the pipeline declares it now.
     *
     * @param id the deal
     * @return the deal as stored
     */
    public Opportunity followStage(OpportunityId id) {
        return change(id, OpportunityEvents.PROBABILITY_CHANGED, Map.of(), (unit, deal) -> {
            BigDecimal now = Deals.pipeline(unit, deal.pipeline())
                    .find(deal.stage())
                    .map(Stage::probability)
                    .orElse(deal.stageProbability());
            return deal.toBuilder()
                    .probabilityByHand(null)
                    .stageProbability(deal.isOpen() ? now : deal.stageProbability())
                    .build();
        });
    }

    /**
     * Gives the deal to somebody.
     *
     * @param id the deal
     * @param owner who works on it, or null for nobody
     * @return the deal as stored
     */
    public Opportunity assign(OpportunityId id, @Nullable Ownership owner) {
        return change(
                id,
                OpportunityEvents.ASSIGNED,
                Map.of(),
                (unit, deal) -> deal.toBuilder().owner(owner).build());
    }

    /**
     * Says who would buy.
     *
     * @param id the deal
     * @param customer the customer, under any id it had
     * @return the deal as stored
     * @throws NotFound if there is no such customer
     */
    public Opportunity linkCustomer(OpportunityId id, CustomerId customer) {
        return change(
                id,
                OpportunityEvents.CUSTOMER_LINKED,
                Map.of(),
                (unit, deal) ->
                        deal.toBuilder().customer(Deals.party(unit, customer)).build());
    }

    /**
     * Gives a party a part in the deal, in place of the same party in the same role.
     *
     * @param id the deal
     * @param party who, and in which part
     * @return the deal as stored
     * @throws NotFound if there is no such party
     */
    public Opportunity addStakeholder(OpportunityId id, Stakeholder party) {
        return change(id, OpportunityEvents.CHANGED, Map.of(), (unit, deal) -> {
            Stakeholder now = party.of(Deals.party(unit, party.party()));
            List<Stakeholder> parties = Deals.without(deal, now.party(), now.role());
            parties.add(now);
            return deal.toBuilder().stakeholders(parties).build();
        });
    }

    /**
     * Takes a party out of the deal.
     *
     * @param id the deal
     * @param party who
     * @param role in which part
     * @return the deal as stored
     */
    public Opportunity removeStakeholder(OpportunityId id, CustomerId party, String role) {
        return change(id, OpportunityEvents.CHANGED, Map.of(), (unit, deal) -> {
            CustomerId now = unit.repositories().redirects().resolve(party);
            return deal.toBuilder().stakeholders(Deals.without(deal, now, role)).build();
        });
    }

    /**
     * Sets one field by name: name, expected close, first day of work, brand, or a host's own.
     *
     * @param id the deal
     * @param field a field that can be written
     * @param value the value, or null for none
     * @param <V> the value
     * @return the deal as stored
     * @throws Invalid if the field cannot be written, or refuses the value
     */
    public <V> Opportunity set(OpportunityId id, Field.One<Opportunity, V> field, @Nullable V value) {
        return change(id, OpportunityEvents.CHANGED, Map.of(), (unit, deal) -> {
            Opportunity changed = field.set(deal, value);
            CustomerId customer = changed.customer().orElse(null);
            if (customer == null || deal.customer().equals(Optional.of(customer))) {
                return changed;
            }
            return changed.toBuilder().customer(Deals.party(unit, customer)).build();
        });
    }

    /**
     * Changes a deal by a verb if nobody else changed it since it was read.
     *
     * @param read the deal as it was read
     * @param verb returns a changed copy
     * @return the deal as stored
     * @throws StaleRevision if it was changed or deleted since
     */
    public Opportunity change(Opportunity read, UnaryOperator<Opportunity> verb) {
        return units.run(unit -> {
            Optional<Opportunity> now = unit.get(OpportunityRepository.class).findById(read.id());
            Opportunity before = now.filter(deal -> deal.revision().equals(read.revision()))
                    .orElseThrow(() -> new StaleRevision(List.of(read.ref())));
            Opportunity after = verb.apply(before);
            return Deals.save(unit, OpportunityEvents.between(before, after), before, after, Map.of());
        });
    }

    /**
     * Deletes a deal: the host's decision. One that was none is better closed as void.
     *
     * @param id the deal
     * @throws NotFound if there is none
     */
    public void delete(OpportunityId id) {
        units.run(unit -> {
            Opportunity deal = Deals.load(unit, id);
            unit.get(OpportunityRepository.class).delete(id, deal.revision());
            unit.record(OpportunityEvents.DELETED, Opportunity.class, deal, null, Deals.concerning(deal), Map.of());
            return id;
        });
    }

    /**
     * Returns the figures over the deals that match.
     *
     * @param condition which deals; {@code always()} for all
     * @return the figures, computed from what is stored now
     */
    public PipelineFigures figures(Condition<Opportunity> condition) {
        return units.run(unit -> PipelineFigures.of(Deals.all(unit, condition)));
    }

    /**
     * Records the open pipeline of today. To be called by the host once a day, from the first day on: what was believed on
     * a day cannot be made up later.
     *
     * @return the snapshot of today, and whether this call recorded it; a second call on a day changes nothing
     */
    public SnapshotResult recordSnapshot() {
        return units.run(Snapshots::record);
    }

    /**
     * Returns the snapshot of a day.
     *
     * @param date the local day
     * @return the snapshot, or nothing if none was recorded
     */
    public Optional<PipelineSnapshot> snapshotOn(LocalDate date) {
        return units.run(unit -> Snapshots.on(unit, date));
    }

    private Opportunity close(OpportunityId id, Outcome outcome, Map<String, String> data) {
        return change(id, OpportunityEvents.closed(outcome.kind()), data, (unit, deal) -> {
            Stage shownIn = Deals.pipeline(unit, deal.pipeline())
                    .closing(outcome.kind())
                    .orElse(null);
            Opportunity closed = deal.close(outcome, shownIn, unit.moment());
            if (shownIn != null) {
                StageGuard.mayEnter(unit, deal, shownIn);
            }
            return closed;
        });
    }

    private Opportunity changeLines(OpportunityId id, UnaryOperator<List<Line>> change) {
        return change(
                id,
                OpportunityEvents.AMOUNT_CHANGED,
                Map.of(),
                (unit, deal) ->
                        deal.toBuilder().lines(change.apply(deal.lines())).build());
    }

    private Opportunity change(
            OpportunityId id, String event, Map<String, String> data, BiFunction<Unit, Opportunity, Opportunity> verb) {
        return units.run(unit -> {
            Opportunity before = Deals.load(unit, id);
            return Deals.save(unit, event, before, verb.apply(unit, before), data);
        });
    }
}
