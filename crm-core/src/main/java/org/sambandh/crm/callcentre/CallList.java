package org.sambandh.crm.callcentre;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.sambandh.crm.common.Brand;
import org.sambandh.crm.common.CallListId;
import org.sambandh.crm.common.CampaignId;
import org.sambandh.crm.common.Entity;
import org.sambandh.crm.common.EntityRef;
import org.sambandh.crm.common.ExternalRef;
import org.sambandh.crm.common.Invalid;
import org.sambandh.crm.common.Revision;
import org.sambandh.crm.common.RuleViolation;
import org.sambandh.crm.common.Text;

/** Parties to be called for one purpose, frozen out of a segment, and the rules of calling them. Immutable; equal by id. */
public final class CallList implements Entity<CallListId> {

    private static final int MAX_DISPOSITIONS = 200;

    private final CallListId id;
    private final Revision revision;
    private final List<ExternalRef> externalRefs;
    private final String name;
    private final CallRules rules;
    private final List<CallDisposition> dispositions;
    private final @Nullable CampaignId campaign;
    private final @Nullable Brand brand;
    private final @Nullable Instant frozenAt;
    private final boolean closed;

    private CallList(Builder b) {
        id = b.id;
        revision = b.revision;
        externalRefs = List.copyOf(b.externalRefs);
        name = Text.required("callList.name", needed("name", b.name), 200);
        rules = b.rules;
        dispositions = List.copyOf(b.dispositions);
        campaign = b.campaign;
        brand = b.brand;
        frozenAt = b.frozenAt == null ? null : b.frozenAt.truncatedTo(ChronoUnit.MICROS);
        closed = b.closed;
        Set<String> codes = new HashSet<>();
        for (CallDisposition disposition : dispositions) {
            if (!codes.add(disposition.code())) {
                throw new Invalid("callList.dispositions", "each code once, found " + disposition.code() + " twice");
            }
        }
        if (dispositions.isEmpty() || dispositions.size() > MAX_DISPOSITIONS) {
            throw new Invalid("callList.dispositions", "1 to " + MAX_DISPOSITIONS + ", found " + dispositions.size());
        }
    }

    private static <T> T needed(String part, @Nullable T value) {
        if (value == null) {
            throw new Invalid("callList." + part, "is missing");
        }
        return value;
    }

    /**
     * Returns one to fill: for adapters.
     *
     * @param id its id
     * @return the builder
     */
    public static Builder builder(CallListId id) {
        return new Builder(id);
    }

    /** {@return a builder with everything of this one} */
    public Builder toBuilder() {
        Builder b = new Builder(id);
        b.revision = revision;
        b.externalRefs = externalRefs;
        b.name = name;
        b.rules = rules;
        b.dispositions = dispositions;
        b.campaign = campaign;
        b.brand = brand;
        b.frozenAt = frozenAt;
        b.closed = closed;
        return b;
    }

    @Override
    public CallListId id() {
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

    /** {@return what it is called; at most 200 characters} */
    public String name() {
        return name;
    }

    /** {@return how often, how soon again and at what hours its parties are called} */
    public CallRules rules() {
        return rules;
    }

    /** {@return the codes an attempt may end with, each with what it means; every code once} */
    public List<CallDisposition> dispositions() {
        return dispositions;
    }

    /** {@return the campaign it belongs to} */
    public Optional<CampaignId> campaign() {
        return Optional.ofNullable(campaign);
    }

    /** {@return under which name of ours is called} */
    public Optional<Brand> brand() {
        return Optional.ofNullable(brand);
    }

    /** {@return the moment as of which parties were put onto it most lately; nothing while it is empty} */
    public Optional<Instant> frozenAt() {
        return Optional.ofNullable(frozenAt);
    }

    /** {@return whether nobody on it is called any more} */
    public boolean closed() {
        return closed;
    }

    /**
     * Returns what a code means.
     *
     * @param code the code, letter case ignored
     * @return the disposition
     * @throws Invalid if the list knows no such code
     */
    public CallDisposition disposition(String code) {
        String folded = Text.fold(code);
        return dispositions.stream()
                .filter(disposition -> Text.fold(disposition.code()).equals(folded))
                .findFirst()
                .orElseThrow(() -> new Invalid(
                        "call.disposition",
                        "one of "
                                + dispositions.stream()
                                        .map(CallDisposition::code)
                                        .toList()));
    }

    /** {@return kind and id} */
    public EntityRef ref() {
        return new EntityRef("callList", id.value());
    }

    CallList opened() {
        if (closed) {
            throw new RuleViolation("call-list-closed", ref(), "List " + id + " is closed. Make another one.");
        }
        return this;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof CallList that && id.equals(that.id);
    }

    @Override
    public int hashCode() {
        return id.hashCode();
    }

    /** {@return kind, id and revision} */
    @Override
    public String toString() {
        return "callList " + id + " (" + revision + ")";
    }

    /** Fills one. Not safe for concurrent use. */
    public static final class Builder {

        private final CallListId id;
        private Revision revision = Revision.NEW;
        private List<ExternalRef> externalRefs = List.of();
        private @Nullable String name;
        private CallRules rules = CallRules.STANDARD;
        private List<CallDisposition> dispositions = CallDisposition.STANDARD;
        private @Nullable CampaignId campaign;
        private @Nullable Brand brand;
        private @Nullable Instant frozenAt;
        private boolean closed;

        private Builder(CallListId id) {
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
         * Sets rules.
         *
         * @param value how often, how soon again and at what hours its parties are called
         * @return this
         */
        public Builder rules(CallRules value) {
            rules = value;
            return this;
        }

        /**
         * Sets dispositions.
         *
         * @param value the codes an attempt may end with, each with what it means; every code once
         * @return this
         */
        public Builder dispositions(List<CallDisposition> value) {
            dispositions = value;
            return this;
        }

        /**
         * Sets campaign.
         *
         * @param value the campaign it belongs to, or null
         * @return this
         */
        public Builder campaign(@Nullable CampaignId value) {
            campaign = value;
            return this;
        }

        /**
         * Sets brand.
         *
         * @param value under which name of ours is called, or null
         * @return this
         */
        public Builder brand(@Nullable Brand value) {
            brand = value;
            return this;
        }

        /**
         * Sets frozenAt.
         *
         * @param value the moment as of which parties were put onto it most lately; nothing while it is empty, or null
         * @return this
         */
        public Builder frozenAt(@Nullable Instant value) {
            frozenAt = value;
            return this;
        }

        /**
         * Sets closed.
         *
         * @param value whether nobody on it is called any more
         * @return this
         */
        public Builder closed(boolean value) {
            closed = value;
            return this;
        }

        /**
         * Returns the list.
         *
         * @return the list
         * @throws Invalid if something needed is missing or out of its range
         */
        public CallList build() {
            return new CallList(this);
        }
    }
}
