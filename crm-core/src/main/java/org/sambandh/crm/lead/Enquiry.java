package org.sambandh.crm.lead;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.sambandh.crm.common.Brand;
import org.sambandh.crm.common.CustomerId;
import org.sambandh.crm.common.ExternalRef;
import org.sambandh.crm.common.ProductId;
import org.sambandh.crm.common.Text;
import org.sambandh.crm.customer.PartyIdentifier;
import org.sambandh.crm.field.Attributes;
import org.sambandh.crm.field.Field;
import org.sambandh.crm.team.Ownership;

/**
 * An enquiry that arrives: a form, a mail, a row of a list. Immutable; every method returns a changed copy:
 *
 * <pre>{@code
 * Enquiry.from("Rohan Sharma").phone("+919812345678").captured(json).idempotencyKey("form-17")
 * }</pre>
 */
public final class Enquiry implements Cloneable {

    @Nullable
    String personName;

    @Nullable
    String organizationName;

    @Nullable
    String webDomain;

    @Nullable
    String country;

    @Nullable
    String captured;

    @Nullable
    String idempotencyKey;

    @Nullable
    CustomerId introducedBy;

    Origin origin = Origin.UNKNOWN;

    @Nullable
    Brand brand;

    @Nullable
    ProductId product;

    @Nullable
    String productText;

    @Nullable
    Ownership owner;

    List<String> emails = List.of();
    List<String> phones = List.of();
    List<PartyIdentifier> identifiers = List.of();
    List<PartyIdentifier> organizationIdentifiers = List.of();
    List<ConsentEvidence> consents = List.of();
    List<ExternalRef> externalRefs = List.of();
    Attributes attributes = Attributes.none();

    private Enquiry() {}

    /** {@return an enquiry of which nothing is known yet} */
    public static Enquiry arrived() {
        return new Enquiry();
    }

    /**
     * Returns an enquiry of a person.
     *
     * @param personName the person's whole name
     * @return the enquiry
     */
    public static Enquiry from(String personName) {
        return new Enquiry().personName(personName);
    }

    private Enquiry with(Consumer<Enquiry> change) {
        try {
            Enquiry copy = (Enquiry) clone();
            change.accept(copy);
            return copy;
        } catch (CloneNotSupportedException e) {
            throw new AssertionError(e);
        }
    }

    private static <E> List<E> more(List<E> all, E one) {
        List<E> more = new ArrayList<>(all);
        more.add(one);
        return List.copyOf(more);
    }

    /**
     * Says the person's whole name.
     *
     * @param value the value, or null
     * @return a changed copy
     */
    public Enquiry personName(@Nullable String value) {
        return with(e ->
                e.personName = LeadRules.text("enquiry.personName", Text.orMissing("enquiry.personName", value), 200));
    }

    /**
     * Says the organisation's name.
     *
     * @param value the value, or null
     * @return a changed copy
     */
    public Enquiry organizationName(@Nullable String value) {
        return with(e -> e.organizationName =
                LeadRules.text("enquiry.organizationName", Text.orMissing("enquiry.organizationName", value), 200));
    }

    /**
     * Says the organisation's domain.
     *
     * @param value the value, or null
     * @return a changed copy
     */
    public Enquiry webDomain(@Nullable String value) {
        return with(e -> e.webDomain = Text.orMissing("enquiry.webDomain", value, 254));
    }

    /**
     * Says ISO 3166 code of two letters.
     *
     * @param value the value, or null
     * @return a changed copy
     */
    public Enquiry country(@Nullable String value) {
        return with(e -> e.country = Text.orMissing("enquiry.country", value, 100));
    }

    /**
     * Says what arrived, kept byte for byte, at most 262,144 characters.
     *
     * @param value the value, or null
     * @return a changed copy
     */
    public Enquiry captured(@Nullable String value) {
        return with(e -> e.captured = value);
    }

    /**
     * Says the key of the delivery, at most 200 characters.
     *
     * @param value the value, or null
     * @return a changed copy
     */
    public Enquiry idempotencyKey(@Nullable String value) {
        return with(e -> e.idempotencyKey =
                LeadRules.text("enquiry.idempotencyKey", Text.orMissing("enquiry.idempotencyKey", value), 200));
    }

    /**
     * Says who introduced them.
     *
     * @param value the value, or null
     * @return a changed copy
     */
    public Enquiry introducedBy(@Nullable CustomerId value) {
        return with(e -> e.introducedBy = value);
    }

    /**
     * Says from where it came.
     *
     * @param value the value
     * @return a changed copy
     */
    public Enquiry origin(Origin value) {
        return with(e -> e.origin = value);
    }

    /**
     * Says under which name it was asked.
     *
     * @param value the value, or null
     * @return a changed copy
     */
    public Enquiry brand(@Nullable Brand value) {
        return with(e -> e.brand = value);
    }

    /**
     * Says the product of interest.
     *
     * @param value the value, or null
     * @return a changed copy
     */
    public Enquiry product(@Nullable ProductId value) {
        return with(e -> e.product = value);
    }

    /**
     * Says the product of interest in words.
     *
     * @param value the value, or null
     * @return a changed copy
     */
    public Enquiry productText(@Nullable String value) {
        return with(e -> e.productText =
                LeadRules.text("enquiry.productText", Text.orMissing("enquiry.productText", value), 300));
    }

    /**
     * Says who answers for it.
     *
     * @param value the value, or null
     * @return a changed copy
     */
    public Enquiry owner(@Nullable Ownership value) {
        return with(e -> e.owner = value);
    }

    /**
     * Adds an e-mail address of the person; one that is none is ignored.
     *
     * @param value one more
     * @return a changed copy
     */
    public Enquiry email(String value) {
        return with(e -> e.emails = more(e.emails, value));
    }

    /**
     * Adds a telephone number of the person; one that is none is ignored.
     *
     * @param value one more
     * @return a changed copy
     */
    public Enquiry phone(String value) {
        return with(e -> e.phones = more(e.phones, value));
    }

    /**
     * Adds an identifier of the person.
     *
     * @param value one more
     * @return a changed copy
     */
    public Enquiry identifier(PartyIdentifier value) {
        return with(e -> e.identifiers = more(e.identifiers, value));
    }

    /**
     * Adds an identifier of the organisation.
     *
     * @param value one more
     * @return a changed copy
     */
    public Enquiry organizationIdentifier(PartyIdentifier value) {
        return with(e -> e.organizationIdentifiers = more(e.organizationIdentifiers, value));
    }

    /**
     * Adds a consent given with it.
     *
     * @param value one more
     * @return a changed copy
     */
    public Enquiry consent(ConsentEvidence value) {
        return with(e -> e.consents = more(e.consents, value));
    }

    /**
     * Adds how another system names it.
     *
     * @param value one more
     * @return a changed copy
     */
    public Enquiry externalRef(ExternalRef value) {
        return with(e -> e.externalRefs = more(e.externalRefs, value));
    }

    /**
     * Says the host's own properties of the enquiry.
     *
     * @param value all of them
     * @return a changed copy
     */
    public Enquiry attributes(Attributes value) {
        return with(e -> e.attributes = value);
    }

    /**
     * Sets a property of the host's.
     *
     * @param field the property, {@link Field#attribute}
     * @param value its value, or null for none
     * @param <V> its class
     * @return a changed copy
     */
    public <V> Enquiry set(Field.One<Lead, V> field, @Nullable V value) {
        return with(e -> e.attributes = e.attributes.with(field, value));
    }

    /** {@return nothing of it: it is personal} */
    @Override
    public String toString() {
        return "Enquiry";
    }
}
