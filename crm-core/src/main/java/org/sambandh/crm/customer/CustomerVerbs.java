package org.sambandh.crm.customer;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.sambandh.crm.common.EntityRef;
import org.sambandh.crm.common.ExternalRef;
import org.sambandh.crm.common.Invalid;
import org.sambandh.crm.common.RuleViolation;
import org.sambandh.crm.common.Text;
import org.sambandh.crm.common.Validity;
import org.sambandh.crm.field.Field;
import org.sambandh.crm.team.Ownership;

/** What can happen to a party: the verbs of {@link Customer}, apart from its state so that both stay readable. */
sealed interface CustomerVerbs permits Customer {

    /**
     * Returns this party under a new name; the name before is kept as a former one.
     *
     * @param newName the name that is shown from now on
     * @param day the first day of the new name
     * @return a changed copy; this if it has that name
     */
    default Customer rename(PersonName newName, LocalDate day) {
        PersonName name = self().name().orElse(null);
        if (newName.equals(name)) {
            return self();
        }
        List<NameVariant> others = new ArrayList<>(self().otherNames());
        if (name != null) {
            others.add(new NameVariant(name, NameVariant.Use.FORMER, Validity.until(day)));
        }
        return self().toBuilder().name(newName).otherNames(others).build();
    }

    /**
     * Returns this party with its name put right: the wrong one was never its name and is not kept.
     *
     * @param newName the right name, or null if none is known
     * @return a changed copy
     */
    default Customer correctName(@Nullable PersonName newName) {
        return self().toBuilder().name(newName).build();
    }

    /**
     * Returns this party with another name beside the one that is shown.
     *
     * @param variant the name
     * @return a changed copy; this if it is there
     */
    default Customer addName(NameVariant variant) {
        return self().toBuilder()
                .otherNames(added(self().otherNames(), variant))
                .build();
    }

    /**
     * Returns this party described anew.
     *
     * @param newProfile of the same kind
     * @return a changed copy
     * @throws RuleViolation {@code kind-is-fixed} if it is of another kind
     */
    default Customer describe(Profile newProfile) {
        if (newProfile.kind() != self().kind()) {
            throw new RuleViolation(
                    "kind-is-fixed",
                    EntityRef.of(self().id()),
                    "A " + self().kind() + " cannot become a " + newProfile.kind()
                            + ". Register the other party and relate them.");
        }
        return self().toBuilder().profile(newProfile).build();
    }

    /**
     * Returns this party with what is known about how it buys.
     *
     * @param newBuying all of it
     * @return a changed copy
     */
    default Customer buysLike(Buying newBuying) {
        return self().toBuilder().buying(newBuying).build();
    }

    /**
     * Returns this party with the purpose for which a profile field may be used.
     *
     * @param field one of {@link CustomerFields#PROFILE}
     * @param purpose what the party was told, or null to forget it
     * @return a changed copy
     * @throws Invalid if the field is no profile field
     */
    default Customer statePurpose(Field<Customer, ?> field, @Nullable String purpose) {
        if (!CustomerFields.PROFILE.contains(field)) {
            throw new Invalid("customer.purposesOfUse", "a profile field, found " + field.name());
        }
        SortedMap<String, String> purposes = new TreeMap<>(self().purposesOfUse());
        String text = Text.orMissing("customer.purposesOfUse", purpose, 200);
        if (text == null) {
            purposes.remove(field.name());
        } else {
            purposes.put(field.name(), text);
        }
        return self().toBuilder().purposesOfUse(purposes).build();
    }

    /**
     * Returns this party in one more role.
     *
     * @param role what it is too
     * @return a changed copy
     */
    default Customer assumeRole(PartyRole role) {
        Set<PartyRole> more = new LinkedHashSet<>(self().roles());
        more.add(role);
        return self().toBuilder().roles(more).build();
    }

    /**
     * Returns this party without a role. Without the role of a customer it has no lifecycle stage; the history stays.
     *
     * @param role what it is no longer
     * @param at when
     * @return a changed copy
     */
    default Customer giveUpRole(PartyRole role, Instant at) {
        Set<PartyRole> fewer = new LinkedHashSet<>(self().roles());
        fewer.remove(role);
        List<LifecyclePeriod> history = role == PartyRole.CUSTOMER ? closed(at) : self().lifecycleHistory();
        return self().toBuilder().roles(fewer).lifecycleHistory(history).build();
    }

    /**
     * Returns this party established: an answer, qualification, conversion, purchase or a person says that it is there.
     * A name is not needed for it.
     *
     * @return a changed copy; this if it is established
     */
    default Customer establish() {
        return self().toBuilder().standing(Standing.ESTABLISHED).build();
    }

    /**
     * Returns this party in a later lifecycle stage, in the role of a customer. Never moves backward: for a stage that
     * lies behind, nothing happens. From former back to customer is a reactivation; both periods are kept.
     *
     * @param stage a stage of the tenant
     * @param lifecycle the tenant's stages
     * @param at when
     * @return a changed copy, or this
     * @throws Invalid if the tenant has no such stage
     */
    default Customer advanceLifecycle(LifecycleStage stage, Lifecycle lifecycle, Instant at) {
        lifecycle.require(stage);
        Optional<LifecycleStage> now = self().lifecycleStage();
        boolean ahead = now.isEmpty() || lifecycle.leadsTo(now.get(), stage);
        return ahead ? inStage(stage, at, null) : self();
    }

    /**
     * Returns this party in the lifecycle stage a person says is right, backward too.
     *
     * @param stage a stage of the tenant
     * @param reason why, not blank
     * @param lifecycle the tenant's stages
     * @param at when
     * @return a changed copy; this if it is in that stage
     * @throws Invalid if the tenant has no such stage, or the reason is blank
     */
    default Customer correctLifecycle(LifecycleStage stage, String reason, Lifecycle lifecycle, Instant at) {
        lifecycle.require(stage);
        String why = Text.required("lifecycle.reason", reason, 500);
        boolean there = self().lifecycleStage().map(stage::equals).orElse(false);
        return there ? self() : inStage(stage, at, why);
    }

    private Customer inStage(LifecycleStage stage, Instant at, @Nullable String reason) {
        List<LifecyclePeriod> history = new ArrayList<>(closed(at));
        history.add(new LifecyclePeriod(stage, at, null, reason));
        return self().assumeRole(PartyRole.CUSTOMER).toBuilder()
                .lifecycleHistory(history)
                .build();
    }

    private List<LifecyclePeriod> closed(Instant at) {
        if (self().lifecycleStage().isEmpty()) {
            return self().lifecycleHistory();
        }
        List<LifecyclePeriod> history = new ArrayList<>(self().lifecycleHistory());
        int last = history.size() - 1;
        history.set(last, history.get(last).endedAt(at));
        return history;
    }

    /**
     * Returns this party archived: hidden and kept.
     *
     * @param at when
     * @return a changed copy; this if it is archived
     */
    default Customer archive(Instant at) {
        return self().archived() ? self() : self().toBuilder().archivedAt(at).build();
    }

    /** {@return this party in use again} */
    default Customer unarchive() {
        return self().toBuilder().archivedAt(null).build();
    }

    /**
     * Returns this party owned by somebody.
     *
     * @param newOwnership who answers for it, or null for nobody
     * @return a changed copy
     */
    default Customer assign(@Nullable Ownership newOwnership) {
        return self().toBuilder().ownership(newOwnership).build();
    }

    /**
     * Returns this party with how the tenant came to know it.
     *
     * @param newSource the words, or null
     * @return a changed copy
     */
    default Customer cameFrom(@Nullable String newSource) {
        return self().toBuilder().source(newSource).build();
    }

    /**
     * Returns this party with one more contact point.
     *
     * @param point where it can be reached; other parties may have the same
     * @return a changed copy; this if it is there
     */
    default Customer addContactPoint(ContactPoint point) {
        return self().toBuilder()
                .contactPoints(added(self().contactPoints(), point))
                .build();
    }

    /**
     * Returns this party without a contact point that was wrong. One that was right ends instead: see
     * {@link #replaceContactPoint}.
     *
     * @param point an equal one
     * @return a changed copy; this if it is not there
     */
    default Customer removeContactPoint(ContactPoint point) {
        return self().toBuilder()
                .contactPoints(removed(self().contactPoints(), point))
                .build();
    }

    /**
     * Returns this party with a contact point changed: ended, put to another purpose.
     *
     * @param point an equal one
     * @param other what takes its place
     * @return a changed copy; this if the first is not there
     */
    default Customer replaceContactPoint(ContactPoint point, ContactPoint other) {
        List<ContactPoint> points = new ArrayList<>(self().contactPoints());
        points.replaceAll(p -> p.equals(point) ? other : p);
        return self().toBuilder().contactPoints(points).build();
    }

    /**
     * Returns this party known by one more identifier.
     *
     * @param identifier the identifier
     * @return a changed copy; this if it is there
     */
    default Customer identify(PartyIdentifier identifier) {
        return self().toBuilder()
                .identifiers(added(self().identifiers(), identifier))
                .build();
    }

    /**
     * Returns this party without an identifier that was wrong.
     *
     * @param identifier an equal one
     * @return a changed copy; this if it is not there
     */
    default Customer removeIdentifier(PartyIdentifier identifier) {
        return self().toBuilder()
                .identifiers(removed(self().identifiers(), identifier))
                .build();
    }

    /**
     * Returns this party with a preference; the one of its kind before is replaced.
     *
     * @param preference the preference
     * @return a changed copy
     */
    default Customer prefer(Preference preference) {
        return self().toBuilder()
                .preferences(self().preferences().with(preference))
                .build();
    }

    /**
     * Returns this party named by one more key of another system.
     *
     * @param ref how the other system names it
     * @return a changed copy; this if it is there
     */
    default Customer referTo(ExternalRef ref) {
        return self().toBuilder()
                .externalRefs(added(self().externalRefs(), ref))
                .build();
    }

    private static <E> List<E> added(List<E> all, E one) {
        if (all.contains(one)) {
            return all;
        }
        List<E> more = new ArrayList<>(all);
        more.add(one);
        return more;
    }

    private static <E> List<E> removed(List<E> all, E one) {
        List<E> fewer = new ArrayList<>(all);
        fewer.remove(one);
        return fewer;
    }

    private Customer self() {
        return (Customer) this;
    }
}
