package org.sambandh.crm.lead;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sambandh.crm.common.Actor;
import org.sambandh.crm.common.Brand;
import org.sambandh.crm.common.CampaignId;
import org.sambandh.crm.common.CustomerId;
import org.sambandh.crm.common.Invalid;
import org.sambandh.crm.common.NotFound;
import org.sambandh.crm.common.TenantId;
import org.sambandh.crm.customer.NewCustomer;
import org.sambandh.crm.store.Units;

class LeadTouchesTest {

    private static final Origin SPRING = Origin.of("spring", "email").campaign(new CampaignId("spring"));
    private static final Brand BLUE = new Brand("blue");
    private static final Brand RED = new Brand("red");

    private final Office office = new Office();
    private final CustomerId asha = office.person(NewCustomer.person("Asha").email("asha@example.in"));

    private Optional<Lead> touch(CustomerId party, Origin origin, Instant at) {
        return office.crm.inUnit(unit -> new LeadTouches(Units.joining(unit)).touch(party, origin, at));
    }

    private Lead enquire(CustomerId party, Instant at, @Nullable String captured, @Nullable Brand brand) {
        return office.crm.inUnit(
                unit -> new LeadTouches(Units.joining(unit)).enquire(party, SPRING, at, captured, brand));
    }

    private Instant now() {
        return office.crm.moment().at();
    }

    private Lead ashasEnquiry() {
        return office.leads.get(
                office.take(Enquiry.from("Asha").email("asha@example.in").origin(Origin.of("google", "cpc")))
                        .lead());
    }

    @Test
    void aTouchGoesToTheOpenEnquiryThatWasTouchedLastAndTheFirstOriginStays() {
        Lead older = ashasEnquiry();
        office.pass(Duration.ofDays(40));
        Lead newer = ashasEnquiry();
        assertThat(newer).isNotEqualTo(older);
        office.pass(Duration.ofDays(1));

        Lead touched = touch(asha, SPRING, now()).orElseThrow();

        assertThat(touched).isEqualTo(newer);
        assertThat(touched.firstOrigin().source()).isEqualTo("google");
        assertThat(touched.latestOrigin()).isEqualTo(SPRING);
        assertThat(touched.lastTouchAt()).isEqualTo(now());
        assertThat(office.leads.get(older.id()).revision()).isEqualTo(older.revision());
        assertThat(office.eventTypes()).endsWith(LeadEvents.TOUCHED);
    }

    @Test
    void aTouchOfAPartyWithoutAnOpenEnquiryWritesAndTellsNothing() {
        Lead lost = ashasEnquiry();
        office.leads.disqualify(lost.id(), "no money");
        int before = office.events().size();

        assertThat(touch(asha, SPRING, now())).isEmpty();
        assertThat(touch(office.person(NewCustomer.person("Dev")), SPRING, now()))
                .isEmpty();

        assertThat(office.leads.get(lost.id()).touches()).hasSize(1);
        assertThat(office.eventTypes().subList(before, office.events().size())).containsExactly("customer.registered");
    }

    @Test
    void whatArrivesLateTakesItsPlaceInTimeButNeverTheFirst() {
        Lead lead = ashasEnquiry();
        Instant first = now();
        office.pass(Duration.ofDays(5));
        touch(asha, Origin.of("fair", "stand"), now());

        touch(asha, Origin.of("mail", "email"), first.plus(Duration.ofDays(2)));
        touch(asha, Origin.of("radio", "spot"), first.minus(Duration.ofDays(9)));

        assertThat(office.leads.get(lead.id()).touches())
                .extracting(touch -> touch.origin().source())
                .containsExactly("google", "radio", "mail", "fair");
    }

    @Test
    void theSameTouchToldTwiceCountsOnce() {
        ashasEnquiry();
        office.pass(Duration.ofHours(1));
        Lead once = touch(asha, SPRING, now()).orElseThrow();
        Lead asked = enquire(asha, now(), "Call me", null);
        int before = office.events().size();

        assertThat(touch(asha, SPRING, now()).orElseThrow().revision()).isEqualTo(asked.revision());
        assertThat(enquire(asha, now(), "Call me", null).revision()).isEqualTo(asked.revision());

        assertThat(asked).isEqualTo(once);
        assertThat(asked.touches()).hasSize(3);
        assertThat(office.events()).hasSize(before);
    }

    @Test
    void anEnquiryWithinTheTenantsTimeTouchesTheOpenOneAndLaterOpensAnother() {
        Lead first = enquire(asha, now(), "Call me", BLUE);
        office.pass(Duration.ofDays(30));
        Lead again = enquire(asha, now(), "Really", RED);
        office.pass(Duration.ofDays(30).plus(Duration.ofMillis(1)));
        Lead another = enquire(asha, now(), null, RED);

        assertThat(first.status().phase()).isEqualTo(LeadPhase.NEW);
        assertThat(first.captured()).contains("Call me");
        assertThat(again).isEqualTo(first);
        assertThat(again.touches()).hasSize(2);
        assertThat(again.brand()).contains(BLUE);
        assertThat(another).isNotEqualTo(first);
        assertThat(another.brand()).contains(RED);
        assertThat(another.captured()).isEmpty();
    }

    @Test
    void anEnquiryGivesItsBrandToAnOpenOneThatHasNone() {
        Lead open = ashasEnquiry();

        assertThat(enquire(asha, now(), null, BLUE)).isEqualTo(open);
        assertThat(office.leads.get(open.id()).brand()).contains(BLUE);
    }

    @Test
    void anEnquiryOfAnOrganisationIsItsOwnAndAHouseholdsIsLikeAPersons() {
        CustomerId firm = office.person(NewCustomer.organization("Rao Steel"));
        CustomerId home = office.person(NewCustomer.household("Rao"));

        assertThat(enquire(firm, now(), null, null).organization()).contains(firm);
        assertThat(enquire(firm, now(), null, null).person()).isEmpty();
        assertThat(enquire(home, now(), null, null).parties()).containsExactly(home);
    }

    @Test
    void aPartyIsKnownUnderAnIdThatWasMergedToo() {
        CustomerId gone = office.person(NewCustomer.person("Asha R"));
        office.crm.inUnit(unit -> {
            unit.customerData().forEach(data -> data.repoint(unit, gone, asha));
            unit.repositories().redirects().redirect(gone, asha);
            return true;
        });

        assertThat(enquire(gone, now(), null, null).person()).contains(asha);
        assertThat(touch(gone, SPRING, now())).isPresent();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2026-11-23T04:30:00.000001Z",
                "+999999999-12-31T23:59:59Z",
                "1969-12-31T23:59:59Z",
                "-999999999-01-01T00:00:00Z"
            })
    void aTouchThatIsNotYetOrBeforeAllTimeIsRefusedAndNothingIsWritten(String at) {
        Lead lead = ashasEnquiry();
        int before = office.events().size();

        assertThatThrownBy(() -> touch(asha, SPRING, Instant.parse(at))).isInstanceOf(Invalid.class);
        assertThatThrownBy(() -> enquire(asha, Instant.parse(at), null, null)).isInstanceOf(Invalid.class);

        assertThat(office.leads.get(lead.id()).revision()).isEqualTo(lead.revision());
        assertThat(office.events()).hasSize(before);
    }

    @Test
    void moreThanATouchCanHoldIsRefusedAndNothingIsWritten() {
        int before = office.events().size();

        assertThatThrownBy(() -> enquire(asha, now(), "x".repeat(10_000_000), null))
                .isInstanceOf(Invalid.class);

        assertThat(office.leads.of(asha)).isEmpty();
        assertThat(office.events()).hasSize(before);
    }

    @Test
    void aLeadThatIsFullTakesNoMoreAndAFurtherEnquiryOpensAnother() {
        Lead lead = ashasEnquiry();
        Lead full = office.crm.inUnit(unit -> unit.get(LeadRepository.class)
                .save(List.of(lead.toBuilder()
                        .touches(Collections.nCopies(
                                Lead.MAX_TOUCHES, lead.touches().get(0)))
                        .build()))
                .get(0));
        office.pass(Duration.ofHours(1));

        assertThat(touch(asha, SPRING, now())).isEmpty();
        assertThat(enquire(asha, now(), null, null)).isNotEqualTo(full);
        assertThat(office.leads.get(full.id()).touches()).hasSize(Lead.MAX_TOUCHES);
    }

    @Test
    void aStrangersPartyIsMissing() {
        CustomerId foreign = office.library
                .as(new TenantId("stranger"), Actor.user("meera"))
                .customers()
                .register(NewCustomer.person("Other"))
                .id();

        assertThatThrownBy(() -> touch(foreign, SPRING, now())).isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> enquire(foreign, now(), null, null)).isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> enquire(new CustomerId("none"), now(), null, null))
                .isInstanceOf(NotFound.class);
    }
}
