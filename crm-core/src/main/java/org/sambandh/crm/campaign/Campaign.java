package org.sambandh.crm.campaign;

import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.sambandh.crm.common.Brand;
import org.sambandh.crm.common.CampaignId;
import org.sambandh.crm.common.Entity;
import org.sambandh.crm.common.EntityRef;
import org.sambandh.crm.common.ExternalRef;
import org.sambandh.crm.common.Invalid;
import org.sambandh.crm.common.Money;
import org.sambandh.crm.common.Revision;
import org.sambandh.crm.common.RuleViolation;
import org.sambandh.crm.common.Text;
import org.sambandh.crm.interaction.Channel;

/** Something done in the market under one name: a mailing, a fair, a series of calls. It has a channel, a budget and what it cost,
 * and members ({@link CampaignMember}) who were frozen when it was sent. Immutable; equal by id; moves forward only: planned, running,
 * finished. */
public final class Campaign implements Entity<CampaignId> {

    /** The most cost entries of one campaign. */
    public static final int MAX_COSTS = 10_000;

    private final CampaignId id;
    private final Revision revision;
    private final List<ExternalRef> externalRefs;
    private final String code;
    private final String name;
    private final Channel channel;
    private final @Nullable Brand brand;
    private final @Nullable Money budget;
    private final List<CampaignCost> costs;
    private final @Nullable LocalDate startsOn;
    private final @Nullable LocalDate endsOn;
    private final CampaignStatus status;
    private final @Nullable Instant audienceFrozenAt;

    private Campaign(Builder b) {
        id = b.id;
        revision = b.revision;
        externalRefs = List.copyOf(b.externalRefs);
        code = Text.required("campaign.code", needed("code", b.code), 60);
        name = Text.required("campaign.name", needed("name", b.name), 200);
        channel = needed("channel", b.channel);
        brand = b.brand;
        budget = b.budget;
        costs = List.copyOf(b.costs);
        startsOn = b.startsOn;
        endsOn = b.endsOn;
        status = b.status;
        audienceFrozenAt = b.audienceFrozenAt == null ? null : b.audienceFrozenAt.truncatedTo(ChronoUnit.MICROS);
        if (startsOn != null && endsOn != null && endsOn.isBefore(startsOn)) {
            throw new Invalid("campaign.endsOn", "not before " + startsOn + ", found " + endsOn);
        }
        if (costs.size() > MAX_COSTS) {
            throw new Invalid("campaign.costs", "at most " + MAX_COSTS + ", found " + costs.size());
        }
        Optional<Currency> currency = currency();
        for (CampaignCost cost : costs) {
            if (!cost.amount().currency().equals(currency.orElseThrow())) {
                throw otherCurrency(currency.orElseThrow(), cost.amount().currency());
            }
        }
    }

    private static <T> T needed(String part, @Nullable T value) {
        if (value == null) {
            throw new Invalid("campaign." + part, "is missing");
        }
        return value;
    }

    /**
     * Returns one to fill: for adapters.
     *
     * @param id its id
     * @return the builder
     */
    public static Builder builder(CampaignId id) {
        return new Builder(id);
    }

    /** {@return a builder with everything of this one} */
    public Builder toBuilder() {
        Builder b = new Builder(id);
        b.revision = revision;
        b.externalRefs = externalRefs;
        b.code = code;
        b.name = name;
        b.channel = channel;
        b.brand = brand;
        b.budget = budget;
        b.costs = costs;
        b.startsOn = startsOn;
        b.endsOn = endsOn;
        b.status = status;
        b.audienceFrozenAt = audienceFrozenAt;
        return b;
    }

    @Override
    public CampaignId id() {
        return id;
    }

    @Override
    public Revision revision() {
        return revision;
    }

    @Override
    public List<ExternalRef> externalRefs() {
        return externalRefs;
    }

    /** {@return its short name, unique among the campaigns of the tenant; at most 60 characters} */
    public String code() {
        return code;
    }

    /** {@return what it is called; at most 200 characters} */
    public String name() {
        return name;
    }

    /** {@return the way by which it reaches its members} */
    public Channel channel() {
        return channel;
    }

    /** {@return under which name of ours it runs} */
    public Optional<Brand> brand() {
        return Optional.ofNullable(brand);
    }

    /** {@return what it may cost; its currency is that of all its costs} */
    public Optional<Money> budget() {
        return Optional.ofNullable(budget);
    }

    /** {@return what it cost, in the order of entry; nothing is ever taken away} */
    public List<CampaignCost> costs() {
        return costs;
    }

    /** {@return its first day, in the tenant's zone} */
    public Optional<LocalDate> startsOn() {
        return Optional.ofNullable(startsOn);
    }

    /** {@return its last day, in the tenant's zone} */
    public Optional<LocalDate> endsOn() {
        return Optional.ofNullable(endsOn);
    }

    /** {@return where it stands} */
    public CampaignStatus status() {
        return status;
    }

    /** {@return the moment as of which its audience was frozen most lately; nothing while it has none} */
    public Optional<Instant> audienceFrozenAt() {
        return Optional.ofNullable(audienceFrozenAt);
    }

    /** {@return the currency of budget and costs; nothing while there is neither} */
    public Optional<Currency> currency() {
        if (budget != null) {
            return Optional.of(budget.currency());
        }
        return costs.stream().findFirst().map(cost -> cost.amount().currency());
    }

    /** {@return what it cost so far; nothing while no currency is known, zero while nothing was entered} */
    public Optional<Money> cost() {
        return currency()
                .map(currency -> costs.stream().map(CampaignCost::amount).reduce(Money.zero(currency), Money::plus));
    }

    /** {@return what is left of the budget, below zero if it is overspent; nothing without a budget} */
    public Optional<Money> budgetLeft() {
        return budget().flatMap(allowed -> cost().map(allowed::minus));
    }

    /**
     * Returns this campaign under another name.
     *
     * @param newName at most 200 characters
     * @return a changed copy
     */
    public Campaign rename(String newName) {
        return toBuilder().name(newName).build();
    }

    /**
     * Returns this campaign on other days.
     *
     * @param first its first day, or null if unknown
     * @param last its last day, or null if unknown
     * @return a changed copy
     * @throws Invalid if it would end before it starts
     * @throws RuleViolation {@code campaign-finished} if it is finished
     */
    public Campaign schedule(@Nullable LocalDate first, @Nullable LocalDate last) {
        return unfinished().startsOn(first).endsOn(last).build();
    }

    /**
     * Returns this campaign with another budget.
     *
     * @param allowed what it may cost, or null for no limit
     * @return a changed copy
     * @throws RuleViolation {@code campaign-currency} if costs were entered in another currency
     */
    public Campaign changeBudget(@Nullable Money allowed) {
        return toBuilder().budget(allowed).build();
    }

    /**
     * Returns this campaign with one more cost; finished ones too, for bills come late. What was entered wrongly is put right by a
     * second entry below zero.
     *
     * @param cost when and how much
     * @return a changed copy
     * @throws RuleViolation {@code campaign-currency} if it is in another currency than the budget or the costs before
     */
    public Campaign addCost(CampaignCost cost) {
        List<CampaignCost> more = new ArrayList<>(costs);
        more.add(cost);
        return toBuilder().costs(more).build();
    }

    /**
     * Returns this campaign further on.
     *
     * @param next running or finished; where it stands already changes nothing
     * @return a changed copy
     * @throws RuleViolation {@code campaign-forward} if it would go back
     */
    public Campaign moveTo(CampaignStatus next) {
        if (next.compareTo(status) < 0) {
            throw new RuleViolation(
                    "campaign-forward",
                    ref(),
                    "Cannot move campaign " + id + " from " + status + " back to " + next + ". Plan another campaign.");
        }
        return toBuilder().status(next).build();
    }

    /**
     * Returns this campaign with an audience as of a moment.
     *
     * @param at the moment
     * @return a changed copy
     * @throws RuleViolation {@code campaign-finished} if it is finished
     */
    public Campaign freeze(Instant at) {
        return unfinished().audienceFrozenAt(at).build();
    }

    /** {@return kind and id} */
    public EntityRef ref() {
        return new EntityRef("campaign", id.value());
    }

    private Builder unfinished() {
        if (status == CampaignStatus.FINISHED) {
            throw new RuleViolation(
                    "campaign-finished", ref(), "Cannot change campaign " + id + ": it is finished. Plan another one.");
        }
        return toBuilder();
    }

    private RuleViolation otherCurrency(Currency own, Currency other) {
        return new RuleViolation(
                "campaign-currency",
                ref(),
                "Campaign " + id + " is kept in " + own.getCurrencyCode() + ", found a cost in "
                        + other.getCurrencyCode() + ". Convert it first (ExchangeRates).");
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Campaign that && id.equals(that.id);
    }

    @Override
    public int hashCode() {
        return id.hashCode();
    }

    /** {@return kind, id and revision} */
    @Override
    public String toString() {
        return "campaign " + id + " (" + revision + ")";
    }

    /** Fills one. Not safe for concurrent use. */
    public static final class Builder {

        private final CampaignId id;
        private Revision revision = Revision.NEW;
        private List<ExternalRef> externalRefs = List.of();
        private @Nullable String code;
        private @Nullable String name;
        private @Nullable Channel channel;
        private @Nullable Brand brand;
        private @Nullable Money budget;
        private List<CampaignCost> costs = List.of();
        private @Nullable LocalDate startsOn;
        private @Nullable LocalDate endsOn;
        private CampaignStatus status = CampaignStatus.PLANNED;
        private @Nullable Instant audienceFrozenAt;

        private Builder(CampaignId id) {
            this.id = id;
        }

        /**
         * Sets revision.
         *
         * @param value given by the store
         * @return this
         */
        public Builder revision(Revision value) {
            revision = value;
            return this;
        }

        /**
         * Sets externalRefs.
         *
         * @param value how other systems name it
         * @return this
         */
        public Builder externalRefs(List<ExternalRef> value) {
            externalRefs = value;
            return this;
        }

        /**
         * Sets code.
         *
         * @param value its short name, unique among the campaigns of the tenant; at most 60 characters
         * @return this
         */
        public Builder code(String value) {
            code = value;
            return this;
        }

        /**
         * Sets name.
         *
         * @param value what it is called; at most 200 characters
         * @return this
         */
        public Builder name(String value) {
            name = value;
            return this;
        }

        /**
         * Sets channel.
         *
         * @param value the way by which it reaches its members
         * @return this
         */
        public Builder channel(Channel value) {
            channel = value;
            return this;
        }

        /**
         * Sets brand.
         *
         * @param value under which name of ours it runs, or null
         * @return this
         */
        public Builder brand(@Nullable Brand value) {
            brand = value;
            return this;
        }

        /**
         * Sets budget.
         *
         * @param value what it may cost; its currency is that of all its costs, or null
         * @return this
         */
        public Builder budget(@Nullable Money value) {
            budget = value;
            return this;
        }

        /**
         * Sets costs.
         *
         * @param value what it cost, in the order of entry; nothing is ever taken away
         * @return this
         */
        public Builder costs(List<CampaignCost> value) {
            costs = value;
            return this;
        }

        /**
         * Sets startsOn.
         *
         * @param value its first day, in the tenant's zone, or null
         * @return this
         */
        public Builder startsOn(@Nullable LocalDate value) {
            startsOn = value;
            return this;
        }

        /**
         * Sets endsOn.
         *
         * @param value its last day, in the tenant's zone, or null
         * @return this
         */
        public Builder endsOn(@Nullable LocalDate value) {
            endsOn = value;
            return this;
        }

        /**
         * Sets status.
         *
         * @param value where it stands
         * @return this
         */
        public Builder status(CampaignStatus value) {
            status = value;
            return this;
        }

        /**
         * Sets audienceFrozenAt.
         *
         * @param value the moment as of which its audience was frozen most lately; nothing while it has none, or null
         * @return this
         */
        public Builder audienceFrozenAt(@Nullable Instant value) {
            audienceFrozenAt = value;
            return this;
        }

        /**
         * Returns the campaign.
         *
         * @return the campaign
         * @throws Invalid if something needed is missing or out of its range
         */
        public Campaign build() {
            return new Campaign(this);
        }
    }
}
