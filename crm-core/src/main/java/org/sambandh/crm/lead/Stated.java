package org.sambandh.crm.lead;

import org.jspecify.annotations.Nullable;

/**
 * What an enquiry says of who asks, as it was given. Conversion fills blank fields of parties with it; nothing else is
 * done with it.
 *
 * @param personName the person's whole name, or null
 * @param email the first e-mail address, or null
 * @param phone the first telephone number, or null
 * @param country ISO 3166 code, or null
 * @param organizationName the organisation's name, or null
 * @param webDomain the organisation's domain, or null
 */
public record Stated(
        @Nullable String personName,
        @Nullable String email,
        @Nullable String phone,
        @Nullable String country,
        @Nullable String organizationName,
        @Nullable String webDomain) {

    /** Nothing, or nothing any more. */
    public static final Stated NOTHING = new Stated(null, null, null, null, null, null);

    /** This, and what the other says where this says nothing. */
    Stated or(Stated other) {
        return new Stated(
                first(personName, other.personName),
                first(email, other.email),
                first(phone, other.phone),
                first(country, other.country),
                first(organizationName, other.organizationName),
                first(webDomain, other.webDomain));
    }

    private static @Nullable String first(@Nullable String one, @Nullable String other) {
        return one == null ? other : one;
    }

    /** {@return nothing of it: it is personal} */
    @Override
    public String toString() {
        return "Stated";
    }
}
