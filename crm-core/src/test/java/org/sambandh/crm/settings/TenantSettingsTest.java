package org.sambandh.crm.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.RoundingMode;
import java.time.Duration;
import java.time.LocalDate;
import java.time.Month;
import java.time.ZoneId;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.sambandh.crm.common.Invalid;

class TenantSettingsTest {

    private static final TenantSettings INDIA =
            TenantSettings.of(ZoneId.of("Asia/Kolkata"), Currency.getInstance("INR"));

    @Test
    void zoneAndCurrencyAreEnoughToStart() {
        assertThat(INDIA.phoneRegion()).isEqualTo("IN");
        assertThat(INDIA.locale()).isEqualTo(Locale.forLanguageTag("en-IN"));
        assertThat(INDIA.fiscalCalendar()).isEqualTo(FiscalCalendar.calendarYear());
        assertThat(INDIA.workingCalendar().zone()).isEqualTo(INDIA.zone());
        assertThat(INDIA.rounding()).isEqualTo(RoundingMode.HALF_UP);
        assertThat(INDIA.sameLeadWithin()).hasDays(30);
    }

    @Test
    void aCurrencyOfManyCountriesNamesNone() {
        TenantSettings euro = TenantSettings.of(ZoneId.of("Europe/Brussels"), Currency.getInstance("EUR"));
        assertThat(euro.phoneRegion()).isEqualTo(TenantSettings.NO_REGION);
        assertThat(euro.locale()).isEqualTo(Locale.ENGLISH);
    }

    @Test
    void wellKnownDomainsAndMailboxesSayNothingAboutAParty() {
        assertThat(INDIA.publicMailDomains()).contains("gmail.com", "yahoo.co.in", "rediffmail.com", "outlook.com");
        assertThat(INDIA.isPublicMailDomain("Gmail.COM")).isTrue();
        assertThat(INDIA.isPublicMailDomain("acme.example")).isFalse();
        assertThat(INDIA.roleMailboxes()).contains("info", "sales", "support", "admin", "contact", "office");
        assertThat(INDIA.isRoleMailbox("INFO")).isTrue();
        assertThat(INDIA.isRoleMailbox("sunita")).isFalse();
    }

    @Test
    void everyPartCanBeReplacedByItself() {
        TenantSettings changed = INDIA.withLocale(Locale.forLanguageTag("hi-IN"))
                .withPhoneRegion("NP")
                .withFiscalCalendar(FiscalCalendar.startingIn(Month.APRIL))
                .withWorkingCalendar(WorkingCalendar.always(INDIA.zone()))
                .withRounding(RoundingMode.HALF_EVEN)
                .withSameLeadWithin(Duration.ofDays(7))
                .withPublicMailDomains(Set.of("Mail.Example"))
                .withRoleMailboxes(Set.of("Desk"));
        assertThat(changed)
                .isEqualTo(new TenantSettings(
                        INDIA.zone(),
                        Locale.forLanguageTag("hi-IN"),
                        "NP",
                        INDIA.baseCurrency(),
                        FiscalCalendar.startingIn(Month.APRIL),
                        WorkingCalendar.always(INDIA.zone()),
                        RoundingMode.HALF_EVEN,
                        Duration.ofDays(7),
                        Set.of("mail.example"),
                        Set.of("desk")));
    }

    @Test
    void whatCannotBeIsRefused() {
        for (String region : List.of("in", "IND", "XX", "")) {
            assertThatThrownBy(() -> INDIA.withPhoneRegion(region)).isInstanceOf(Invalid.class);
        }
        assertThatThrownBy(() -> INDIA.withRounding(RoundingMode.UNNECESSARY)).isInstanceOf(Invalid.class);
        assertThatThrownBy(() -> INDIA.withSameLeadWithin(Duration.ofSeconds(-1)))
                .isInstanceOf(Invalid.class);
        assertThatThrownBy(() -> INDIA.withSameLeadWithin(Duration.ofDays(3651)))
                .isInstanceOf(Invalid.class);
        for (String domain : List.of("gmail", "@gmail.com", ".com", "gmail.", "g mail.com", " ")) {
            assertThatThrownBy(() -> INDIA.withPublicMailDomains(Set.of(domain)))
                    .isInstanceOf(Invalid.class);
        }
        for (String mailbox : List.of("info@", "in fo", "")) {
            assertThatThrownBy(() -> INDIA.withRoleMailboxes(Set.of(mailbox))).isInstanceOf(Invalid.class);
        }
    }

    @Test
    void theFirstSettingsHoldForAllEarlierDaysAndEachChangeFromItsDay() {
        LocalDate april = LocalDate.of(2026, 4, 1);
        LocalDate july = LocalDate.of(2026, 7, 1);
        TenantSettings inApril = INDIA.withRounding(RoundingMode.HALF_EVEN);
        TenantSettings inJuly = INDIA.withRounding(RoundingMode.DOWN);
        DatedSettings dated = DatedSettings.always(INDIA)
                .from(july, inJuly)
                .from(april, INDIA)
                .from(april, inApril);
        assertThat(dated.changes()).hasSize(2);
        assertThat(dated.on(LocalDate.MIN)).isEqualTo(INDIA);
        assertThat(dated.on(april.minusDays(1))).isEqualTo(INDIA);
        assertThat(dated.on(april)).isEqualTo(inApril);
        assertThat(dated.on(july.minusDays(1))).isEqualTo(inApril);
        assertThat(dated.on(LocalDate.MAX)).isEqualTo(inJuly);
        assertThat(dated.latest()).isEqualTo(inJuly);
        assertThat(DatedSettings.always(INDIA).latest()).isEqualTo(INDIA);
        List<DatedSettings.Version> backwards =
                List.of(new DatedSettings.Version(july, inJuly), new DatedSettings.Version(april, inApril));
        assertThatThrownBy(() -> new DatedSettings(INDIA, backwards)).isInstanceOf(Invalid.class);
    }
}
