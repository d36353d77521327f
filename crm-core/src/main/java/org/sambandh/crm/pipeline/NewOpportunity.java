package org.sambandh.crm.pipeline;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.sambandh.crm.common.Brand;
import org.sambandh.crm.common.CustomerId;
import org.sambandh.crm.common.ExternalRef;
import org.sambandh.crm.common.Invalid;
import org.sambandh.crm.common.LeadId;
import org.sambandh.crm.common.Money;
import org.sambandh.crm.common.PipelineId;
import org.sambandh.crm.common.Text;
import org.sambandh.crm.field.Attributes;
import org.sambandh.crm.field.Field;
import org.sambandh.crm.team.Ownership;

/**
 * What is known of a deal that is to be opened, or brought in from elsewhere. Immutable; every method returns a changed
 * copy. What is not said takes its usual value in a new deal, and stays as it is in one that exists.
 *
 * <pre>{@code
 * NewOpportunity.named("Rolling mill").customer(steelworks).amount(Money.of("500000.00", "INR")).stage("qualify");
 * NewOpportunity.named("1C1I7A6R").asItWas().engagedOn(engaged).visited("engaging", engaged).won(closed).externalRef(ref);
 * }</pre>
 */
public final class NewOpportunity {

    /**
     * A stage the deal was in before, or is in.
     *
     * @param stage its code
     * @param enteredOn the local day it entered, or null if nobody knows
     */
    record PastVisit(String stage, @Nullable LocalDate enteredOn) {}

    final String name;

    @Nullable
    CustomerId customer;

    @Nullable
    PipelineId pipeline;

    @Nullable
    String stage;

    @Nullable
    Money amount;

    @Nullable
    LocalDate expectedClose;

    @Nullable
    LocalDate openedOn;

    @Nullable
    LocalDate engagedOn;

    @Nullable
    BigDecimal probability;

    @Nullable
    Ownership owner;

    @Nullable
    Brand brand;

    @Nullable
    LeadId lead;

    @Nullable
    Outcome outcome;

    @Nullable
    LocalDate closedOn;

    @Nullable
    List<Line> lines;

    @Nullable
    List<Stakeholder> stakeholders;

    @Nullable
    Attributes attributes;

    List<PastVisit> visits = List.of();
    List<ExternalRef> externalRefs = List.of();
    boolean asItWas;

    @Nullable
    String lostReason;

    @Nullable
    String competitor;

    List<UnaryOperator<Opportunity>> sets = List.of();

    private NewOpportunity(String name) {
        this.name = Text.required("opportunity.name", name, 200);
    }

    /**
     * Returns a deal of which only the name is known.
     *
     * @param name at most 200 characters
     * @return the deal to be opened
     */
    public static NewOpportunity named(String name) {
        return new NewOpportunity(name);
    }

    /**
     * Returns this deal as a record of the past: days that are not given are unknown, not today, and no stage asks for
     * its entry condition.
     *
     * @return the changed copy
     */
    public NewOpportunity asItWas() {
        return with(copy -> copy.asItWas = true);
    }

    /**
     * Returns this deal with its customer.
     *
     * @param value who would buy
     * @return the changed copy
     */
    public NewOpportunity customer(CustomerId value) {
        return with(copy -> copy.customer = value);
    }

    /**
     * Returns this deal with its pipeline.
     *
     * @param value the pipeline; the default one unless given
     * @return the changed copy
     */
    public NewOpportunity pipeline(PipelineId value) {
        return with(copy -> copy.pipeline = value);
    }

    /**
     * Returns this deal with its stage.
     *
     * @param value the code of the stage; the first open one unless given. That of closed deals closes it: won, or lost without a reason
     * @return the changed copy
     */
    public NewOpportunity stage(String value) {
        return with(copy -> copy.stage = value);
    }

    /**
     * Returns this deal with its amount.
     *
     * @param value the amount, net of tax
     * @return the changed copy
     */
    public NewOpportunity amount(Money value) {
        return with(copy -> copy.amount = value);
    }

    /**
     * Returns this deal with its expected close.
     *
     * @param value the day on which it is expected to close
     * @return the changed copy
     */
    public NewOpportunity expectedClose(LocalDate value) {
        return with(copy -> copy.expectedClose = value);
    }

    /**
     * Returns this deal with its opening day.
     *
     * @param value the local day it was opened
     * @return the changed copy
     */
    public NewOpportunity openedOn(LocalDate value) {
        return with(copy -> copy.openedOn = value);
    }

    /**
     * Returns this deal with its first day of work.
     *
     * @param value the local day work with the customer began
     * @return the changed copy
     */
    public NewOpportunity engagedOn(LocalDate value) {
        return with(copy -> copy.engagedOn = value);
    }

    /**
     * Returns this deal with its probability.
     *
     * @param value how likely it is won, 0 to 1, whatever the stage says
     * @return the changed copy
     */
    public NewOpportunity probability(BigDecimal value) {
        return with(copy -> copy.probability = value);
    }

    /**
     * Returns this deal with its owner.
     *
     * @param value who works on it
     * @return the changed copy
     */
    public NewOpportunity owner(Ownership value) {
        return with(copy -> copy.owner = value);
    }

    /**
     * Returns this deal with its brand.
     *
     * @param value under which name it is sold
     * @return the changed copy
     */
    public NewOpportunity brand(Brand value) {
        return with(copy -> copy.brand = value);
    }

    /**
     * Returns this deal with its source.
     *
     * @param value the enquiry it came from
     * @return the changed copy
     */
    public NewOpportunity lead(LeadId value) {
        return with(copy -> copy.lead = value);
    }

    /**
     * Returns this deal as a record of the past that was won.
     *
     * @param day the local day it was closed
     * @return the changed copy
     */
    public NewOpportunity won(LocalDate day) {
        return closed(Outcome.won(), day);
    }

    /**
     * Returns this deal as a record of the past that was closed.
     *
     * @param how won, lost or void
     * @param day the local day it was closed
     * @return the changed copy
     */
    public NewOpportunity closed(Outcome how, LocalDate day) {
        return with(copy -> {
            copy.outcome = how;
            copy.closedOn = day;
            copy.asItWas = true;
        });
    }

    /**
     * Returns this deal closed on a day, as its stage says: one that shows won or lost deals.
     *
     * @param day the local day it was closed
     * @return the changed copy
     */
    public NewOpportunity closedOn(LocalDate day) {
        return with(copy -> {
            copy.closedOn = day;
            copy.asItWas = true;
        });
    }

    /**
     * Returns this deal with one more stage it was in, behind those named before.
     *
     * @param code the code of the stage
     * @param enteredOn the local day it entered, or null if nobody knows
     * @return the changed copy
     */
    public NewOpportunity visited(String code, @Nullable LocalDate enteredOn) {
        return with(copy -> copy.visits = added(copy.visits, new PastVisit(code, enteredOn)));
    }

    /**
     * Returns this deal with one more line.
     *
     * @param line the line; number 0 gets the next free number
     * @return the changed copy
     */
    public NewOpportunity line(Line line) {
        return with(copy -> copy.lines = added(copy.lines == null ? List.of() : copy.lines, line));
    }

    /**
     * Returns this deal with one more party in it.
     *
     * @param party who, and in which part
     * @return the changed copy
     */
    public NewOpportunity stakeholder(Stakeholder party) {
        return with(
                copy -> copy.stakeholders = added(copy.stakeholders == null ? List.of() : copy.stakeholders, party));
    }

    /**
     * Returns whether it names a party.
     *
     * @param party who, under the id by which it was named
     * @return true if it is the customer or a stakeholder
     */
    public boolean names(CustomerId party) {
        return party.equals(customer)
                || (stakeholders != null
                        && stakeholders.stream().anyMatch(s -> s.party().equals(party)));
    }

    /**
     * Returns this deal with the host's own properties.
     *
     * @param value all of them
     * @return the changed copy
     */
    public NewOpportunity attributes(Attributes value) {
        return with(copy -> copy.attributes = value);
    }

    /**
     * Returns this deal with one more name in another system. The first one is the key of an upsert.
     *
     * @param ref how the other system names it
     * @return the changed copy
     */
    public NewOpportunity externalRef(ExternalRef ref) {
        return with(copy -> copy.externalRefs = added(copy.externalRefs, ref));
    }

    /**
     * Returns this deal with a field set by name, as imports do: one of ours or a host's own. Pipeline, stage, day of
     * closing, lost reason and competitor can be set here too, though not on a deal that exists.
     *
     * @param field the field
     * @param value the value, or null for none
     * @param <V> the value
     * @return the changed copy
     * @throws Invalid if the field cannot be set
     */
    public <V> NewOpportunity set(Field.One<Opportunity, V> field, @Nullable V value) {
        Field.One<Opportunity, ?> any = field;
        if (any.equals(OpportunityFields.PIPELINE)) {
            return with(copy -> copy.pipeline = (PipelineId) value);
        } else if (any.equals(OpportunityFields.CUSTOMER)) {
            return with(copy -> copy.customer = (CustomerId) value);
        } else if (any.equals(OpportunityFields.STAGE)) {
            return with(copy -> copy.stage = (String) value);
        } else if (any.equals(OpportunityFields.CLOSED_ON)) {
            return value == null ? this : closedOn((LocalDate) value);
        } else if (any.equals(OpportunityFields.LOST_REASON)) {
            return with(copy -> copy.lostReason = (String) value);
        } else if (any.equals(OpportunityFields.COMPETITOR)) {
            return with(copy -> copy.competitor = (String) value);
        } else if (!field.isWritable()) {
            throw new Invalid(field.name(), "cannot be written");
        }
        return with(copy -> copy.sets = added(copy.sets, deal -> field.set(deal, value)));
    }

    /** This deal with a reference as its first one. */
    NewOpportunity keyed(ExternalRef ref) {
        List<ExternalRef> refs = new ArrayList<>(externalRefs);
        refs.remove(ref);
        refs.add(0, ref);
        return with(copy -> copy.externalRefs = List.copyOf(refs));
    }

    /** {@return how many names in other systems it has} */
    @Override
    public String toString() {
        return "NewOpportunity[" + externalRefs.size() + " references]";
    }

    private NewOpportunity with(Consumer<NewOpportunity> change) {
        NewOpportunity copy = new NewOpportunity(name);
        copy.customer = customer;
        copy.pipeline = pipeline;
        copy.stage = stage;
        copy.amount = amount;
        copy.expectedClose = expectedClose;
        copy.openedOn = openedOn;
        copy.engagedOn = engagedOn;
        copy.probability = probability;
        copy.owner = owner;
        copy.brand = brand;
        copy.lead = lead;
        copy.outcome = outcome;
        copy.closedOn = closedOn;
        copy.lines = lines;
        copy.stakeholders = stakeholders;
        copy.attributes = attributes;
        copy.visits = visits;
        copy.externalRefs = externalRefs;
        copy.asItWas = asItWas;
        copy.lostReason = lostReason;
        copy.competitor = competitor;
        copy.sets = sets;
        change.accept(copy);
        return copy;
    }

    private static <T> List<T> added(List<T> list, T element) {
        List<T> more = new ArrayList<>(list);
        more.add(element);
        return List.copyOf(more);
    }
}
