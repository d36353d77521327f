package org.sambandh.crm.customer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.sambandh.crm.common.CustomerId;
import org.sambandh.crm.common.Invalid;

class PreferencesTest {

    private static final LocalDate DAY = LocalDate.parse("2026-11-23");

    @Test
    void everyPreferenceKeepsItsOrderSourceAndDate() {
        ContactWindow window = new ContactWindow(DayOfWeek.MONDAY, LocalTime.of(9, 0), LocalTime.of(12, 30));
        Customer asha = Customer.builder(new CustomerId("c1"))
                .build()
                .prefer(Preference.languages(List.of("hi", "en"), "form", DAY))
                .prefer(Preference.zone(ZoneId.of("Asia/Kolkata"), "call", DAY))
                .prefer(Preference.channels(List.of("whatsapp", "email"), "call", DAY))
                .prefer(Preference.contactWindows(List.of(window), "call", DAY))
                .prefer(Preference.salutation("Asha ji", "letter", DAY));
        Preferences known = asha.preferences();
        assertThat(known.languages()).containsExactly("hi", "en");
        assertThat(known.zone()).contains(ZoneId.of("Asia/Kolkata"));
        assertThat(known.channels()).containsExactly("whatsapp", "email");
        assertThat(known.contactWindows()).containsExactly(window);
        assertThat(known.salutation()).contains("Asha ji");
        assertThat(known.find(Preference.Kind.SALUTATION).orElseThrow().source())
                .isEqualTo("letter");
        assertThat(known.find(Preference.Kind.ZONE).orElseThrow().since()).isEqualTo(DAY);
        assertThat(CustomerFields.LANGUAGE.get(asha)).isEqualTo("hi");
        assertThat(CustomerFields.ZONE.get(asha)).isEqualTo("Asia/Kolkata");
    }

    @Test
    void aNewPreferenceReplacesTheOneOfItsKind() {
        Preferences known = Preferences.NONE
                .with(Preference.languages(List.of("hi"), "form", DAY))
                .with(Preference.languages(List.of("ta"), "call", DAY.plusDays(1)));
        assertThat(known.all()).hasSize(1);
        assertThat(known.languages()).containsExactly("ta");
        assertThat(known.without(Preference.Kind.LANGUAGES)).isEqualTo(Preferences.NONE);
    }

    @Test
    void whatCannotBeAPreferenceIsRefused() {
        assertThatThrownBy(() -> new Preference(Preference.Kind.ZONE, List.of("Mars/Base"), "form", DAY))
                .isInstanceOf(Invalid.class);
        assertThatThrownBy(() -> Preference.languages(List.of(), "form", DAY)).isInstanceOf(Invalid.class);
        assertThatThrownBy(() -> new Preference(Preference.Kind.SALUTATION, List.of("a", "b"), "form", DAY))
                .isInstanceOf(Invalid.class);
        assertThatThrownBy(() -> new Preference(Preference.Kind.CONTACT_WINDOWS, List.of("always"), "form", DAY))
                .isInstanceOf(Invalid.class);
        assertThatThrownBy(() -> ContactWindow.parse("MONDAY 12:00-09:00")).isInstanceOf(Invalid.class);
        assertThatThrownBy(() -> new Preferences(
                        List.of(Preference.salutation("a", "form", DAY), Preference.salutation("b", "form", DAY))))
                .isInstanceOf(Invalid.class);
    }

    @Test
    void purposesOfUseAreStatedForProfileFieldsOnly() {
        Customer asha = Customer.builder(new CustomerId("c1")).build();
        Customer told = asha.statePurpose(CustomerFields.SEX, "salutation");
        assertThat(told.purposesOfUse()).containsExactly(Map.entry("sex", "salutation"));
        assertThat(told.statePurpose(CustomerFields.SEX, null).purposesOfUse()).isEmpty();
        assertThatThrownBy(() -> asha.statePurpose(CustomerFields.NAME, "x")).isInstanceOf(Invalid.class);
    }
}
