package org.sambandh.crm.customer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.sambandh.crm.common.Invalid;

class PhoneNumberTest {

    @ParameterizedTest
    @CsvSource({
        "+919812345678, ZZ, +919812345678",
        "98765 43210, IN, +919876543210",
        "098765-43210, IN, +919876543210",
        "919876543210, IN, +919876543210",
        "(+91) 9876543210, US, +919876543210",
        "0091 98765 43210, DE, +919876543210",
        "९८७६५४३२१०, IN, +919876543210",
        "９８７６５４３２１０, IN, +919876543210",
        "＋91 98765 43210, ZZ, +919876543210",
        "011-23456789, IN, +911123456789",
        "1800 425 3535, IN, +9118004253535",
        "022-23456789 x 305, IN, +912223456789",
        "415-555-2671, US, +14155552671",
        "1 (415) 555-2671, US, +14155552671",
        "011 91 98765 43210, US, +919876543210",
        "020 7946 0958, GB, +442079460958",
        "+44 (0)20 7946 0958, ZZ, +442079460958",
        "030 123456, DE, +4930123456",
        "0712 123456, KE, +254712123456",
        "090-1234-5678, JP, +819012345678",
        "010 91 98765 43210, JP, +919876543210",
        "02 1234 5678, IT, +390212345678",
        "8 912 345-67-89, RU, +79123456789",
        "06 20 123 4567, HU, +36201234567",
    })
    void whatPeopleTypeBecomesTheInternationalForm(String text, String region, String e164) {
        assertThat(PhoneNumber.of(text, region).key()).contains(e164);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"0000000000", "98765 4321", "call me", "+", "+999 12345678", "98+76543210", "12", "1800-FLOWERS"
            })
    void whatIsNoNumberHasNoKeyAndIsKeptAsWritten(String text) {
        PhoneNumber phone = PhoneNumber.of(text, "IN");
        assertThat(phone.key()).isEmpty();
        assertThat(phone.written()).isEqualTo(text);
    }

    @Test
    void withoutARegionANationalNumberWaitsForOne() {
        PhoneNumber waiting = PhoneNumber.of("98765 43210");
        assertThat(waiting.key()).isEmpty();
        assertThat(waiting.in("IN").key()).contains("+919876543210");
        assertThat(PhoneNumber.of("+14155552671").in("IN").key()).contains("+14155552671");
        assertThat(PhoneNumber.normalise("98765 43210", "ZZ")).isEqualTo(Optional.empty());
    }

    @Test
    void blanksOversizedTextAndAWrongKeyAreRefused() {
        assertThatThrownBy(() -> PhoneNumber.of(" ")).isInstanceOf(Invalid.class);
        assertThatThrownBy(() -> PhoneNumber.of("9".repeat(101))).isInstanceOf(Invalid.class);
        assertThatThrownBy(() -> new PhoneNumber("9", "12345678")).isInstanceOf(Invalid.class);
        assertThat(PhoneNumber.normalise("9".repeat(1_000_000), "IN")).isEmpty();
    }
}
