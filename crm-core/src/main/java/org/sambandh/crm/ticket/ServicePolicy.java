package org.sambandh.crm.ticket;

import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.sambandh.crm.common.Entity;
import org.sambandh.crm.common.EntityRef;
import org.sambandh.crm.common.ExternalRef;
import org.sambandh.crm.common.Invalid;
import org.sambandh.crm.common.Revision;
import org.sambandh.crm.common.ServicePolicyId;
import org.sambandh.crm.common.Text;
import org.sambandh.crm.settings.WorkingCalendar;

/** What a tenant promises to its customers: rules in order, of which the first that fits a ticket counts. Immutable; equal by
 * id. */
public final class ServicePolicy implements Entity<ServicePolicyId> {

    /** The policy of tickets that name none. */
    public static final ServicePolicyId DEFAULT = new ServicePolicyId("default");

    private final ServicePolicyId id;
    private final Revision revision;
    private final String name;
    private final Map<String, WorkingCalendar> calendars;
    private final List<ServiceRule> rules;
    private final List<ExternalRef> externalRefs;

    private ServicePolicy(Builder b) {
        id = b.id;
        revision = b.revision;
        name = Text.required("servicePolicy.name", b.name, 100);
        calendars = Collections.unmodifiableMap(new TreeMap<>(b.calendars));
        rules = List.copyOf(b.rules);
        if (rules.size() > 200
                || rules.stream().map(ServiceRule::code).distinct().count() != rules.size()) {
            throw new Invalid("servicePolicy.rules", "at most 200, each code once");
        }
        for (ServiceRule rule : rules) {
            String calendar = rule.calendar();
            if (calendar != null && !calendars.containsKey(calendar)) {
                throw new Invalid(
                        "servicePolicy.rules." + rule.code() + ".calendar",
                        "names no calendar of the policy; a target cannot be counted without one");
            }
        }
        externalRefs = List.copyOf(new LinkedHashSet<>(b.externalRefs));
    }

    /**
     * Returns the policy that tickets are promised by unless they name another: {@link #DEFAULT}, by the tenant's calendar.
     *
     * @param rules the rules, in the order in which they are asked
     * @return the policy, not stored yet
     */
    public static ServicePolicy of(ServiceRule... rules) {
        return builder(DEFAULT).rules(List.of(rules)).build();
    }

    /**
     * Returns one to fill: for adapters.
     *
     * @param id its id
     * @return the builder
     */
    public static Builder builder(ServicePolicyId id) {
        return new Builder(id);
    }

    /** {@return a builder that holds everything of this one} */
    public Builder toBuilder() {
        Builder b = new Builder(id);
        b.revision = revision;
        b.name = name;
        b.calendars = calendars;
        b.rules = rules;
        b.externalRefs = externalRefs;
        return b;
    }

    @Override
    public ServicePolicyId id() {
        return id;
    }

    @Override
    public Revision revision() {
        return revision;
    }

    /** {@return its name for people; at most 100 characters} */
    public String name() {
        return name;
    }

    /** {@return the calendars that its rules name} */
    public Map<String, WorkingCalendar> calendars() {
        return calendars;
    }

    /** {@return the rules in order; at most 200} */
    public List<ServiceRule> rules() {
        return rules;
    }

    @Override
    public List<ExternalRef> externalRefs() {
        return externalRefs;
    }

    /** {@return the reference to it} */
    public EntityRef ref() {
        return new EntityRef("servicePolicy", id.value());
    }

    /**
     * Returns a rule by its code.
     *
     * @param code the code
     * @return the rule, or nothing
     */
    public Optional<ServiceRule> rule(String code) {
        return rules.stream().filter(r -> r.code().equals(code)).findFirst();
    }

    boolean sameAs(ServicePolicy other) {
        return name.equals(other.name)
                && calendars.equals(other.calendars)
                && rules.equals(other.rules)
                && externalRefs.equals(other.externalRefs);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof ServicePolicy that && id.equals(that.id);
    }

    @Override
    public int hashCode() {
        return id.hashCode();
    }

    /** {@return kind, id and revision} */
    @Override
    public String toString() {
        return "servicePolicy " + id + " (" + revision.value() + ")";
    }

    /** Fills one. Not safe for concurrent use. */
    public static final class Builder {

        private final ServicePolicyId id;
        private Revision revision = Revision.NEW;
        private String name;
        private Map<String, WorkingCalendar> calendars = Map.of();
        private List<ServiceRule> rules = List.of();
        private List<ExternalRef> externalRefs = List.of();

        private Builder(ServicePolicyId id) {
            this.id = id;
            this.name = id.value();
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
         * Sets name.
         *
         * @param value its name for people
         * @return this
         */
        public Builder name(String value) {
            name = value;
            return this;
        }

        /**
         * Sets calendars.
         *
         * @param value the calendars that its rules name
         * @return this
         */
        public Builder calendars(Map<String, WorkingCalendar> value) {
            calendars = value;
            return this;
        }

        /**
         * Sets rules.
         *
         * @param value the rules in order
         * @return this
         */
        public Builder rules(List<ServiceRule> value) {
            rules = value;
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
         * Returns it.
         *
         * @return what was filled
         * @throws org.sambandh.crm.common.Invalid if something needed is missing or out of its range
         */
        public ServicePolicy build() {
            return new ServicePolicy(this);
        }
    }
}
