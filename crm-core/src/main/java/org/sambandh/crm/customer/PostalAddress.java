package org.sambandh.crm.customer;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.sambandh.crm.common.Invalid;
import org.sambandh.crm.common.Text;

/**
 * A postal address. Lines stay as written; what reports need stands apart. At least one part is there.
 *
 * @param lines street, house and whatever belongs above the city; at most 10
 * @param city the city, or null
 * @param region state, province or district, or null
 * @param postalCode PIN or ZIP code as text, or null
 * @param country ISO 3166 code of two letters in upper case, or null
 */
public record PostalAddress(
        List<String> lines,
        @Nullable String city,
        @Nullable String region,
        @Nullable String postalCode,
        @Nullable String country)
        implements ContactAddress {

    private static final int MAX_LINES = 10;

    /**
     * Checks and copies what it is given.
     *
     * @param lines street, house and whatever belongs above the city; at most 10
     * @param city the city, or null
     * @param region state, province or district, or null
     * @param postalCode PIN or ZIP code as text, or null
     * @param country ISO 3166 code of two letters in upper case, or null
     */
    public PostalAddress {
        if (lines.size() > MAX_LINES) {
            throw new Invalid("postal.lines", "at most " + MAX_LINES + " lines, found " + lines.size());
        }
        lines = lines.stream()
                .filter(line -> !Text.isBlank(line))
                .map(line -> Text.required("postal.lines", line, 200))
                .toList();
        city = Text.orMissing("postal.city", city, 200);
        region = Text.orMissing("postal.region", region, 200);
        postalCode = Text.orMissing("postal.postalCode", postalCode, 40);
        country = country == null || Text.isBlank(country) ? null : isoCountry(country);
        if (lines.isEmpty() && city == null && region == null && postalCode == null && country == null) {
            throw new Invalid("postal", "an address needs at least one part");
        }
    }

    private static String isoCountry(String code) {
        String upper = code.strip().toUpperCase(Locale.ROOT);
        if (!Locale.getISOCountries(Locale.IsoCountryCode.PART1_ALPHA2).contains(upper)) {
            throw new Invalid("postal.country", "an ISO 3166 code of two letters such as IN");
        }
        return upper;
    }

    /**
     * Returns an address of which only the country is known.
     *
     * @param country ISO 3166 code
     * @return the address
     */
    public static PostalAddress inCountry(String country) {
        return new PostalAddress(List.of(), null, null, null, country);
    }

    /**
     * Returns this address in another country.
     *
     * @param code ISO 3166 code, or null
     * @return a changed copy
     */
    public PostalAddress country(@Nullable String code) {
        return new PostalAddress(lines, city, region, postalCode, code);
    }

    /**
     * Returns this address in another city.
     *
     * @param name the city, or null
     * @return a changed copy
     */
    public PostalAddress city(@Nullable String name) {
        return new PostalAddress(lines, name, region, postalCode, country);
    }

    @Override
    public ContactPoint.Kind kind() {
        return ContactPoint.Kind.POSTAL;
    }

    /** {@return nothing: addresses are written in too many ways to be compared by a key} */
    @Override
    public Optional<String> key() {
        return Optional.empty();
    }

    /** {@return nothing of the address} */
    @Override
    public String toString() {
        return "PostalAddress";
    }
}
