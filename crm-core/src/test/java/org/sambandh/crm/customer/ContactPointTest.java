package org.sambandh.crm.customer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sambandh.crm.common.CustomerId;
import org.sambandh.crm.common.Invalid;
import org.sambandh.crm.common.Validity;

class ContactPointTest {

    @Test
    void anEmailIsComparedInLowerCaseAndKeptAsWritten() {
        EmailAddress email = EmailAddress.of(" Asha.Rao+crm@Example.IN ");
        assertThat(email.written()).isEqualTo("Asha.Rao+crm@Example.IN");
        assertThat(email.key()).contains("asha.rao+crm@example.in");
        assertThat(email.mailbox()).isEqualTo("asha.rao+crm");
        assertThat(email.domain()).isEqualTo("example.in");
        assertThat(EmailAddress.of("re\u0301mi@example.fr").key())
                .isEqualTo(EmailAddress.of("R\u00c9MI@example.fr").key());
        assertThat(EmailAddress.of("आशा@उदाहरण.भारत").domain()).isEqualTo("उदाहरण.भारत");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "asha",
                "@example.in",
                "asha@",
                "asha@example",
                "asha@.in",
                "asha@example.",
                "a b@example.in",
                "a@b@example.in",
                "Asha <asha@example.in>",
                "a@example.in,b@example.in",
                "a@exa_mple.in",
                "a@x..in"
            })
    void whatIsNoEmailIsRefusedWithoutRepeatingIt(String text) {
        assertThatThrownBy(() -> EmailAddress.of(text)).isInstanceOf(Invalid.class);
        assertThat(EmailAddress.parse(text)).isEmpty();
    }

    @Test
    void aPostalAddressHasAnIsoCountryAndAtLeastOnePart() {
        PostalAddress address = new PostalAddress(List.of("12 MG Road", " "), "Pune", "MH", "411001", "in");
        assertThat(address.country()).isEqualTo("IN");
        assertThat(address.lines()).containsExactly("12 MG Road");
        assertThat(address.key()).isEmpty();
        assertThatThrownBy(() -> PostalAddress.inCountry("IND")).isInstanceOf(Invalid.class);
        assertThatThrownBy(() -> new PostalAddress(List.of(), " ", null, null, null))
                .isInstanceOf(Invalid.class);
    }

    @Test
    void socialAndMessengerHandlesAreComparedWithinTheirNetwork() {
        assertThat(new SocialHandle("LinkedIn", "Asha-Rao").key()).contains("linkedin:asha-rao");
        assertThat(new MessengerHandle("WhatsApp", "+919812345678").key()).contains("whatsapp:+919812345678");
        assertThat(ContactPoint.of(new MessengerHandle("signal", "a")).kind()).isEqualTo(ContactPoint.Kind.MESSENGER);
        assertThat(ContactPoint.of(new SocialHandle("x", "a")).kind()).isEqualTo(ContactPoint.Kind.SOCIAL);
    }

    @Test
    void aContactPointHoldsFromItsFirstDayUpToItsEnd() {
        ContactPoint point = ContactPoint.email("asha@example.in")
                .forPurpose("work")
                .during(Validity.between(LocalDate.parse("2026-01-01"), LocalDate.parse("2026-02-01")));
        assertThat(point.purpose()).isEqualTo("work");
        assertThat(point.holdsOn(LocalDate.parse("2025-12-31"))).isFalse();
        assertThat(point.holdsOn(LocalDate.parse("2026-01-01"))).isTrue();
        assertThat(point.holdsOn(LocalDate.parse("2026-01-31"))).isTrue();
        assertThat(point.holdsOn(LocalDate.parse("2026-02-01"))).isFalse();
    }

    @Test
    void mailDomainsAreThoseOfOrganisationsOnly() {
        Customer mill = Customer.builder(new CustomerId("c1"))
                .profile(Organization.UNKNOWN.webDomain("Mill.IN"))
                .contactPoints(List.of(ContactPoint.email("info@rao-steel.in"), ContactPoint.email("a@MILL.in")))
                .build();
        assertThat(CustomerFields.MAIL_DOMAINS.get(mill)).containsExactly("mill.in", "rao-steel.in");
        Customer asha = Customer.builder(new CustomerId("c2"))
                .contactPoints(List.of(ContactPoint.email("asha@mill.in")))
                .build();
        assertThat(CustomerFields.MAIL_DOMAINS.get(asha)).isEmpty();
        assertThatThrownBy(() -> Organization.UNKNOWN.webDomain("https://mill.in/"))
                .isInstanceOf(Invalid.class);
    }

    @Test
    void writingTheMainAddressPutsTheFirstOneRightAndKeepsTheOthers() {
        Customer asha = Customer.builder(new CustomerId("c1"))
                .contactPoints(List.of(
                        ContactPoint.email("a@example.in").forPurpose("work"), ContactPoint.email("b@example.in")))
                .build();
        Customer after = CustomerFields.MAIN_EMAIL.set(asha, "c@example.in");
        assertThat(CustomerFields.EMAILS.get(after)).containsExactly("c@example.in", "b@example.in");
        assertThat(after.contactPoints().get(0).purpose()).isEqualTo("work");
        assertThat(CustomerFields.EMAILS.get(CustomerFields.MAIN_EMAIL.set(after, null)))
                .containsExactly("b@example.in");
        Customer placed = CustomerFields.MAIN_CITY.set(CustomerFields.MAIN_COUNTRY.set(asha, "IN"), "Pune");
        assertThat(CustomerFields.COUNTRY.get(placed)).containsExactly("IN");
        assertThat(CustomerFields.CITY.get(placed)).containsExactly("Pune");
        Customer rung = CustomerFields.MAIN_PHONE.set(asha, "+14155552671");
        assertThat(CustomerFields.PHONES.get(rung)).containsExactly("+14155552671");
    }
}
