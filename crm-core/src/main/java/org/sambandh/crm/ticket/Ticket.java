package org.sambandh.crm.ticket;

import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.sambandh.crm.common.Actor;
import org.sambandh.crm.common.AssetId;
import org.sambandh.crm.common.CustomerId;
import org.sambandh.crm.common.Entity;
import org.sambandh.crm.common.EntityRef;
import org.sambandh.crm.common.ExternalRef;
import org.sambandh.crm.common.ProductId;
import org.sambandh.crm.common.Revision;
import org.sambandh.crm.common.Text;
import org.sambandh.crm.common.TicketId;
import org.sambandh.crm.field.Attributes;
import org.sambandh.crm.field.HasAttributes;
import org.sambandh.crm.interaction.Body;
import org.sambandh.crm.team.Ownership;

/** What a customer asks of service. Immutable; equal by id. {@link Tickets} moves it, because its clocks follow the tenant's
 * calendars. */
public final class Ticket implements Entity<TicketId>, HasAttributes<Ticket> {

    private static final Classification UNCLASSIFIED =
            new Classification(null, null, null, null, PriorityTable.STANDARD.otherwise(), false);

    private final TicketId id;
    private final Revision revision;
    private final String number;
    private final String subjectLine;
    private final @Nullable Body description;
    private final Classification classification;
    private final Concern concern;
    private final @Nullable Ownership owner;
    private final Instant openedAt;
    private final Actor openedBy;
    private final List<StatusVisit> history;
    private final @Nullable Instant respondedAt;
    private final int reassignments;
    private final int reopens;
    private final @Nullable String resolutionCode;
    private final ServiceLevel serviceLevel;
    private final List<ExternalRef> externalRefs;
    private final Attributes attributes;

    private Ticket(Builder b) {
        id = b.id;
        revision = b.revision;
        number = Text.required("ticket.number", TicketRules.needed("ticket.number", b.number), 60);
        subjectLine = Text.required("ticket.subjectLine", TicketRules.needed("ticket.subjectLine", b.subjectLine), 300);
        description = b.description;
        classification = b.classification;
        concern = b.concern;
        owner = b.owner;
        openedAt = TicketRules.micros(TicketRules.needed("ticket.openedAt", b.openedAt));
        openedBy = TicketRules.needed("ticket.openedBy", b.openedBy);
        history = TicketRules.inOrder(openedAt, b.history);
        respondedAt = b.respondedAt == null ? null : TicketRules.notBefore(openedAt, b.respondedAt);
        reassignments = TicketRules.count("ticket.reassignments", b.reassignments);
        reopens = TicketRules.count("ticket.reopens", b.reopens);
        resolutionCode = Text.orMissing("ticket.resolutionCode", b.resolutionCode, 100);
        serviceLevel = b.serviceLevel;
        externalRefs = List.copyOf(new LinkedHashSet<>(b.externalRefs));
        attributes = b.attributes;
    }

    /**
     * Returns one to fill: for adapters.
     *
     * @param id its id
     * @return the builder
     */
    public static Builder builder(TicketId id) {
        return new Builder(id);
    }

    /** {@return a builder that holds everything of this one} */
    public Builder toBuilder() {
        Builder b = new Builder(id);
        b.revision = revision;
        b.number = number;
        b.subjectLine = subjectLine;
        b.description = description;
        b.classification = classification;
        b.concern = concern;
        b.owner = owner;
        b.openedAt = openedAt;
        b.openedBy = openedBy;
        b.history = history;
        b.respondedAt = respondedAt;
        b.reassignments = reassignments;
        b.reopens = reopens;
        b.resolutionCode = resolutionCode;
        b.serviceLevel = serviceLevel;
        b.externalRefs = externalRefs;
        b.attributes = attributes;
        return b;
    }

    @Override
    public TicketId id() {
        return id;
    }

    @Override
    public Revision revision() {
        return revision;
    }

    /** {@return the number people name; at most 60 characters, unique within the tenant} */
    public String number() {
        return number;
    }

    /** {@return what it is about in one line; at most 300 characters} */
    public String subjectLine() {
        return subjectLine;
    }

    /** {@return what was asked, as text or as a file of the host's} */
    public Optional<Body> description() {
        return Optional.ofNullable(description);
    }

    /** {@return what kind it is and how much it matters} */
    public Classification classification() {
        return classification;
    }

    /** {@return whom and what it concerns} */
    public Concern concern() {
        return concern;
    }

    /** {@return who is to solve it} */
    public Optional<Ownership> owner() {
        return Optional.ofNullable(owner);
    }

    /** {@return when it was opened, to the microsecond; the clocks start here} */
    public Instant openedAt() {
        return openedAt;
    }

    /** {@return who opened it} */
    public Actor openedBy() {
        return openedBy;
    }

    /** {@return the statuses it went through in order; at least one, the last one is where it stands} */
    public List<StatusVisit> history() {
        return history;
    }

    /** {@return when somebody first answered} */
    public Optional<Instant> respondedAt() {
        return Optional.ofNullable(respondedAt);
    }

    /** {@return how often it went from one owner to another} */
    public int reassignments() {
        return reassignments;
    }

    /** {@return how often it was reopened} */
    public int reopens() {
        return reopens;
    }

    /** {@return the tenant's code for how it was solved; at most 100 characters} */
    public Optional<String> resolutionCode() {
        return Optional.ofNullable(resolutionCode);
    }

    /** {@return what was promised, and how that stands} */
    public ServiceLevel serviceLevel() {
        return serviceLevel;
    }

    @Override
    public List<ExternalRef> externalRefs() {
        return externalRefs;
    }

    @Override
    public Attributes attributes() {
        return attributes;
    }

    @Override
    public Ticket withAttributes(Attributes newAttributes) {
        return toBuilder().attributes(newAttributes).build();
    }

    /** {@return the reference to it} */
    public EntityRef ref() {
        return new EntityRef("ticket", id.value());
    }

    /** {@return the status it is in, and since when} */
    public StatusVisit status() {
        return history.get(history.size() - 1);
    }

    /** {@return whose ticket it is} */
    public Optional<CustomerId> customer() {
        return Optional.ofNullable(concern.customer());
    }

    /** {@return who asks on behalf of the customer} */
    public Optional<CustomerId> contact() {
        return Optional.ofNullable(concern.contact());
    }

    /** {@return the product it is about} */
    public Optional<ProductId> product() {
        return Optional.ofNullable(concern.product());
    }

    /** {@return the installed asset it is about} */
    public Optional<AssetId> asset() {
        return Optional.ofNullable(concern.asset());
    }

    /** {@return whether something is left to do: neither solved nor closed} */
    public boolean isOpen() {
        return !status().phase().isDone();
    }

    /** {@return when it was solved; nothing while it is open, and where it was closed without} */
    public Optional<Instant> solvedAt() {
        return TicketRules.sinceDone(history, TicketPhase.SOLVED);
    }

    /** {@return when it was closed; nothing unless it is} */
    public Optional<Instant> closedAt() {
        return TicketRules.sinceDone(history, TicketPhase.CLOSED);
    }

    boolean sameAs(Ticket other) {
        return state().equals(other.state());
    }

    private List<Object> state() {
        return List.of(
                List.of(number, subjectLine, description(), classification, openedAt, openedBy, history),
                List.of(concern, owner(), respondedAt(), resolutionCode()),
                List.of(reassignments, reopens, serviceLevel, externalRefs, attributes));
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Ticket that && id.equals(that.id);
    }

    @Override
    public int hashCode() {
        return id.hashCode();
    }

    /** {@return kind, id and revision} */
    @Override
    public String toString() {
        return "ticket " + id + " (" + revision.value() + ")";
    }

    /** Fills one. Not safe for concurrent use. */
    public static final class Builder {

        private final TicketId id;
        private Revision revision = Revision.NEW;
        private @Nullable String number;
        private @Nullable String subjectLine;
        private @Nullable Body description;
        private Classification classification = UNCLASSIFIED;
        private Concern concern = Concern.NONE;
        private @Nullable Ownership owner;
        private @Nullable Instant openedAt;
        private @Nullable Actor openedBy;
        private List<StatusVisit> history = List.of();
        private @Nullable Instant respondedAt;
        private int reassignments = 0;
        private int reopens = 0;
        private @Nullable String resolutionCode;
        private ServiceLevel serviceLevel = ServiceLevel.NONE;
        private List<ExternalRef> externalRefs = List.of();
        private Attributes attributes = Attributes.none();

        private Builder(TicketId id) {
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
         * Sets number.
         *
         * @param value the number people name
         * @return this
         */
        public Builder number(@Nullable String value) {
            number = value;
            return this;
        }

        /**
         * Sets subjectLine.
         *
         * @param value what it is about in one line
         * @return this
         */
        public Builder subjectLine(@Nullable String value) {
            subjectLine = value;
            return this;
        }

        /**
         * Sets description.
         *
         * @param value what was asked, as text or as a file of the host's, or null
         * @return this
         */
        public Builder description(@Nullable Body value) {
            description = value;
            return this;
        }

        /**
         * Sets classification.
         *
         * @param value what kind it is and how much it matters
         * @return this
         */
        public Builder classification(Classification value) {
            classification = value;
            return this;
        }

        /**
         * Sets concern.
         *
         * @param value whom and what it concerns
         * @return this
         */
        public Builder concern(Concern value) {
            concern = value;
            return this;
        }

        /**
         * Sets owner.
         *
         * @param value who is to solve it, or null
         * @return this
         */
        public Builder owner(@Nullable Ownership value) {
            owner = value;
            return this;
        }

        /**
         * Sets openedAt.
         *
         * @param value when it was opened, to the microsecond
         * @return this
         */
        public Builder openedAt(@Nullable Instant value) {
            openedAt = value;
            return this;
        }

        /**
         * Sets openedBy.
         *
         * @param value who opened it
         * @return this
         */
        public Builder openedBy(@Nullable Actor value) {
            openedBy = value;
            return this;
        }

        /**
         * Sets history.
         *
         * @param value the statuses it went through in order
         * @return this
         */
        public Builder history(List<StatusVisit> value) {
            history = value;
            return this;
        }

        /**
         * Sets respondedAt.
         *
         * @param value when somebody first answered, or null
         * @return this
         */
        public Builder respondedAt(@Nullable Instant value) {
            respondedAt = value;
            return this;
        }

        /**
         * Sets reassignments.
         *
         * @param value how often it went from one owner to another
         * @return this
         */
        public Builder reassignments(int value) {
            reassignments = value;
            return this;
        }

        /**
         * Sets reopens.
         *
         * @param value how often it was reopened
         * @return this
         */
        public Builder reopens(int value) {
            reopens = value;
            return this;
        }

        /**
         * Sets resolutionCode.
         *
         * @param value the tenant's code for how it was solved, or null
         * @return this
         */
        public Builder resolutionCode(@Nullable String value) {
            resolutionCode = value;
            return this;
        }

        /**
         * Sets serviceLevel.
         *
         * @param value what was promised, and how that stands
         * @return this
         */
        public Builder serviceLevel(ServiceLevel value) {
            serviceLevel = value;
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
         * Sets attributes.
         *
         * @param value the host's own properties
         * @return this
         */
        public Builder attributes(Attributes value) {
            attributes = value;
            return this;
        }

        /**
         * Returns it.
         *
         * @return what was filled
         * @throws org.sambandh.crm.common.Invalid if something needed is missing or out of its range
         */
        public Ticket build() {
            return new Ticket(this);
        }
    }
}
