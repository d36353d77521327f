package org.sambandh.crm.customer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.sambandh.crm.common.CustomerId;
import org.sambandh.crm.common.Invalid;
import org.sambandh.crm.common.Validity;

class PersonNameTest {

    @Test
    void theWrittenFormIsTheTruthAndPartsAreOptional() {
        PersonName name =
                PersonName.of("  Dr. Asha Devi Rao ").parts("Asha", "Rao").honorific("Dr.");
        assertThat(name.written()).isEqualTo("Dr. Asha Devi Rao");
        assertThat(name.middle()).isNull();
        assertThat(PersonName.of("Sukarno").family()).isNull();
        assertThat(PersonName.of("सुनीता")
                        .in("Deva", Locale.forLanguageTag("hi"))
                        .language())
                .isEqualTo("hi");
    }

    @Test
    void twoHundredCodePointsAreLegalAndOneMoreIsNot() {
        String grantha = new StringBuilder().appendCodePoint(0x11315).toString();
        assertThat(PersonName.of(grantha.repeat(200)).written()).hasSize(400);
        assertThatThrownBy(() -> PersonName.of(grantha.repeat(201)))
                .isInstanceOf(Invalid.class)
                .hasMessageContaining("201")
                .hasMessageNotContaining(grantha);
        assertThatThrownBy(() -> PersonName.of(" \u200d ")).isInstanceOf(Invalid.class);
    }

    @Test
    void joinersStayInTheStoredName() {
        assertThat(PersonName.of("\u0915\u094d\u200d\u0937").written()).contains("\u200d");
    }

    @Test
    void renamingKeepsTheFormerNameAndCorrectingDoesNot() {
        Customer asha = Customer.builder(new CustomerId("c1"))
                .name(PersonName.of("Asha Rao"))
                .build();
        LocalDate day = LocalDate.parse("2026-11-23");
        Customer married = asha.rename(PersonName.of("Asha Sharma"), day);
        assertThat(married.name()).contains(PersonName.of("Asha Sharma"));
        assertThat(married.otherNames())
                .containsExactly(
                        new NameVariant(PersonName.of("Asha Rao"), NameVariant.Use.FORMER, Validity.until(day)));
        assertThat(asha.rename(PersonName.of("Asha Rao"), day)).isSameAs(asha);
        assertThat(asha.correctName(PersonName.of("Usha Rao")).otherNames()).isEmpty();
        assertThat(CustomerFields.NAME_KEYS.get(married)).containsExactly("asha sharma", "asha rao");
    }

    @Test
    void aPartyHasDatedVariantsOfItsName() {
        Customer mill = Customer.builder(new CustomerId("c1"))
                .profile(Organization.UNKNOWN)
                .name(PersonName.of("The Mill"))
                .build()
                .addName(new NameVariant(PersonName.of("Rao Steel Pvt Ltd"), NameVariant.Use.LEGAL, Validity.ALWAYS))
                .addName(new NameVariant(
                        PersonName.of("मिल"),
                        NameVariant.Use.TRANSLITERATED,
                        Validity.from(LocalDate.parse("2020-01-01"))))
                .addName(new NameVariant(PersonName.of("Mill & Co"), NameVariant.Use.TRADING, Validity.ALWAYS));
        assertThat(mill.otherNames())
                .extracting(NameVariant::use)
                .containsExactly(NameVariant.Use.LEGAL, NameVariant.Use.TRANSLITERATED, NameVariant.Use.TRADING);
        assertThat(mill.name()).contains(PersonName.of("The Mill"));
    }
}
