package org.sambandh.crm.pipeline;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.sambandh.crm.common.Brand;
import org.sambandh.crm.common.CustomerId;
import org.sambandh.crm.common.Entity;
import org.sambandh.crm.common.EntityRef;
import org.sambandh.crm.common.ExternalRef;
import org.sambandh.crm.common.LeadId;
import org.sambandh.crm.common.Moment;
import org.sambandh.crm.common.Money;
import org.sambandh.crm.common.OpportunityId;
import org.sambandh.crm.common.PipelineId;
import org.sambandh.crm.common.Revision;
import org.sambandh.crm.common.RuleViolation;
import org.sambandh.crm.common.Text;
import org.sambandh.crm.field.Attributes;
import org.sambandh.crm.field.HasAttributes;
import org.sambandh.crm.team.Ownership;

/**
 * A deal: what somebody may buy, how likely, for how much, and everything that happened to it on the way. Customer and
 * amount may be missing while it is open. Immutable; equal by id; every verb returns a changed copy or refuses.
 */
public final class Opportunity implements Entity<OpportunityId>, HasAttributes<Opportunity> {

    /** A copy of what built it; never changed again. */
    private final Builder state;

    private Opportunity(Builder builder) {
        state = builder.copy();
        state.name = Text.required("opportunity.name", state.name, 200);
        state.stage = Text.required("opportunity.stage", state.stage, 60);
        state.stageProbability = Stage.probability("opportunity.stageProbability", state.stageProbability);
        if (state.probabilityByHand != null) {
            state.probabilityByHand = Stage.probability("opportunity.probability", state.probabilityByHand);
        }
        state.lines = DealRules.numbered(state.lines);
        state.amount = DealRules.amount(ref(), state.amount, state.lines);
        state.stakeholders = DealRules.stakeholders(state.stakeholders);
        DealRules.check(this);
    }

    @Override
    public OpportunityId id() {
        return state.id;
    }

    @Override
    public Revision revision() {
        return state.revision;
    }

    /** {@return kind and id} */
    public EntityRef ref() {
        return EntityRef.of(state.id);
    }

    /** {@return what it is called} */
    public String name() {
        return state.name;
    }

    /** {@return who would buy; nothing if not known yet} */
    public Optional<CustomerId> customer() {
        return Optional.ofNullable(state.customer);
    }

    /** {@return the pipeline whose stages it goes through} */
    public PipelineId pipeline() {
        return state.pipeline;
    }

    /** {@return the code of its stage; for a closed deal, of the stage that shows closed ones if the pipeline has one} */
    public String stage() {
        return state.stage;
    }

    /** {@return the probability of its stage, 0 to 1, as it was when last followed} */
    public BigDecimal stageProbability() {
        return state.stageProbability;
    }

    /** {@return the probability somebody set by hand, 0 included; nothing where it follows the stage} */
    public Optional<BigDecimal> probabilityByHand() {
        return Optional.ofNullable(state.probabilityByHand);
    }

    /** {@return how likely it is won, 0 to 1: set by hand or the stage's; 1 once won, 0 once lost or void} */
    public BigDecimal probability() {
        return switch (outcome().kind()) {
            case OPEN -> state.probabilityByHand == null ? state.stageProbability : state.probabilityByHand;
            case WON -> BigDecimal.ONE;
            case LOST, VOID -> BigDecimal.ZERO;
        };
    }

    /** {@return the amount, net of tax: the sum of the lines where all have a price, else what was given, if anything} */
    public Optional<Money> amount() {
        return Optional.ofNullable(state.amount);
    }

    /** {@return its lines by number} */
    public List<Line> lines() {
        return state.lines;
    }

    /** {@return the day on which it is expected to close, in the tenant's zone} */
    public Optional<LocalDate> expectedClose() {
        return Optional.ofNullable(state.expectedClose);
    }

    /** {@return when it was opened, engaged, in which stage, closed and opened again} */
    public DealHistory history() {
        return state.history;
    }

    /** {@return who works on it} */
    public Optional<Ownership> owner() {
        return Optional.ofNullable(state.owner);
    }

    /** {@return the parties with a part in it} */
    public List<Stakeholder> stakeholders() {
        return state.stakeholders;
    }

    /** {@return under which name the tenant sells it} */
    public Optional<Brand> brand() {
        return Optional.ofNullable(state.brand);
    }

    /** {@return the enquiry it came from} */
    public Optional<LeadId> lead() {
        return Optional.ofNullable(state.lead);
    }

    @Override
    public List<ExternalRef> externalRefs() {
        return state.externalRefs;
    }

    @Override
    public Attributes attributes() {
        return state.attributes;
    }

    /** {@return how it stands} */
    public Outcome outcome() {
        return state.history.outcome();
    }

    /** {@return whether it is still worked on} */
    public boolean isOpen() {
        return outcome().isOpen();
    }

    /** {@return the local day of the latest close; nothing while it is open} */
    public Optional<LocalDate> closedOn() {
        return state.history.closedOn();
    }

    /**
     * Returns this deal in another stage. Whether the stage may be entered from here is asked before ({@code next}, entry
     * condition): that needs the pipeline and the catalogue.
     *
     * @param to an open stage of its pipeline
     * @param moment when, not before what is known of it
     * @return the changed deal; itself if it is there already
     * @throws RuleViolation {@code deal-closed}, {@code stage-closes} or {@code not-before-history}
     */
    public Opportunity moveTo(Stage to, Moment moment) {
        DealRules.isOpen(this, "move to stage '" + to.code() + "'");
        DealRules.isOpen(this, to);
        if (to.code().equals(state.stage)) {
            return this;
        }
        DealRules.follows(this, moment.at());
        return toBuilder()
                .stage(to.code())
                .stageProbability(to.probability())
                .history(state.history.entered(to, moment.at()))
                .build();
    }

    /**
     * Returns this deal closed.
     *
     * @param outcome won, lost or void
     * @param shownIn the stage of the pipeline that shows such deals, or null to leave it where it is
     * @param moment when; its local day is the day of closing
     * @return the changed deal; a lost one keeps its amount
     * @throws RuleViolation {@code deal-closed}, {@code won-needs-customer}, {@code close-before-engage} or
     *     {@code not-before-history}
     */
    public Opportunity close(Outcome outcome, @Nullable Stage shownIn, Moment moment) {
        DealRules.isOpen(this, "close as " + outcome.kind());
        DealRules.notBeforeEngaging(ref(), state.history, moment.date(), moment.at());
        DealRules.follows(this, moment.at());
        Builder closed = toBuilder().history(state.history.closed(outcome, moment.date(), moment.at()));
        return (shownIn == null ? closed : closed.stage(shownIn.code())).build();
    }

    /**
     * Returns this deal worked on again.
     *
     * @param to an open stage of its pipeline
     * @param reason why
     * @param moment when, not before it was closed
     * @return the changed deal; the probability follows the stage again
     * @throws RuleViolation {@code deal-open} if it was not closed, {@code stage-closes} or {@code not-before-history}
     */
    public Opportunity reopen(Stage to, String reason, Moment moment) {
        if (isOpen()) {
            throw new RuleViolation("deal-open", ref(), "Cannot reopen the deal: it is open. Move it instead.");
        }
        DealRules.isOpen(this, to);
        DealRules.follows(this, moment.at());
        String why = Text.required("opportunity.reopenReason", reason, 500);
        return toBuilder()
                .stage(to.code())
                .stageProbability(to.probability())
                .probabilityByHand(null)
                .history(state.history.reopened(to, moment.date(), moment.at(), why))
                .build();
    }

    /**
     * Returns this deal with another amount.
     *
     * @param newAmount net of tax, not below zero; null for none
     * @return the changed deal
     * @throws RuleViolation {@code amount-below-zero}; {@code amount-from-lines} if the lines say the amount;
     *     {@code one-currency} if the lines have another currency
     */
    public Opportunity changeAmount(@Nullable Money newAmount) {
        DealRules.amountIsFree(this, newAmount);
        return toBuilder().amount(newAmount).build();
    }

    @Override
    public Opportunity withAttributes(Attributes newAttributes) {
        return toBuilder().attributes(newAttributes).build();
    }

    /**
     * Returns a builder for adapters.
     *
     * @param id its id
     * @return the builder of a deal in the first stage of the default pipeline, of which nothing else is known
     */
    public static Builder builder(OpportunityId id) {
        return new Builder(id);
    }

    /** {@return a builder that holds this deal} */
    public Builder toBuilder() {
        return state.copy();
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Opportunity that && state.id.equals(that.state.id);
    }

    @Override
    public int hashCode() {
        return state.id.hashCode();
    }

    /** {@return kind, id and revision} */
    @Override
    public String toString() {
        return ref() + " " + state.revision;
    }

    /** Builds a deal. Not safe for concurrent use. */
    public static final class Builder implements Cloneable {

        private final OpportunityId id;
        private Revision revision = Revision.NEW;
        private String name = "Deal";
        private @Nullable CustomerId customer;
        private PipelineId pipeline = Pipeline.DEFAULT;
        private String stage = "prospecting";
        private BigDecimal stageProbability = BigDecimal.ZERO;
        private @Nullable BigDecimal probabilityByHand;
        private @Nullable Money amount;
        private List<Line> lines = List.of();
        private @Nullable LocalDate expectedClose;
        private DealHistory history = DealHistory.UNKNOWN;
        private @Nullable Ownership owner;
        private List<Stakeholder> stakeholders = List.of();
        private @Nullable Brand brand;
        private @Nullable LeadId lead;
        private List<ExternalRef> externalRefs = List.of();
        private Attributes attributes = Attributes.none();

        private Builder(OpportunityId id) {
            this.id = id;
        }

        private Builder copy() {
            try {
                return (Builder) clone();
            } catch (CloneNotSupportedException e) {
                throw new IllegalStateException(e);
            }
        }

        /**
         * {@return this, with another value}
         *
         * @param value which stored state it is
         */
        public Builder revision(Revision value) {
            revision = value;
            return this;
        }

        /**
         * {@return this, with another value}
         *
         * @param value at most 200 characters
         */
        public Builder name(String value) {
            name = value;
            return this;
        }

        /**
         * {@return this, with another value}
         *
         * @param value who would buy, or null
         */
        public Builder customer(@Nullable CustomerId value) {
            customer = value;
            return this;
        }

        /**
         * {@return this, with another value}
         *
         * @param value the pipeline it goes through
         */
        public Builder pipeline(PipelineId value) {
            pipeline = value;
            return this;
        }

        /**
         * {@return this, with another value}
         *
         * @param value the code of its stage
         */
        public Builder stage(String value) {
            stage = value;
            return this;
        }

        /**
         * {@return this, with another value}
         *
         * @param value the probability of its stage, 0 to 1
         */
        public Builder stageProbability(BigDecimal value) {
            stageProbability = value;
            return this;
        }

        /**
         * {@return this, with another value}
         *
         * @param value 0 to 1, or null to follow the stage
         */
        public Builder probabilityByHand(@Nullable BigDecimal value) {
            probabilityByHand = value;
            return this;
        }

        /**
         * {@return this, with another value}
         *
         * @param value net of tax, or null; the lines, where all have a price, overrule it
         */
        public Builder amount(@Nullable Money value) {
            amount = value;
            return this;
        }

        /**
         * {@return this, with another value}
         *
         * @param value all lines
         */
        public Builder lines(List<Line> value) {
            lines = List.copyOf(value);
            return this;
        }

        /**
         * {@return this, with another value}
         *
         * @param value the expected day, or null
         */
        public Builder expectedClose(@Nullable LocalDate value) {
            expectedClose = value;
            return this;
        }

        /**
         * {@return this, with another value}
         *
         * @param value everything about when
         */
        public Builder history(DealHistory value) {
            history = value;
            return this;
        }

        /**
         * {@return this, with another value}
         *
         * @param value who works on it, or null
         */
        public Builder owner(@Nullable Ownership value) {
            owner = value;
            return this;
        }

        /**
         * {@return this, with another value}
         *
         * @param value the parties with a part in it
         */
        public Builder stakeholders(List<Stakeholder> value) {
            stakeholders = List.copyOf(value);
            return this;
        }

        /**
         * {@return this, with another value}
         *
         * @param value under which name it is sold, or null
         */
        public Builder brand(@Nullable Brand value) {
            brand = value;
            return this;
        }

        /**
         * {@return this, with another value}
         *
         * @param value the enquiry it came from, or null
         */
        public Builder lead(@Nullable LeadId value) {
            lead = value;
            return this;
        }

        /**
         * {@return this, with another value}
         *
         * @param value how other systems name it
         */
        public Builder externalRefs(List<ExternalRef> value) {
            externalRefs = List.copyOf(value);
            return this;
        }

        /**
         * {@return this, with another value}
         *
         * @param value the host's own properties
         */
        public Builder attributes(Attributes value) {
            attributes = value;
            return this;
        }

        /**
         * {@return the deal, checked}
         *
         * @throws RuleViolation {@code won-needs-customer}, {@code amount-below-zero}, {@code close-before-engage},
         *     {@code one-currency}
         */
        public Opportunity build() {
            return new Opportunity(this);
        }
    }
}
