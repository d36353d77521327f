package org.sambandh.crm.callcentre;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.sambandh.crm.common.CallAttemptId;
import org.sambandh.crm.common.CallEntryId;
import org.sambandh.crm.common.CallListId;
import org.sambandh.crm.common.CustomerId;
import org.sambandh.crm.common.Entity;
import org.sambandh.crm.common.ExternalRef;
import org.sambandh.crm.common.InteractionId;
import org.sambandh.crm.common.Invalid;
import org.sambandh.crm.common.Revision;
import org.sambandh.crm.common.Text;
import org.sambandh.crm.common.UserId;

/** One attempt to call a party, and how it ended. Immutable; equal by id; never changed afterwards, except that a merge may move it. */
public final class CallAttempt implements Entity<CallAttemptId> {

    static final Duration MAX_TIME = Duration.ofHours(24);

    private final CallAttemptId id;
    private final Revision revision;
    private final List<ExternalRef> externalRefs;
    private final CallListId list;
    private final CallEntryId entry;
    private final CustomerId party;
    private final UserId agent;
    private final Instant at;
    private final Duration handleTime;
    private final String disposition;
    private final CallOutcome outcome;
    private final boolean converted;
    private final @Nullable InteractionId interaction;

    private CallAttempt(Builder b) {
        id = b.id;
        revision = b.revision;
        externalRefs = List.copyOf(b.externalRefs);
        list = needed("list", b.list);
        entry = needed("entry", b.entry);
        party = needed("party", b.party);
        agent = needed("agent", b.agent);
        at = needed("at", b.at).truncatedTo(ChronoUnit.MICROS);
        handleTime = b.handleTime;
        disposition = Text.required("callAttempt.disposition", needed("disposition", b.disposition), 60);
        outcome = needed("outcome", b.outcome);
        converted = b.converted;
        interaction = b.interaction;
        if (handleTime.isNegative() || handleTime.compareTo(MAX_TIME) > 0) {
            throw new Invalid("callAttempt.handleTime", "0 to 24 hours, found " + handleTime);
        }
    }

    private static <T> T needed(String part, @Nullable T value) {
        if (value == null) {
            throw new Invalid("callAttempt." + part, "is missing");
        }
        return value;
    }

    /**
     * Returns one to fill: for adapters.
     *
     * @param id its id
     * @return the builder
     */
    public static Builder builder(CallAttemptId id) {
        return new Builder(id);
    }

    /** {@return a builder with everything of this one} */
    public Builder toBuilder() {
        Builder b = new Builder(id);
        b.revision = revision;
        b.externalRefs = externalRefs;
        b.list = list;
        b.entry = entry;
        b.party = party;
        b.agent = agent;
        b.at = at;
        b.handleTime = handleTime;
        b.disposition = disposition;
        b.outcome = outcome;
        b.converted = converted;
        b.interaction = interaction;
        return b;
    }

    @Override
    public CallAttemptId id() {
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

    /** {@return the list} */
    public CallListId list() {
        return list;
    }

    /** {@return the party's place on it} */
    public CallEntryId entry() {
        return entry;
    }

    /** {@return who was called} */
    public CustomerId party() {
        return party;
    }

    /** {@return who called} */
    public UserId agent() {
        return agent;
    }

    /** {@return when the call began} */
    public Instant at() {
        return at;
    }

    /** {@return how long the agent was busy with it, talking and noting; at most 24 hours} */
    public Duration handleTime() {
        return handleTime;
    }

    /** {@return the code it ended with} */
    public String disposition() {
        return disposition;
    }

    /** {@return what the code means} */
    public CallOutcome outcome() {
        return outcome;
    }

    /** {@return whether it reached what the list is for} */
    public boolean converted() {
        return converted;
    }

    /** {@return its entry in the party's timeline} */
    public Optional<InteractionId> interaction() {
        return Optional.ofNullable(interaction);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof CallAttempt that && id.equals(that.id);
    }

    @Override
    public int hashCode() {
        return id.hashCode();
    }

    /** {@return kind, id and revision} */
    @Override
    public String toString() {
        return "callAttempt " + id + " (" + revision + ")";
    }

    /** Fills one. Not safe for concurrent use. */
    public static final class Builder {

        private final CallAttemptId id;
        private Revision revision = Revision.NEW;
        private List<ExternalRef> externalRefs = List.of();
        private @Nullable CallListId list;
        private @Nullable CallEntryId entry;
        private @Nullable CustomerId party;
        private @Nullable UserId agent;
        private @Nullable Instant at;
        private Duration handleTime = Duration.ZERO;
        private @Nullable String disposition;
        private @Nullable CallOutcome outcome;
        private boolean converted;
        private @Nullable InteractionId interaction;

        private Builder(CallAttemptId id) {
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
         * Sets list.
         *
         * @param value the list
         * @return this
         */
        public Builder list(CallListId value) {
            list = value;
            return this;
        }

        /**
         * Sets entry.
         *
         * @param value the party's place on it
         * @return this
         */
        public Builder entry(CallEntryId value) {
            entry = value;
            return this;
        }

        /**
         * Sets party.
         *
         * @param value who was called
         * @return this
         */
        public Builder party(CustomerId value) {
            party = value;
            return this;
        }

        /**
         * Sets agent.
         *
         * @param value who called
         * @return this
         */
        public Builder agent(UserId value) {
            agent = value;
            return this;
        }

        /**
         * Sets at.
         *
         * @param value when the call began
         * @return this
         */
        public Builder at(Instant value) {
            at = value;
            return this;
        }

        /**
         * Sets handleTime.
         *
         * @param value how long the agent was busy with it, talking and noting; at most 24 hours
         * @return this
         */
        public Builder handleTime(Duration value) {
            handleTime = value;
            return this;
        }

        /**
         * Sets disposition.
         *
         * @param value the code it ended with
         * @return this
         */
        public Builder disposition(String value) {
            disposition = value;
            return this;
        }

        /**
         * Sets outcome.
         *
         * @param value what the code means
         * @return this
         */
        public Builder outcome(CallOutcome value) {
            outcome = value;
            return this;
        }

        /**
         * Sets converted.
         *
         * @param value whether it reached what the list is for
         * @return this
         */
        public Builder converted(boolean value) {
            converted = value;
            return this;
        }

        /**
         * Sets interaction.
         *
         * @param value its entry in the party's timeline, or null
         * @return this
         */
        public Builder interaction(@Nullable InteractionId value) {
            interaction = value;
            return this;
        }

        /**
         * Returns the attempt.
         *
         * @return the attempt
         * @throws Invalid if something needed is missing or out of its range
         */
        public CallAttempt build() {
            return new CallAttempt(this);
        }
    }
}
