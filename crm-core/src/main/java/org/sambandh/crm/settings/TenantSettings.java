package org.sambandh.crm.settings;

import java.math.RoundingMode;
import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Currency;
import java.util.Locale;
import java.util.Set;
import org.sambandh.crm.common.Invalid;
import org.sambandh.crm.common.Text;

/**
 * What a tenant decides once and every feature asks for. Start with {@link #of} and change what differs:
 *
 * <pre>{@code
 * TenantSettings.of(ZoneId.of("Asia/Kolkata"), Currency.getInstance("INR"))
 *         .withFiscalCalendar(FiscalCalendar.startingIn(Month.APRIL));
 * }</pre>
 *
 * @param zone the zone of the tenant's days, weeks and months
 * @param locale the language and format of labels and sentences
 * @param phoneRegion the ISO 3166 country of phone numbers written without one; {@code ZZ} if there is none
 * @param baseCurrency the currency of converted figures
 * @param fiscalCalendar fiscal years, quarters and periods
 * @param workingCalendar working time, in a zone of its own
 * @param rounding how money is rounded to the decimals of its currency; not {@code UNNECESSARY}
 * @param sameLeadWithin how long after its last touch an open lead takes in another enquiry of the same party; from 0 to
 *     3,650 days
 * @param publicMailDomains domains at which anybody has a mailbox: they never say where somebody works; in lower case,
 *     ascending
 * @param roleMailboxes what stands before the {@code @} of a mailbox that many read: it never says who somebody is; in
 *     lower case, ascending
 */
public record TenantSettings(
        ZoneId zone,
        Locale locale,
        String phoneRegion,
        Currency baseCurrency,
        FiscalCalendar fiscalCalendar,
        WorkingCalendar workingCalendar,
        RoundingMode rounding,
        Duration sameLeadWithin,
        Set<String> publicMailDomains,
        Set<String> roleMailboxes) {

    /** What {@link #phoneRegion} is where no country can be assumed. */
    public static final String NO_REGION = "ZZ";

    /**
     * Checks and folds what can be wrong.
     *
     * @param zone the zone of the tenant's days, weeks and months
     * @param locale the language and format of labels and sentences
     * @param phoneRegion the ISO 3166 country of phone numbers written without one; {@code ZZ} if there is none
     * @param baseCurrency the currency of converted figures
     * @param fiscalCalendar fiscal years, quarters and periods
     * @param workingCalendar working time, in a zone of its own
     * @param rounding how money is rounded to the decimals of its currency; not {@code UNNECESSARY}
     * @param sameLeadWithin how long after its last touch an open lead takes in another enquiry of the same party; from 0 to
     *     3,650 days
     * @param publicMailDomains domains at which anybody has a mailbox: they never say where somebody works; in lower case,
     *     ascending
     * @param roleMailboxes what stands before the {@code @} of a mailbox that many read: it never says who somebody is; in
     *     lower case, ascending
     * @throws Invalid if a part lies outside what is said above
     */
    public TenantSettings {
        if (!phoneRegion.equals(NO_REGION) && !isCountry(phoneRegion)) {
            throw new Invalid("settings.phoneRegion", "a country of ISO 3166 such as IN, or ZZ for none");
        }
        if (rounding == RoundingMode.UNNECESSARY) {
            throw new Invalid("settings.rounding", "a way to round; UNNECESSARY would fail on every odd amount");
        }
        if (sameLeadWithin.isNegative() || sameLeadWithin.compareTo(Duration.ofDays(3650)) > 0) {
            throw new Invalid("settings.sameLeadWithin", "from 0 to 3650 days, found " + sameLeadWithin);
        }
        publicMailDomains = MailNames.domains(publicMailDomains);
        roleMailboxes = MailNames.roles(roleMailboxes);
    }

    /**
     * Returns settings that most tenants can start with: calendar year in months, Monday to Friday 09:00 to 17:00 without
     * holidays, half up, 30 days, well-known public mail domains and role mailboxes. The phone region is the country whose
     * currency it is ({@code INR} gives {@code IN}), none for a currency of many countries; the locale is English there.
     *
     * @param zone the zone of the tenant's days
     * @param baseCurrency the currency of converted figures
     * @return the settings
     */
    public static TenantSettings of(ZoneId zone, Currency baseCurrency) {
        // ISO 4217 builds a code from the country's ISO 3166 code; EUR and the X codes belong to no country.
        String country = baseCurrency.getCurrencyCode().substring(0, 2);
        boolean known = isCountry(country);
        return new TenantSettings(
                zone,
                known ? new Locale("en", country) : Locale.ENGLISH,
                known ? country : NO_REGION,
                baseCurrency,
                FiscalCalendar.calendarYear(),
                WorkingCalendar.of(zone, WeeklyWindow.weekdays(LocalTime.of(9, 0), LocalTime.of(17, 0))),
                RoundingMode.HALF_UP,
                Duration.ofDays(30),
                MailNames.PUBLIC_DOMAINS,
                MailNames.ROLES);
    }

    /**
     * Returns these settings with another locale.
     *
     * @param locale the language and format of labels and sentences
     * @return the changed settings
     */
    public TenantSettings withLocale(Locale locale) {
        return new TenantSettings(
                zone,
                locale,
                phoneRegion,
                baseCurrency,
                fiscalCalendar,
                workingCalendar,
                rounding,
                sameLeadWithin,
                publicMailDomains,
                roleMailboxes);
    }

    /**
     * Returns these settings with another phone region.
     *
     * @param phoneRegion a country of ISO 3166 such as {@code IN}, or {@code ZZ} for none
     * @return the changed settings
     * @throws Invalid if it is neither
     */
    public TenantSettings withPhoneRegion(String phoneRegion) {
        return new TenantSettings(
                zone,
                locale,
                phoneRegion,
                baseCurrency,
                fiscalCalendar,
                workingCalendar,
                rounding,
                sameLeadWithin,
                publicMailDomains,
                roleMailboxes);
    }

    /**
     * Returns these settings with another fiscal calendar.
     *
     * @param fiscalCalendar fiscal years, quarters and periods
     * @return the changed settings
     */
    public TenantSettings withFiscalCalendar(FiscalCalendar fiscalCalendar) {
        return new TenantSettings(
                zone,
                locale,
                phoneRegion,
                baseCurrency,
                fiscalCalendar,
                workingCalendar,
                rounding,
                sameLeadWithin,
                publicMailDomains,
                roleMailboxes);
    }

    /**
     * Returns these settings with another working calendar.
     *
     * @param workingCalendar working time
     * @return the changed settings
     */
    public TenantSettings withWorkingCalendar(WorkingCalendar workingCalendar) {
        return new TenantSettings(
                zone,
                locale,
                phoneRegion,
                baseCurrency,
                fiscalCalendar,
                workingCalendar,
                rounding,
                sameLeadWithin,
                publicMailDomains,
                roleMailboxes);
    }

    /**
     * Returns these settings with another rounding.
     *
     * @param rounding how money is rounded
     * @return the changed settings
     * @throws Invalid if it is {@code UNNECESSARY}
     */
    public TenantSettings withRounding(RoundingMode rounding) {
        return new TenantSettings(
                zone,
                locale,
                phoneRegion,
                baseCurrency,
                fiscalCalendar,
                workingCalendar,
                rounding,
                sameLeadWithin,
                publicMailDomains,
                roleMailboxes);
    }

    /**
     * Returns these settings with another time within which enquiries are one lead.
     *
     * @param sameLeadWithin from 0 to 3,650 days
     * @return the changed settings
     * @throws Invalid if it is shorter or longer
     */
    public TenantSettings withSameLeadWithin(Duration sameLeadWithin) {
        return new TenantSettings(
                zone,
                locale,
                phoneRegion,
                baseCurrency,
                fiscalCalendar,
                workingCalendar,
                rounding,
                sameLeadWithin,
                publicMailDomains,
                roleMailboxes);
    }

    /**
     * Returns these settings with other public mail domains.
     *
     * @param publicMailDomains the whole list; letter case does not matter
     * @return the changed settings
     * @throws Invalid if one is no domain
     */
    public TenantSettings withPublicMailDomains(Set<String> publicMailDomains) {
        return new TenantSettings(
                zone,
                locale,
                phoneRegion,
                baseCurrency,
                fiscalCalendar,
                workingCalendar,
                rounding,
                sameLeadWithin,
                publicMailDomains,
                roleMailboxes);
    }

    /**
     * Returns these settings with other role mailboxes.
     *
     * @param roleMailboxes the whole list; letter case does not matter
     * @return the changed settings
     * @throws Invalid if one holds an {@code @} or blanks
     */
    public TenantSettings withRoleMailboxes(Set<String> roleMailboxes) {
        return new TenantSettings(
                zone,
                locale,
                phoneRegion,
                baseCurrency,
                fiscalCalendar,
                workingCalendar,
                rounding,
                sameLeadWithin,
                publicMailDomains,
                roleMailboxes);
    }

    /**
     * Returns whether anybody can have a mailbox at a domain.
     *
     * @param domain what stands behind the {@code @}; letter case does not matter
     * @return true if it is one of the public mail domains
     */
    public boolean isPublicMailDomain(String domain) {
        return publicMailDomains.contains(Text.fold(domain));
    }

    /**
     * Returns whether a mailbox is one that many read.
     *
     * @param mailbox what stands before the {@code @}; letter case does not matter
     * @return true if it is one of the role mailboxes
     */
    public boolean isRoleMailbox(String mailbox) {
        return roleMailboxes.contains(Text.fold(mailbox));
    }

    private static boolean isCountry(String code) {
        return Locale.getISOCountries(Locale.IsoCountryCode.PART1_ALPHA2).contains(code);
    }
}
