package org.sambandh.crm.callcentre;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.sambandh.crm.common.CallEntryId;
import org.sambandh.crm.common.CallListId;
import org.sambandh.crm.common.CustomerId;
import org.sambandh.crm.common.Entity;
import org.sambandh.crm.common.ExternalRef;
import org.sambandh.crm.common.Invalid;
import org.sambandh.crm.common.Revision;
import org.sambandh.crm.common.Text;
import org.sambandh.crm.common.UserId;

/** One party's place on a list of calls: which number, how often it was tried, when next, and who is at it. Immutable; equal by id. */
public final class CallEntry implements Entity<CallEntryId> {

    private final CallEntryId id;
    private final Revision revision;
    private final List<ExternalRef> externalRefs;
    private final CallListId list;
    private final CustomerId party;
    private final @Nullable String number;
    private final CallState state;
    private final Instant enlistedAt;
    private final int attempts;
    private final Instant notBefore;
    private final @Nullable Instant callBackAt;
    private final @Nullable Instant lastAttemptAt;
    private final @Nullable UserId claimedBy;
    private final @Nullable Instant claimedUntil;
    private final boolean converted;

    private CallEntry(Builder b) {
        id = b.id;
        revision = b.revision;
        externalRefs = List.copyOf(b.externalRefs);
        list = needed("list", b.list);
        party = needed("party", b.party);
        number = Text.orMissing("callEntry.number", b.number, 100);
        state = b.state;
        enlistedAt = needed("enlistedAt", b.enlistedAt).truncatedTo(ChronoUnit.MICROS);
        attempts = b.attempts;
        notBefore = needed("notBefore", b.notBefore).truncatedTo(ChronoUnit.MICROS);
        callBackAt = b.callBackAt == null ? null : b.callBackAt.truncatedTo(ChronoUnit.SECONDS);
        lastAttemptAt = b.lastAttemptAt == null ? null : b.lastAttemptAt.truncatedTo(ChronoUnit.MICROS);
        claimedBy = b.claimedBy;
        claimedUntil = b.claimedUntil == null ? null : b.claimedUntil.truncatedTo(ChronoUnit.MICROS);
        converted = b.converted;
        if (attempts < 0) {
            throw new Invalid("callEntry.attempts", "not below 0, found " + attempts);
        }
        if ((state == CallState.CALL_BACK) != (callBackAt != null)) {
            throw new Invalid("callEntry.callBackAt", "there exactly while a call is promised");
        }
        if ((claimedBy == null) != (claimedUntil == null)) {
            throw new Invalid("callEntry.claimedUntil", "there exactly with the agent");
        }
    }

    private static <T> T needed(String part, @Nullable T value) {
        if (value == null) {
            throw new Invalid("callEntry." + part, "is missing");
        }
        return value;
    }

    /**
     * Returns one to fill: for adapters.
     *
     * @param id its id
     * @return the builder
     */
    public static Builder builder(CallEntryId id) {
        return new Builder(id);
    }

    /** {@return a builder with everything of this one} */
    public Builder toBuilder() {
        Builder b = new Builder(id);
        b.revision = revision;
        b.externalRefs = externalRefs;
        b.list = list;
        b.party = party;
        b.number = number;
        b.state = state;
        b.enlistedAt = enlistedAt;
        b.attempts = attempts;
        b.notBefore = notBefore;
        b.callBackAt = callBackAt;
        b.lastAttemptAt = lastAttemptAt;
        b.claimedBy = claimedBy;
        b.claimedUntil = claimedUntil;
        b.converted = converted;
        return b;
    }

    @Override
    public CallEntryId id() {
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

    /** {@return who is to be called} */
    public CustomerId party() {
        return party;
    }

    /** {@return the number to call as it was when the list was frozen: in international form where that is known; nothing once erased} */
    public Optional<String> number() {
        return Optional.ofNullable(number);
    }

    /** {@return where it stands} */
    public CallState state() {
        return state;
    }

    /** {@return the moment as of which the party was put onto the list} */
    public Instant enlistedAt() {
        return enlistedAt;
    }

    /** {@return how often it was tried} */
    public int attempts() {
        return attempts;
    }

    /** {@return when it may be tried again at the earliest} */
    public Instant notBefore() {
        return notBefore;
    }

    /** {@return when a call was promised, to the second; there exactly while one is} */
    public Optional<Instant> callBackAt() {
        return Optional.ofNullable(callBackAt);
    }

    /** {@return when it was tried most lately} */
    public Optional<Instant> lastAttemptAt() {
        return Optional.ofNullable(lastAttemptAt);
    }

    /** {@return the agent who is at it} */
    public Optional<UserId> claimedBy() {
        return Optional.ofNullable(claimedBy);
    }

    /** {@return until when nobody else gets it; there exactly with the agent} */
    public Optional<Instant> claimedUntil() {
        return Optional.ofNullable(claimedUntil);
    }

    /** {@return whether a call reached what the list is for} */
    public boolean converted() {
        return converted;
    }

    /** {@return whether it may still be called} */
    public boolean isOpen() {
        return state == CallState.WAITING || state == CallState.CALL_BACK;
    }

    /**
     * Returns whether an agent is at it.
     *
     * @param at the moment
     * @return true while the lease lasts
     */
    public boolean isClaimed(Instant at) {
        return claimedUntil != null && claimedUntil.isAfter(at);
    }

    /**
     * Returns when it is to be tried next.
     *
     * @return the promised time, or else the earliest; nothing once it is done
     */
    public Optional<Instant> next() {
        return isOpen() ? Optional.of(callBackAt == null ? notBefore : callBackAt) : Optional.empty();
    }

    CallEntry claim(UserId agent, Instant until) {
        return toBuilder().claimedBy(agent).claimedUntil(until).build();
    }

    CallEntry release() {
        return toBuilder().claimedBy(null).claimedUntil(null).build();
    }

    CallEntry tried(CallOutcome outcome, Instant at, @Nullable Instant callBack, boolean goal, CallRules rules) {
        int tries = attempts + 1;
        CallState next = switch (outcome) {
            case CONNECTED -> CallState.REACHED;
            case WRONG_NUMBER -> CallState.WRONG_NUMBER;
            case DO_NOT_CALL -> CallState.DO_NOT_CALL;
            case CALL_BACK -> CallState.CALL_BACK;
            case NO_ANSWER, BUSY -> tries >= rules.maxAttempts() ? CallState.EXHAUSTED : CallState.WAITING;
        };
        return release().toBuilder()
                .attempts(tries)
                .state(next)
                .lastAttemptAt(at)
                .notBefore(at.plus(rules.minimumGap()))
                .callBackAt(next == CallState.CALL_BACK ? callBack : null)
                .converted(converted || goal)
                .build();
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof CallEntry that && id.equals(that.id);
    }

    @Override
    public int hashCode() {
        return id.hashCode();
    }

    /** {@return kind, id and revision} */
    @Override
    public String toString() {
        return "callEntry " + id + " (" + revision + ")";
    }

    /** Fills one. Not safe for concurrent use. */
    public static final class Builder {

        private final CallEntryId id;
        private Revision revision = Revision.NEW;
        private List<ExternalRef> externalRefs = List.of();
        private @Nullable CallListId list;
        private @Nullable CustomerId party;
        private @Nullable String number;
        private CallState state = CallState.WAITING;
        private @Nullable Instant enlistedAt;
        private int attempts;
        private @Nullable Instant notBefore;
        private @Nullable Instant callBackAt;
        private @Nullable Instant lastAttemptAt;
        private @Nullable UserId claimedBy;
        private @Nullable Instant claimedUntil;
        private boolean converted;

        private Builder(CallEntryId id) {
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
         * Sets party.
         *
         * @param value who is to be called
         * @return this
         */
        public Builder party(CustomerId value) {
            party = value;
            return this;
        }

        /**
         * Sets number.
         *
         * @param value the number to call as it was when the list was frozen: in international form where that is known; nothing once erased, or null
         * @return this
         */
        public Builder number(@Nullable String value) {
            number = value;
            return this;
        }

        /**
         * Sets state.
         *
         * @param value where it stands
         * @return this
         */
        public Builder state(CallState value) {
            state = value;
            return this;
        }

        /**
         * Sets enlistedAt.
         *
         * @param value the moment as of which the party was put onto the list
         * @return this
         */
        public Builder enlistedAt(Instant value) {
            enlistedAt = value;
            return this;
        }

        /**
         * Sets attempts.
         *
         * @param value how often it was tried
         * @return this
         */
        public Builder attempts(int value) {
            attempts = value;
            return this;
        }

        /**
         * Sets notBefore.
         *
         * @param value when it may be tried again at the earliest
         * @return this
         */
        public Builder notBefore(Instant value) {
            notBefore = value;
            return this;
        }

        /**
         * Sets callBackAt.
         *
         * @param value when a call was promised, to the second; there exactly while one is, or null
         * @return this
         */
        public Builder callBackAt(@Nullable Instant value) {
            callBackAt = value;
            return this;
        }

        /**
         * Sets lastAttemptAt.
         *
         * @param value when it was tried most lately, or null
         * @return this
         */
        public Builder lastAttemptAt(@Nullable Instant value) {
            lastAttemptAt = value;
            return this;
        }

        /**
         * Sets claimedBy.
         *
         * @param value the agent who is at it, or null
         * @return this
         */
        public Builder claimedBy(@Nullable UserId value) {
            claimedBy = value;
            return this;
        }

        /**
         * Sets claimedUntil.
         *
         * @param value until when nobody else gets it; there exactly with the agent, or null
         * @return this
         */
        public Builder claimedUntil(@Nullable Instant value) {
            claimedUntil = value;
            return this;
        }

        /**
         * Sets converted.
         *
         * @param value whether a call reached what the list is for
         * @return this
         */
        public Builder converted(boolean value) {
            converted = value;
            return this;
        }

        /**
         * Returns the entry.
         *
         * @return the entry
         * @throws Invalid if something needed is missing or out of its range
         */
        public CallEntry build() {
            return new CallEntry(this);
        }
    }
}
