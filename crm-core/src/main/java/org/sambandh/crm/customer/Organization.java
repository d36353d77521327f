package org.sambandh.crm.customer;

import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.sambandh.crm.common.Invalid;
import org.sambandh.crm.common.Money;
import org.sambandh.crm.common.Text;

/**
 * A company, authority or club.
 *
 * @param industry a code of the tenant's, for example {@code steel}, or null
 * @param employees how many work there, 0 or more, or null
 * @param revenue of a year, or null
 * @param foundedYear the year it was founded, 1 to 9999, or null
 * @param webDomain its registered domain in lower case, for example {@code example.in}, or null
 */
public record Organization(
        @Nullable String industry,
        @Nullable Long employees,
        @Nullable Money revenue,
        @Nullable Integer foundedYear,
        @Nullable String webDomain)
        implements Profile {

    /** An organisation of which nothing is known but that it is one. */
    public static final Organization UNKNOWN = new Organization(null, null, null, null, null);

    /**
     * Checks and copies what it is given.
     *
     * @param industry a code of the tenant's, for example {@code steel}, or null
     * @param employees how many work there, 0 or more, or null
     * @param revenue of a year, or null
     * @param foundedYear the year it was founded, 1 to 9999, or null
     * @param webDomain its registered domain in lower case, for example {@code example.in}, or null
     */
    public Organization {
        industry = Text.orMissing("organization.industry", industry, 200);
        if (employees != null && employees < 0) {
            throw new Invalid("organization.employees", "0 or more, found " + employees);
        }
        if (foundedYear != null && (foundedYear < 1 || foundedYear > 9999)) {
            throw new Invalid("organization.foundedYear", "a year from 1 to 9999, found " + foundedYear);
        }
        String domain = Text.orMissing("organization.webDomain", webDomain, 254);
        webDomain = domain == null ? null : domain.toLowerCase(Locale.ROOT);
        if (webDomain != null && !EmailAddress.isDomain(webDomain)) {
            throw new Invalid("organization.webDomain", "a domain such as example.in, without http:// and path");
        }
    }

    @Override
    public Kind kind() {
        return Kind.ORGANIZATION;
    }

    @Override
    public Organization blank() {
        return UNKNOWN;
    }

    /**
     * Returns this organisation in another industry.
     *
     * @param code the tenant's code, or null
     * @return a changed copy
     */
    public Organization industry(@Nullable String code) {
        return new Organization(code, employees, revenue, foundedYear, webDomain);
    }

    /**
     * Returns this organisation with another number of employees.
     *
     * @param count 0 or more, or null
     * @return a changed copy
     */
    public Organization employees(@Nullable Long count) {
        return new Organization(industry, count, revenue, foundedYear, webDomain);
    }

    /**
     * Returns this organisation with another revenue.
     *
     * @param ofAYear the revenue, or null
     * @return a changed copy
     */
    public Organization revenue(@Nullable Money ofAYear) {
        return new Organization(industry, employees, ofAYear, foundedYear, webDomain);
    }

    /**
     * Returns this organisation founded in another year.
     *
     * @param year 1 to 9999, or null
     * @return a changed copy
     */
    public Organization foundedYear(@Nullable Integer year) {
        return new Organization(industry, employees, revenue, year, webDomain);
    }

    /**
     * Returns this organisation with another domain.
     *
     * @param domain the registered domain, or null
     * @return a changed copy
     */
    public Organization webDomain(@Nullable String domain) {
        return new Organization(industry, employees, revenue, foundedYear, domain);
    }

    /** {@return the kind only} */
    @Override
    public String toString() {
        return "Organization";
    }
}
