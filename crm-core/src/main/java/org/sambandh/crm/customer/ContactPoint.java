package org.sambandh.crm.customer;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.sambandh.crm.common.RelationshipId;
import org.sambandh.crm.common.Text;
import org.sambandh.crm.common.Validity;

/**
 * An address of a party with what it is for and when it holds. Several parties may share an address; nothing here is
 * unique.
 *
 * @param address where
 * @param purpose what for, a code of the tenant's: {@code home}, {@code work}, {@code billing}; or null
 * @param validity the days on which it can be used
 * @param relationship the relationship it hangs on, for example the employment of an office address; it ends with it.
 *     Null if it is the party's own
 * @param doNotCall whether nobody may call it; who has the number twice is not called if either says so
 */
public record ContactPoint(
        ContactAddress address,
        @Nullable String purpose,
        Validity validity,
        @Nullable RelationshipId relationship,
        boolean doNotCall) {

    /** The kinds of addresses. */
    public enum Kind {
        /** An e-mail address. */
        EMAIL,
        /** A telephone number. */
        PHONE,
        /** A postal address. */
        POSTAL,
        /** A profile in a social network. */
        SOCIAL,
        /** An account of a messenger. */
        MESSENGER
    }

    /**
     * Checks and copies what it is given.
     *
     * @param address where
     * @param purpose what for, a code of the tenant's: {@code home}, {@code work}, {@code billing}; or null
     * @param validity the days on which it can be used
     * @param relationship the relationship it hangs on, for example the employment of an office address; it ends with it.
     *     Null if it is the party's own
     * @param doNotCall whether nobody may call it; who has the number twice is not called if either says so
     */
    public ContactPoint {
        purpose = Text.orMissing("contactPoint.purpose", purpose, 100);
    }

    /**
     * Makes a contact point that may be called.
     *
     * @param address where
     * @param purpose what for, or null
     * @param validity the days on which it can be used
     * @param relationship the relationship it hangs on, or null
     */
    public ContactPoint(
            ContactAddress address,
            @Nullable String purpose,
            Validity validity,
            @Nullable RelationshipId relationship) {
        this(address, purpose, validity, relationship, false);
    }

    /**
     * Returns a contact point without purpose and dates.
     *
     * @param address where
     * @return the contact point
     */
    public static ContactPoint of(ContactAddress address) {
        return new ContactPoint(address, null, Validity.ALWAYS, null);
    }

    /**
     * Returns an e-mail contact point.
     *
     * @param address the address
     * @return without purpose and dates
     * @throws org.sambandh.crm.common.Invalid if it is no address
     */
    public static ContactPoint email(String address) {
        return of(EmailAddress.of(address));
    }

    /**
     * Returns a telephone contact point.
     *
     * @param number the number as written; without a country it gets the tenant's when it is saved
     * @return without purpose and dates
     */
    public static ContactPoint phone(String number) {
        return of(PhoneNumber.of(number));
    }

    /**
     * Returns this contact point for a purpose.
     *
     * @param code the tenant's code, or null
     * @return a changed copy
     */
    public ContactPoint forPurpose(@Nullable String code) {
        return new ContactPoint(address, code, validity, relationship, doNotCall);
    }

    /**
     * Returns this contact point on certain days.
     *
     * @param days the days
     * @return a changed copy
     */
    public ContactPoint during(Validity days) {
        return new ContactPoint(address, purpose, days, relationship, doNotCall);
    }

    /**
     * Returns this contact point hanging on a relationship.
     *
     * @param id the relationship, or null for none
     * @return a changed copy
     */
    public ContactPoint through(@Nullable RelationshipId id) {
        return new ContactPoint(address, purpose, validity, id, doNotCall);
    }

    /**
     * Returns this contact point with the wish not to be called, or without it.
     *
     * @param wished whether nobody may call it
     * @return a changed copy
     */
    public ContactPoint doNotCall(boolean wished) {
        return new ContactPoint(address, purpose, validity, relationship, wished);
    }

    /**
     * Returns this contact point with a telephone number completed for a country, so that it is found by that number.
     *
     * @param region ISO 3166 code, see {@link org.sambandh.crm.settings.TenantSettings#phoneRegion}
     * @return this, or a copy with the international form of its number
     */
    public ContactPoint in(String region) {
        return address instanceof PhoneNumber phone
                ? new ContactPoint(phone.in(region), purpose, validity, relationship, doNotCall)
                : this;
    }

    /** {@return the kind of its address} */
    public Kind kind() {
        return address.kind();
    }

    /**
     * Returns whether the party can be reached by it.
     *
     * @param day the day
     * @return true if its dates allow it
     */
    public boolean holdsOn(LocalDate day) {
        return validity.holdsOn(day);
    }

    /** {@return the kind only: the rest is personal} */
    @Override
    public String toString() {
        return "ContactPoint[" + kind() + "]";
    }
}
