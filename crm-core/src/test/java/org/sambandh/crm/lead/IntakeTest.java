package org.sambandh.crm.lead;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.sambandh.crm.common.CustomerId;
import org.sambandh.crm.common.ExternalRef;
import org.sambandh.crm.common.Invalid;
import org.sambandh.crm.common.LeadId;
import org.sambandh.crm.common.NotFound;
import org.sambandh.crm.common.ProductId;
import org.sambandh.crm.common.RuleViolation;
import org.sambandh.crm.customer.CustomerFields;
import org.sambandh.crm.customer.NewCustomer;
import org.sambandh.crm.customer.PartyIdentifier;
import org.sambandh.crm.customer.Standing;
import org.sambandh.crm.store.Upserted;

class IntakeTest {

    private final Office office = new Office();
    private final CustomerId asha = office.person(
            NewCustomer.person("Asha Rao").email("asha@example.in").phone("+919812300000"));

    private IntakeResult.Attached attached(Enquiry enquiry) {
        IntakeResult result = office.leads.receive(enquiry);
        assertThat(result).isInstanceOf(IntakeResult.Attached.class);
        return (IntakeResult.Attached) result;
    }

    private IntakeResult.Registered registered(Enquiry enquiry) {
        IntakeResult result = office.leads.receive(enquiry);
        assertThat(result).isInstanceOf(IntakeResult.Registered.class);
        return (IntakeResult.Registered) result;
    }

    @Test
    void anEqualMailAndNamesThatDoNotContradictAreEnough() {
        assertThat(attached(Enquiry.from("ASHA  rao").email("Asha@Example.in")).person())
                .isEqualTo(asha);
        assertThat(attached(Enquiry.from("Asha").email("asha@example.in")).person())
                .isEqualTo(asha);
        assertThat(attached(Enquiry.arrived().email("asha@example.in")).person())
                .isEqualTo(asha);
        assertThat(office.parties()).isEqualTo(1);
    }

    @Test
    void aNameThatContradictsRegistersSomebodyNewAndKeepsACandidate() {
        var result = registered(Enquiry.from("Vikram Rao").email("asha@example.in"));

        assertThat(result.person()).isNotEqualTo(asha);
        assertThat(result.candidates()).containsExactly(asha);
        assertThat(office.leads.duplicateCandidates(asha))
                .singleElement()
                .satisfies(c -> assertThat(c.lead()).contains(result.lead()));
    }

    @Test
    void anEqualNameAloneIsNobody() {
        assertThat(registered(Enquiry.from("Asha Rao")).candidates()).isEmpty();
    }

    @Test
    void anExclusiveIdentifierIsEnoughWhateverTheNameAndASharedOneIsNot() {
        CustomerId card = office.person(NewCustomer.person("Ravi")
                .identifier(PartyIdentifier.exclusive("loyalty-card", "17"))
                .identifier(PartyIdentifier.shared("family-card", "5")));

        assertThat(attached(Enquiry.from("Somebody Else").identifier(PartyIdentifier.exclusive("loyalty-card", "17")))
                        .person())
                .isEqualTo(card);
        assertThat(registered(Enquiry.from("Ravi").identifier(PartyIdentifier.shared("family-card", "5")))
                        .candidates())
                .containsExactly(card);
    }

    @Test
    void aRoleMailboxNeverDecidesWithoutAName() {
        CustomerId desk = office.person(NewCustomer.person("Meena Das").email("info@example.in"));

        assertThat(registered(Enquiry.arrived().email("info@example.in")).candidates())
                .containsExactly(desk);
        assertThat(attached(Enquiry.from("Meena Das").email("info@example.in")).person())
                .isEqualTo(desk);
    }

    @Test
    void aPointThatSeveralHaveIsAmbiguousWithoutAName() {
        CustomerId brother = office.person(NewCustomer.person("Kiran Rao").phone("+919812300000"));

        assertThat(office.leads.receive(Enquiry.arrived().phone("+919812300000")))
                .isInstanceOfSatisfying(IntakeResult.Ambiguous.class, result -> {
                    assertThat(result.candidates()).containsExactlyInAnyOrder(asha, brother);
                    assertThat(result.person()).isNotNull();
                    assertThat(office.standing(result.person())).isEqualTo(Standing.PROVISIONAL);
                    assertThat(result.reasons()).isNotEmpty();
                });
        assertThat(office.leads.duplicateCandidates(brother)).hasSize(1);
    }

    @Test
    void anOrganizationIsFoundByItsRegisteredDomainAndNeverByItsName() {
        CustomerId steel =
                office.person(NewCustomer.organization("Rao Steel").set(CustomerFields.WEB_DOMAIN, "raosteel.in"));

        var byMail = registered(Enquiry.from("Dev").email("dev@raosteel.in"));
        assertThat(byMail.organization()).isEqualTo(steel);
        var byName = registered(Enquiry.from("Nisha").organizationName("Rao Steel"));
        assertThat(byName.organization()).isNotNull().isNotEqualTo(steel);
    }

    @Test
    void aPublicMailDomainTellsNoOrganization() {
        office.person(NewCustomer.organization("Mail Company").set(CustomerFields.WEB_DOMAIN, "gmail.com"));

        assertThat(registered(Enquiry.from("Dev").email("dev@gmail.com")).organization())
                .isNull();
    }

    @Test
    void nothingThatIdentifiesAnybodyIsRefusedAndNothingIsWritten() {
        int events = office.events().size();

        assertThat(office.leads.receive(Enquiry.arrived().captured("hello").email("no address")))
                .isInstanceOfSatisfying(
                        IntakeResult.Refused.class,
                        refused -> assertThat(refused.reasons()).isNotEmpty());
        assertThat(office.parties()).isEqualTo(1);
        assertThat(office.events()).hasSize(events);
    }

    @Test
    void withinThirtyDaysASecondEnquiryIsATouchAndLaterAnotherLead() {
        LeadId first = office.take(Enquiry.arrived().email("asha@example.in").origin(Origin.of("google", "cpc")))
                .lead();
        office.pass(Duration.ofDays(30));
        var second = office.take(Enquiry.arrived().email("asha@example.in").origin(Origin.of("fair", "desk")));
        assertThat(second.lead()).isEqualTo(first);
        assertThat(second.touched()).isTrue();
        Lead lead = office.leads.get(first);
        assertThat(lead.touches()).hasSize(2);
        assertThat(lead.firstOrigin().source()).isEqualTo("google");
        assertThat(lead.latestOrigin().source()).isEqualTo("fair");

        office.pass(Duration.ofDays(30).plusSeconds(1));
        assertThat(office.take(Enquiry.arrived().email("asha@example.in")).lead())
                .isNotEqualTo(first);
    }

    @Test
    void anotherProductOrAClosedLeadMakesAnotherLead() {
        Enquiry drills = Enquiry.arrived().email("asha@example.in").product(new ProductId("drill"));
        LeadId first = office.take(drills).lead();
        assertThat(office.take(drills).lead()).isEqualTo(first);
        LeadId saws = office.take(drills.product(new ProductId("saw"))).lead();
        assertThat(saws).isNotEqualTo(first);
        office.leads.disqualify(first, "no budget");
        assertThat(office.take(drills).lead()).isNotIn(first, saws);
    }

    @Test
    void theSameKeyGetsTheSameAnswerAndOtherContentAConflict() {
        Enquiry enquiry = Enquiry.from("Vikram").email("asha@example.in").idempotencyKey("form-17");
        IntakeResult answer = office.leads.receive(enquiry);
        int events = office.events().size();

        assertThat(office.leads.receive(enquiry)).isEqualTo(answer);
        assertThatThrownBy(() -> office.leads.receive(enquiry.captured("other")))
                .isInstanceOfSatisfying(
                        RuleViolation.class, e -> assertThat(e.rule()).isEqualTo("idempotency-conflict"));
        assertThat(office.events()).hasSize(events);
        assertThat(office.parties()).isEqualTo(2);
    }

    @Test
    void whatArrivedIsKeptByteForByte() {
        String text = "  e\u0301 \u0000 \ud800 x ";
        LeadId lead = office.take(Enquiry.from("Dev").captured(text)).lead();
        assertThat(office.leads.get(lead).captured()).contains(text);
    }

    @Test
    void badInputIsATypedErrorAndLeavesNothingBehind() {
        int events = office.events().size();
        assertThatThrownBy(() -> office.leads.receive(Enquiry.from("Dev").captured("x".repeat(262_145))))
                .isInstanceOf(Invalid.class);
        assertThatThrownBy(() -> office.leads.receive(Enquiry.from("Dev").country("Nowhere")))
                .isInstanceOf(Invalid.class);
        assertThatThrownBy(() -> office.leads.receive(Enquiry.from("Dev").introducedBy(new CustomerId("nobody"))))
                .isInstanceOf(NotFound.class);
        assertThat(office.parties()).isEqualTo(1);
        assertThat(office.events()).hasSize(events);
    }

    @Test
    void upsertingTheSameTwiceWritesNothingTheSecondTime() {
        ExternalRef ref = new ExternalRef("web", "form", "17");
        Enquiry enquiry = Enquiry.from("Dev").productText("drill");
        assertThat(office.leads.upsert(ref, enquiry)).isInstanceOf(Upserted.Created.class);
        assertThat(office.leads.upsert(ref, enquiry)).isInstanceOf(Upserted.Unchanged.class);
        assertThat(office.leads.upsert(ref, enquiry.productText("saw"))).isInstanceOf(Upserted.Updated.class);
        assertThat(office.leads.findByRef(ref).orElseThrow().productText()).contains("saw");
    }

    @Test
    void aTenantsStatusesNeedEveryPhase() {
        assertThatThrownBy(() -> office.leads.declareProcess(List.of(LeadStatus.NEW), List.of()))
                .isInstanceOf(Invalid.class);
    }
}
