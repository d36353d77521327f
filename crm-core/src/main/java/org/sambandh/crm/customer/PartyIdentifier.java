package org.sambandh.crm.customer;

import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.sambandh.crm.common.Text;
import org.sambandh.crm.common.Validity;

/**
 * A number or code by which the world knows a party: a tax number, a register entry, a loyalty card, a cookie.
 *
 * @param type what it is, in lower case: {@code gstin}, {@code lei}, {@code loyalty-card}, {@code cookie}
 * @param value the number as written
 * @param issuer who gave it, for example a country or a shop; null if the type says it
 * @param validity the days on which it holds
 * @param sharing whether it names one party alone
 */
public record PartyIdentifier(
        String type, String value, @Nullable String issuer, Validity validity, Sharing sharing) {

    /** Whether an identifier names one party alone. */
    public enum Sharing {
        /** One party at a time: who has it is that party. */
        EXCLUSIVE,
        /** Several parties may have it: a family's card, a group's tax number. */
        SHARED
    }

    /**
     * Checks and copies what it is given.
     *
     * @param type what it is, in lower case: {@code gstin}, {@code lei}, {@code loyalty-card}, {@code cookie}
     * @param value the number as written
     * @param issuer who gave it, for example a country or a shop; null if the type says it
     * @param validity the days on which it holds
     * @param sharing whether it names one party alone
     */
    public PartyIdentifier {
        type = Text.required("identifier.type", type, 60).toLowerCase(Locale.ROOT);
        value = Text.required("identifier.value", value, 200);
        issuer = Text.orMissing("identifier.issuer", issuer, 200);
    }

    /**
     * Returns an identifier that names one party alone.
     *
     * @param type what it is
     * @param value the number
     * @return without issuer and dates
     */
    public static PartyIdentifier exclusive(String type, String value) {
        return new PartyIdentifier(type, value, null, Validity.ALWAYS, Sharing.EXCLUSIVE);
    }

    /**
     * Returns an identifier that several parties may have.
     *
     * @param type what it is
     * @param value the number
     * @return without issuer and dates
     */
    public static PartyIdentifier shared(String type, String value) {
        return new PartyIdentifier(type, value, null, Validity.ALWAYS, Sharing.SHARED);
    }

    /**
     * Returns this identifier with its issuer.
     *
     * @param name who gave it, or null
     * @return a changed copy
     */
    public PartyIdentifier issuedBy(@Nullable String name) {
        return new PartyIdentifier(type, value, name, validity, sharing);
    }

    /**
     * Returns this identifier on certain days.
     *
     * @param days the days
     * @return a changed copy
     */
    public PartyIdentifier during(Validity days) {
        return new PartyIdentifier(type, value, issuer, days, sharing);
    }

    /** {@return {@code type:issuer:value} with letter case folded: equal keys name the same thing} */
    public String key() {
        return Text.fold(type + ":" + (issuer == null ? "" : issuer) + ":" + value);
    }

    /** {@return the type only: the number is personal} */
    @Override
    public String toString() {
        return "PartyIdentifier[" + type + "]";
    }
}
