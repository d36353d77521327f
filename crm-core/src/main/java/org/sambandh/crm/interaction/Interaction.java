package org.sambandh.crm.interaction;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.sambandh.crm.common.Actor;
import org.sambandh.crm.common.Brand;
import org.sambandh.crm.common.CustomerId;
import org.sambandh.crm.common.Entity;
import org.sambandh.crm.common.EntityRef;
import org.sambandh.crm.common.ExternalRef;
import org.sambandh.crm.common.InteractionId;
import org.sambandh.crm.common.Revision;
import org.sambandh.crm.field.Attributes;
import org.sambandh.crm.field.HasAttributes;

/**
 * One entry of the log: something that happened between us and the outside. Immutable, and append-only: a correction or
 * a retraction is another entry, and of the old one only {@link #supersededBy()} changes. What is personal in it (raw
 * addresses, subject line, body) can be erased.
 */
public final class Interaction implements Entity<InteractionId>, HasAttributes<Interaction> {

    private final InteractionId id;
    private final Revision revision;
    private final @Nullable Instant occurredAt;
    private final Instant recordedAt;
    private final Channel channel;
    private final Direction direction;
    private final List<EntityRef> regarding;
    private final List<Participant> participants;
    private final @Nullable CustomerId onBehalfOf;
    private final @Nullable Actor performedBy;
    private final @Nullable Brand brand;
    private final @Nullable String subjectLine;
    private final @Nullable Body body;
    private final @Nullable Duration duration;
    private final @Nullable Disposition disposition;
    private final @Nullable String thread;
    private final List<ExternalRef> externalRefs;
    private final @Nullable Correction corrects;
    private final @Nullable InteractionId supersededBy;
    private final Attributes attributes;

    private Interaction(Builder b) {
        id = b.id;
        revision = b.revision;
        occurredAt = InteractionRules.instant("interaction.occurredAt", b.occurredAt);
        recordedAt = InteractionRules.recordedAt(b.recordedAt);
        channel = InteractionRules.required("interaction.channel", b.channel);
        direction = InteractionRules.required("interaction.direction", b.direction);
        regarding = InteractionRules.distinct("interaction.regarding", b.regarding, 100);
        participants = InteractionRules.atMost("interaction.participants", b.participants, 500);
        onBehalfOf = b.onBehalfOf;
        performedBy = b.performedBy;
        brand = b.brand;
        subjectLine = InteractionRules.line("interaction.subjectLine", b.subjectLine, 1_000);
        body = b.body;
        duration = InteractionRules.duration(b.duration);
        disposition = b.disposition;
        thread = InteractionRules.line("interaction.thread", b.thread, 300);
        externalRefs = InteractionRules.distinct("interaction.externalRefs", b.externalRefs, 20);
        corrects = b.corrects;
        supersededBy = b.supersededBy;
        attributes = b.attributes;
    }

    /**
     * Returns an entry to fill: channel, direction and the time of recording are needed.
     *
     * @param id its id
     * @return the builder
     */
    public static Builder builder(InteractionId id) {
        return new Builder(id);
    }

    /** {@return a builder that holds everything of this entry} */
    public Builder toBuilder() {
        return toBuilder(id);
    }

    Builder toBuilder(InteractionId otherId) {
        Builder b = new Builder(otherId);
        b.revision = revision;
        b.occurredAt = occurredAt;
        b.recordedAt = recordedAt;
        b.channel = channel;
        b.direction = direction;
        b.regarding = regarding;
        b.participants = participants;
        b.onBehalfOf = onBehalfOf;
        b.performedBy = performedBy;
        b.brand = brand;
        b.subjectLine = subjectLine;
        b.body = body;
        b.duration = duration;
        b.disposition = disposition;
        b.thread = thread;
        b.externalRefs = externalRefs;
        b.corrects = corrects;
        b.supersededBy = supersededBy;
        b.attributes = attributes;
        return b;
    }

    @Override
    public InteractionId id() {
        return id;
    }

    @Override
    public Revision revision() {
        return revision;
    }

    /** {@return when it happened, to the microsecond; may lie long before it was recorded; missing if unknown} */
    public Optional<Instant> occurredAt() {
        return Optional.ofNullable(occurredAt);
    }

    /** {@return when it was written down, to the microsecond} */
    public Instant recordedAt() {
        return recordedAt;
    }

    /** {@return by what means} */
    public Channel channel() {
        return channel;
    }

    /** {@return who began} */
    public Direction direction() {
        return direction;
    }

    /** {@return what it is about: any of party, lead, opportunity, ticket, purchase; each once} */
    public List<EntityRef> regarding() {
        return regarding;
    }

    /** {@return who took part, in the order given} */
    public List<Participant> participants() {
        return participants;
    }

    /** {@return the organisation for which the party spoke} */
    public Optional<CustomerId> onBehalfOf() {
        return Optional.ofNullable(onBehalfOf);
    }

    /** {@return who on our side did it} */
    public Optional<Actor> performedBy() {
        return Optional.ofNullable(performedBy);
    }

    /** {@return under which name we acted} */
    public Optional<Brand> brand() {
        return Optional.ofNullable(brand);
    }

    /** {@return the subject line, at most 1,000 characters} */
    public Optional<String> subjectLine() {
        return Optional.ofNullable(subjectLine);
    }

    /** {@return what was said or written} */
    public Optional<Body> body() {
        return Optional.ofNullable(body);
    }

    /** {@return how long it took: 0 to 366 days, to the microsecond} */
    public Optional<Duration> duration() {
        return Optional.ofNullable(duration);
    }

    /** {@return how it ended} */
    public Optional<Disposition> disposition() {
        return Optional.ofNullable(disposition);
    }

    /** {@return the key that all entries of one conversation share; at most 300 characters} */
    public Optional<String> thread() {
        return Optional.ofNullable(thread);
    }

    @Override
    public List<ExternalRef> externalRefs() {
        return externalRefs;
    }

    /** {@return what it does to an earlier entry; missing for an entry that stands on its own} */
    public Optional<Correction> corrects() {
        return Optional.ofNullable(corrects);
    }

    /** {@return the entry that took its place or took it back; it no longer counts then} */
    public Optional<InteractionId> supersededBy() {
        return Optional.ofNullable(supersededBy);
    }

    @Override
    public Attributes attributes() {
        return attributes;
    }

    @Override
    public Interaction withAttributes(Attributes newAttributes) {
        return toBuilder().attributes(newAttributes).build();
    }

    /** {@return the first entry of its line of corrections: its own id if it corrects nothing} */
    public InteractionId original() {
        return corrects == null ? id : corrects.original();
    }

    /** {@return whether it counts: nothing took its place, and it is no retraction} */
    public boolean isValid() {
        return supersededBy == null && !isRetraction();
    }

    /** {@return whether it takes another entry back without putting anything in its place} */
    public boolean isRetraction() {
        return corrects != null && corrects.retracts();
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Interaction that && id.equals(that.id);
    }

    @Override
    public int hashCode() {
        return id.hashCode();
    }

    /** {@return kind, id and revision} */
    @Override
    public String toString() {
        return "interaction " + id + " revision " + revision.value();
    }

    /** Fills an entry. Not safe for concurrent use. */
    public static final class Builder {

        private final InteractionId id;
        private Revision revision = Revision.NEW;
        private @Nullable Instant occurredAt;
        private @Nullable Instant recordedAt;
        private @Nullable Channel channel;
        private @Nullable Direction direction;
        private List<EntityRef> regarding = List.of();
        private List<Participant> participants = List.of();
        private @Nullable CustomerId onBehalfOf;
        private @Nullable Actor performedBy;
        private @Nullable Brand brand;
        private @Nullable String subjectLine;
        private @Nullable Body body;
        private @Nullable Duration duration;
        private @Nullable Disposition disposition;
        private @Nullable String thread;
        private List<ExternalRef> externalRefs = List.of();
        private @Nullable Correction corrects;
        private @Nullable InteractionId supersededBy;
        private Attributes attributes = Attributes.none();

        private Builder(InteractionId id) {
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
         * Sets occurredAt.
         *
         * @param value when it happened, or null if unknown
         * @return this
         */
        public Builder occurredAt(@Nullable Instant value) {
            occurredAt = value;
            return this;
        }

        /**
         * Sets recordedAt.
         *
         * @param value when it was written down
         * @return this
         */
        public Builder recordedAt(@Nullable Instant value) {
            recordedAt = value;
            return this;
        }

        /**
         * Sets channel.
         *
         * @param value by what means
         * @return this
         */
        public Builder channel(@Nullable Channel value) {
            channel = value;
            return this;
        }

        /**
         * Sets direction.
         *
         * @param value who began
         * @return this
         */
        public Builder direction(@Nullable Direction value) {
            direction = value;
            return this;
        }

        /**
         * Sets regarding.
         *
         * @param value what it is about
         * @return this
         */
        public Builder regarding(List<EntityRef> value) {
            regarding = value;
            return this;
        }

        /**
         * Sets participants.
         *
         * @param value who took part
         * @return this
         */
        public Builder participants(List<Participant> value) {
            participants = value;
            return this;
        }

        /**
         * Sets onBehalfOf.
         *
         * @param value the organisation, or null
         * @return this
         */
        public Builder onBehalfOf(@Nullable CustomerId value) {
            onBehalfOf = value;
            return this;
        }

        /**
         * Sets performedBy.
         *
         * @param value who on our side did it, or null
         * @return this
         */
        public Builder performedBy(@Nullable Actor value) {
            performedBy = value;
            return this;
        }

        /**
         * Sets brand.
         *
         * @param value the brand, or null
         * @return this
         */
        public Builder brand(@Nullable Brand value) {
            brand = value;
            return this;
        }

        /**
         * Sets subjectLine.
         *
         * @param value the subject line, or null
         * @return this
         */
        public Builder subjectLine(@Nullable String value) {
            subjectLine = value;
            return this;
        }

        /**
         * Sets body.
         *
         * @param value what was said or written, or null
         * @return this
         */
        public Builder body(@Nullable Body value) {
            body = value;
            return this;
        }

        /**
         * Sets duration.
         *
         * @param value how long it took, or null
         * @return this
         */
        public Builder duration(@Nullable Duration value) {
            duration = value;
            return this;
        }

        /**
         * Sets disposition.
         *
         * @param value how it ended, or null
         * @return this
         */
        public Builder disposition(@Nullable Disposition value) {
            disposition = value;
            return this;
        }

        /**
         * Sets thread.
         *
         * @param value the key, or null
         * @return this
         */
        public Builder thread(@Nullable String value) {
            thread = value;
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
         * Sets corrects.
         *
         * @param value what it does to an earlier entry, or null
         * @return this
         */
        public Builder corrects(@Nullable Correction value) {
            corrects = value;
            return this;
        }

        /**
         * Sets supersededBy.
         *
         * @param value the entry that took its place, or null
         * @return this
         */
        public Builder supersededBy(@Nullable InteractionId value) {
            supersededBy = value;
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
         * Returns the entry.
         *
         * @return the entry
         * @throws org.sambandh.crm.common.Invalid if channel, direction or the time of recording is missing, or a value
         *     is out of its range
         */
        public Interaction build() {
            return new Interaction(this);
        }
    }
}
