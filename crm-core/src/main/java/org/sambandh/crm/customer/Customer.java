package org.sambandh.crm.customer;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.sambandh.crm.common.CustomerId;
import org.sambandh.crm.common.Entity;
import org.sambandh.crm.common.ExternalRef;
import org.sambandh.crm.common.Invalid;
import org.sambandh.crm.common.Revision;
import org.sambandh.crm.common.Text;
import org.sambandh.crm.field.Attributes;
import org.sambandh.crm.field.HasAttributes;
import org.sambandh.crm.team.Ownership;

/**
 * The record of any party, in any role: a person, an organisation or a household, from the first trace of it to the last.
 * Never re-keyed, except by a merge. Immutable; equal by id; changed by verbs that return a copy and by
 * {@link Customers}, which stores it.
 */
public final class Customer implements Entity<CustomerId>, HasAttributes<Customer>, CustomerVerbs {

    private final CustomerId id;
    private final Revision revision;
    private final List<ExternalRef> externalRefs;
    private final Profile profile;
    private final @Nullable PersonName name;
    private final List<NameVariant> otherNames;
    private final Standing standing;
    private final Set<PartyRole> roles;
    private final List<LifecyclePeriod> lifecycleHistory;
    private final List<ContactPoint> contactPoints;
    private final List<PartyIdentifier> identifiers;
    private final Preferences preferences;
    private final Buying buying;
    private final SortedMap<String, String> purposesOfUse;
    private final @Nullable Ownership ownership;
    private final @Nullable String source;
    private final Instant registeredAt;
    private final @Nullable Instant archivedAt;
    private final Attributes attributes;

    private Customer(Builder builder) {
        this.id = builder.id;
        this.revision = builder.revision;
        this.externalRefs = List.copyOf(builder.externalRefs);
        this.profile = builder.profile;
        this.name = builder.name;
        this.otherNames = List.copyOf(builder.otherNames);
        this.standing = builder.standing;
        this.roles = ordered(builder.roles);
        this.lifecycleHistory = List.copyOf(builder.lifecycleHistory);
        this.contactPoints = List.copyOf(builder.contactPoints);
        this.identifiers = List.copyOf(builder.identifiers);
        this.preferences = builder.preferences;
        this.buying = builder.buying;
        this.purposesOfUse = Collections.unmodifiableSortedMap(new TreeMap<>(builder.purposesOfUse));
        this.ownership = builder.ownership;
        this.source = Text.orMissing("customer.source", builder.source, 300);
        this.registeredAt = builder.registeredAt.truncatedTo(ChronoUnit.MICROS);
        this.archivedAt = builder.archivedAt == null ? null : builder.archivedAt.truncatedTo(ChronoUnit.MICROS);
        this.attributes = builder.attributes;
        if (!roles.contains(PartyRole.CUSTOMER) && lifecycleStage().isPresent()) {
            throw new Invalid("customer.lifecycleHistory", "a stage belongs to the role CUSTOMER, which is missing");
        }
    }

    private static Set<PartyRole> ordered(Set<PartyRole> roles) {
        Set<PartyRole> ordered = EnumSet.noneOf(PartyRole.class);
        ordered.addAll(roles);
        return Collections.unmodifiableSet(ordered);
    }

    /**
     * Returns a builder of an established person without name and roles: for adapters. Business code registers parties
     * with {@link NewCustomer}.
     *
     * @param id its id
     * @return the builder
     */
    public static Builder builder(CustomerId id) {
        return new Builder(id);
    }

    /** {@return a builder with everything of this party} */
    public Builder toBuilder() {
        return toBuilder(id);
    }

    Builder toBuilder(CustomerId another) {
        return new Builder(another)
                .revision(revision)
                .externalRefs(externalRefs)
                .profile(profile)
                .name(name)
                .otherNames(otherNames)
                .standing(standing)
                .roles(roles)
                .lifecycleHistory(lifecycleHistory)
                .contactPoints(contactPoints)
                .identifiers(identifiers)
                .preferences(preferences)
                .buying(buying)
                .purposesOfUse(purposesOfUse)
                .ownership(ownership)
                .source(source)
                .registeredAt(registeredAt)
                .archivedAt(archivedAt)
                .attributes(attributes);
    }

    @Override
    public CustomerId id() {
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

    /** {@return what kind of party it is, with what only that kind has} */
    public Profile profile() {
        return profile;
    }

    /** {@return the name that is shown; nothing where none is known} */
    public Optional<PersonName> name() {
        return Optional.ofNullable(name);
    }

    /** {@return other names: legal, trading, transliterated, former ones} */
    public List<NameVariant> otherNames() {
        return otherNames;
    }

    /** {@return how sure it is that there is such a party} */
    public Standing standing() {
        return standing;
    }

    /** {@return what it is to the tenant, in the order of the enum} */
    public Set<PartyRole> roles() {
        return roles;
    }

    /** {@return every stay in a lifecycle stage, oldest first; the last one may last} */
    public List<LifecyclePeriod> lifecycleHistory() {
        return lifecycleHistory;
    }

    /** {@return where it can be, could be or will be reached; the first postal one is the main address} */
    public List<ContactPoint> contactPoints() {
        return contactPoints;
    }

    /** {@return by what the world knows it} */
    public List<PartyIdentifier> identifiers() {
        return identifiers;
    }

    /** {@return what it prefers} */
    public Preferences preferences() {
        return preferences;
    }

    /** {@return how it buys} */
    public Buying buying() {
        return buying;
    }

    /** {@return for what each profile field may be used: names of fields and the purposes that were told} */
    public SortedMap<String, String> purposesOfUse() {
        return purposesOfUse;
    }

    /** {@return who answers for it} */
    public Optional<Ownership> ownership() {
        return Optional.ofNullable(ownership);
    }

    /** {@return how the tenant came to know it: {@code trade fair}, {@code import accounts}} */
    public Optional<String> source() {
        return Optional.ofNullable(source);
    }

    /** {@return when it was registered here} */
    public Instant registeredAt() {
        return registeredAt;
    }

    /** {@return when it was archived; nothing while it is in use} */
    public Optional<Instant> archivedAt() {
        return Optional.ofNullable(archivedAt);
    }

    @Override
    public Attributes attributes() {
        return attributes;
    }

    @Override
    public Customer withAttributes(Attributes newAttributes) {
        return toBuilder().attributes(newAttributes).build();
    }

    /** {@return the name as written, or the id of a party without one} */
    public String displayName() {
        return name().map(PersonName::written).orElse(id.value());
    }

    /** {@return the kind of party} */
    public Profile.Kind kind() {
        return profile.kind();
    }

    /** {@return the lifecycle stage it is in now; nothing for who is no customer, and for partners without one} */
    public Optional<LifecycleStage> lifecycleStage() {
        int last = lifecycleHistory.size() - 1;
        boolean open = last >= 0 && lifecycleHistory.get(last).until() == null;
        return open ? Optional.of(lifecycleHistory.get(last).stage()) : Optional.empty();
    }

    /** {@return whether it is archived: hidden and kept} */
    public boolean archived() {
        return archivedAt != null;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Customer that && id.equals(that.id);
    }

    @Override
    public int hashCode() {
        return id.hashCode();
    }

    /** {@return kind, id and revision} */
    @Override
    public String toString() {
        return "customer " + id + " (" + revision + ")";
    }

    /** Makes parties from stored state. Not safe for concurrent use. */
    public static final class Builder {

        private final CustomerId id;
        private Revision revision = Revision.NEW;
        private List<ExternalRef> externalRefs = List.of();
        private Profile profile = Person.UNKNOWN;
        private @Nullable PersonName name;
        private List<NameVariant> otherNames = List.of();
        private Standing standing = Standing.ESTABLISHED;
        private Set<PartyRole> roles = Set.of();
        private List<LifecyclePeriod> lifecycleHistory = List.of();
        private List<ContactPoint> contactPoints = List.of();
        private List<PartyIdentifier> identifiers = List.of();
        private Preferences preferences = Preferences.NONE;
        private Buying buying = Buying.UNKNOWN;
        private SortedMap<String, String> purposesOfUse = new TreeMap<>();
        private @Nullable Ownership ownership;
        private @Nullable String source;
        private Instant registeredAt = Instant.EPOCH;
        private @Nullable Instant archivedAt;
        private Attributes attributes = Attributes.none();

        private Builder(CustomerId id) {
            this.id = id;
        }

        /**
         * Sets which stored state it is.
         *
         * @param value given by the store
         * @return this
         */
        public Builder revision(Revision value) {
            this.revision = value;
            return this;
        }

        /**
         * Sets how other systems name it.
         *
         * @param value all of them
         * @return this
         */
        public Builder externalRefs(List<ExternalRef> value) {
            this.externalRefs = value;
            return this;
        }

        /**
         * Sets what kind of party it is.
         *
         * @param value the value
         * @return this
         */
        public Builder profile(Profile value) {
            this.profile = value;
            return this;
        }

        /**
         * Sets the name that is shown.
         *
         * @param value the value, or null
         * @return this
         */
        public Builder name(@Nullable PersonName value) {
            this.name = value;
            return this;
        }

        /**
         * Sets other names.
         *
         * @param value the value
         * @return this
         */
        public Builder otherNames(List<NameVariant> value) {
            this.otherNames = value;
            return this;
        }

        /**
         * Sets how sure it is that there is such a party.
         *
         * @param value the value
         * @return this
         */
        public Builder standing(Standing value) {
            this.standing = value;
            return this;
        }

        /**
         * Sets what it is to the tenant.
         *
         * @param value the value
         * @return this
         */
        public Builder roles(Set<PartyRole> value) {
            this.roles = value;
            return this;
        }

        /**
         * Sets every stay in a lifecycle stage, oldest first.
         *
         * @param value the value
         * @return this
         */
        public Builder lifecycleHistory(List<LifecyclePeriod> value) {
            this.lifecycleHistory = value;
            return this;
        }

        /**
         * Sets where it can be reached.
         *
         * @param value the value
         * @return this
         */
        public Builder contactPoints(List<ContactPoint> value) {
            this.contactPoints = value;
            return this;
        }

        /**
         * Sets by what the world knows it.
         *
         * @param value the value
         * @return this
         */
        public Builder identifiers(List<PartyIdentifier> value) {
            this.identifiers = value;
            return this;
        }

        /**
         * Sets what it prefers.
         *
         * @param value the value
         * @return this
         */
        public Builder preferences(Preferences value) {
            this.preferences = value;
            return this;
        }

        /**
         * Sets how it buys.
         *
         * @param value the value
         * @return this
         */
        public Builder buying(Buying value) {
            this.buying = value;
            return this;
        }

        /**
         * Sets for what each profile field may be used.
         *
         * @param value the value
         * @return this
         */
        public Builder purposesOfUse(SortedMap<String, String> value) {
            this.purposesOfUse = value;
            return this;
        }

        /**
         * Sets who answers for it.
         *
         * @param value the value, or null
         * @return this
         */
        public Builder ownership(@Nullable Ownership value) {
            this.ownership = value;
            return this;
        }

        /**
         * Sets how the tenant came to know it.
         *
         * @param value the value, or null
         * @return this
         */
        public Builder source(@Nullable String value) {
            this.source = value;
            return this;
        }

        /**
         * Sets when it was registered here.
         *
         * @param value the value
         * @return this
         */
        public Builder registeredAt(Instant value) {
            this.registeredAt = value;
            return this;
        }

        /**
         * Sets when it was archived.
         *
         * @param value the value, or null
         * @return this
         */
        public Builder archivedAt(@Nullable Instant value) {
            this.archivedAt = value;
            return this;
        }

        /**
         * Sets the host's own properties.
         *
         * @param value the value
         * @return this
         */
        public Builder attributes(Attributes value) {
            this.attributes = value;
            return this;
        }

        /**
         * Returns the party.
         *
         * @return the party
         * @throws Invalid if it is in a lifecycle stage without the role of a customer
         */
        public Customer build() {
            return new Customer(this);
        }
    }
}
