package org.sambandh.crm.customer;

import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.sambandh.crm.common.CustomerId;
import org.sambandh.crm.common.ExternalRef;
import org.sambandh.crm.field.Field;
import org.sambandh.crm.team.Ownership;

/**
 * A party to be registered. Immutable; every method returns a changed copy:
 *
 * <pre>{@code
 * NewCustomer.person("Asha Rao").email("asha@example.in").phone("+919812345678").country("IN")
 * }</pre>
 *
 * <p>Without a role it is a customer. A customer without a stage starts as a prospect when it is registered, and in the
 * tenant's first stage when it is registered provisionally; other roles start without a stage.
 */
public final class NewCustomer {

    private static final CustomerId UNBORN = new CustomerId("unborn");

    private final Customer draft;
    private final @Nullable LifecycleStage stage;

    private NewCustomer(Customer draft, @Nullable LifecycleStage stage) {
        this.draft = draft;
        this.stage = stage;
    }

    private static NewCustomer of(Profile profile) {
        Customer draft = Customer.builder(UNBORN)
                .profile(profile)
                .standing(Standing.PROVISIONAL)
                .build();
        return new NewCustomer(draft, null);
    }

    /** {@return a person without a name, which only a provisional party may be} */
    public static NewCustomer person() {
        return of(Person.UNKNOWN);
    }

    /**
     * Returns a person.
     *
     * @param name the whole name as written
     * @return the person
     * @throws org.sambandh.crm.common.Invalid if the name is blank or longer than 200 code points
     */
    public static NewCustomer person(String name) {
        return person().name(PersonName.of(name));
    }

    /** {@return an organisation without a name, which only a provisional party may be} */
    public static NewCustomer organization() {
        return of(Organization.UNKNOWN);
    }

    /**
     * Returns an organisation.
     *
     * @param name the whole name
     * @return the organisation
     * @throws org.sambandh.crm.common.Invalid if the name is blank or longer than 200 code points
     */
    public static NewCustomer organization(String name) {
        return organization().name(PersonName.of(name));
    }

    /**
     * Returns a household.
     *
     * @param name what it is called: {@code Family Rao}
     * @return the household
     * @throws org.sambandh.crm.common.Invalid if the name is blank or longer than 200 code points
     */
    public static NewCustomer household(String name) {
        return of(Household.UNKNOWN).name(PersonName.of(name));
    }

    /**
     * Names it.
     *
     * @param name the name that is shown
     * @return a changed copy
     */
    public NewCustomer name(PersonName name) {
        return with(customer -> customer.correctName(name));
    }

    /**
     * Adds an e-mail address.
     *
     * @param address the address
     * @return a changed copy
     * @throws org.sambandh.crm.common.Invalid if it is no address
     */
    public NewCustomer email(String address) {
        return contactPoint(ContactPoint.email(address));
    }

    /**
     * Adds a telephone number.
     *
     * @param number as written; without a country it gets the tenant's
     * @return a changed copy
     */
    public NewCustomer phone(String number) {
        return contactPoint(ContactPoint.phone(number));
    }

    /**
     * Adds a postal address.
     *
     * @param address the address
     * @return a changed copy
     */
    public NewCustomer address(PostalAddress address) {
        return contactPoint(ContactPoint.of(address));
    }

    /**
     * Sets the country of the main address.
     *
     * @param country ISO 3166 code of two letters
     * @return a changed copy
     * @throws org.sambandh.crm.common.Invalid if there is no such country
     */
    public NewCustomer country(String country) {
        return set(CustomerFields.MAIN_COUNTRY, country);
    }

    /**
     * Adds a contact point with purpose or dates.
     *
     * @param point the contact point
     * @return a changed copy
     */
    public NewCustomer contactPoint(ContactPoint point) {
        return with(customer -> customer.addContactPoint(point));
    }

    /**
     * Adds an identifier.
     *
     * @param identifier the identifier
     * @return a changed copy
     */
    public NewCustomer identifier(PartyIdentifier identifier) {
        return with(customer -> customer.identify(identifier));
    }

    /**
     * Adds a key of another system.
     *
     * @param ref how the other system names it
     * @return a changed copy
     */
    public NewCustomer externalRef(ExternalRef ref) {
        return with(customer -> customer.referTo(ref));
    }

    /**
     * Adds a role.
     *
     * @param role what it is
     * @return a changed copy
     */
    public NewCustomer role(PartyRole role) {
        return with(customer -> customer.assumeRole(role));
    }

    /**
     * Sets the lifecycle stage it starts in.
     *
     * @param first a stage of the tenant
     * @return a changed copy, in the role of a customer too
     */
    public NewCustomer stage(LifecycleStage first) {
        return new NewCustomer(draft.assumeRole(PartyRole.CUSTOMER), first);
    }

    /**
     * Sets who answers for it.
     *
     * @param ownership a user, a team or both
     * @return a changed copy
     */
    public NewCustomer owner(Ownership ownership) {
        return with(customer -> customer.assign(ownership));
    }

    /**
     * Sets how the tenant came to know it.
     *
     * @param source the words
     * @return a changed copy
     */
    public NewCustomer source(String source) {
        return with(customer -> customer.cameFrom(source));
    }

    /**
     * Sets a field: one of ours or a host's own.
     *
     * @param field a writable field
     * @param value the value, or null for none
     * @param <V> the value
     * @return a changed copy
     * @throws org.sambandh.crm.common.Invalid if the field cannot be written or refuses the value
     */
    public <V> NewCustomer set(Field.One<Customer, V> field, @Nullable V value) {
        return with(customer -> field.set(customer, value));
    }

    /**
     * Changes it by a verb of {@link Customer}: {@code c -> c.prefer(...)}.
     *
     * @param verb returns a changed copy
     * @return a changed copy
     */
    public NewCustomer with(UnaryOperator<Customer> verb) {
        return new NewCustomer(verb.apply(draft), stage);
    }

    Customer draft() {
        return draft;
    }

    Optional<LifecycleStage> stage() {
        return Optional.ofNullable(stage);
    }

    /** {@return person, organisation or household} */
    public Profile.Kind kind() {
        return draft.kind();
    }

    /** {@return the kind only: the rest is personal} */
    @Override
    public String toString() {
        return "NewCustomer[" + draft.kind() + "]";
    }
}
