package org.sambandh.crm.lead;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.sambandh.crm.common.CustomerId;
import org.sambandh.crm.common.LeadId;
import org.sambandh.crm.common.Money;
import org.sambandh.crm.common.NotFound;
import org.sambandh.crm.common.OpportunityId;
import org.sambandh.crm.common.RuleViolation;
import org.sambandh.crm.common.StaleRevision;
import org.sambandh.crm.customer.CustomerFields;
import org.sambandh.crm.customer.NewCustomer;
import org.sambandh.crm.customer.Standing;
import org.sambandh.crm.interaction.Direction;
import org.sambandh.crm.interaction.NewInteraction;
import org.sambandh.crm.pipeline.NewOpportunity;

class ConversionTest {

    private final Office office = new Office();

    private static void refused(String rule, ThrowingCallable call) {
        assertThatThrownBy(call)
                .isInstanceOfSatisfying(
                        RuleViolation.class, e -> assertThat(e.rule()).isEqualTo(rule));
    }

    @Test
    void qualifyingNeedsTheDeclaredMinimumAndEstablishesTheParty() {
        office.leads.declareProcess(LeadStatus.STANDARD, List.of(Qualification.NEED, Qualification.BUDGET));
        var taken = office.take(Enquiry.from("Dev"));
        office.leads.check(taken.lead(), Qualification.NEED);
        refused("qualification-minimum", () -> office.leads.qualify(taken.lead()));
        assertThat(office.standing(taken.person())).isEqualTo(Standing.PROVISIONAL);

        office.leads.check(taken.lead(), Qualification.BUDGET, "has 5 lakh");
        Lead qualified = office.leads.qualify(taken.lead());
        assertThat(qualified.status().phase()).isEqualTo(LeadPhase.QUALIFIED);
        assertThat(qualified.qualification().checks())
                .allSatisfy(c -> assertThat(c.by().id()).isEqualTo("meera"));
        assertThat(office.standing(taken.person())).isEqualTo(Standing.ESTABLISHED);
        assertThat(office.eventTypes()).contains("lead.received", "lead.checked", "lead.qualified");
    }

    @Test
    void aCommittedPlanOpensTheDealEstablishesThePartyAndCopiesNothing() {
        var taken = office.take(Enquiry.from("Dev").email("dev@example.in"));
        long parties = office.parties();
        ConversionPlan plan = office.leads
                .planConversion(taken.lead())
                .open(NewOpportunity.named("Drills").amount(Money.of("5000.00", "INR")));
        ConversionPreview preview = office.leads.preview(plan);
        assertThat(preview.obstacles()).isEmpty();
        assertThat(preview.steps())
                .extracting(ConversionStep::kind)
                .contains(ConversionStep.Kind.LINKED, ConversionStep.Kind.CHANGED, ConversionStep.Kind.CREATED);
        assertThat(office.crm.opportunities().of(taken.person())).isEmpty();

        Conversion done = office.leads.commit(preview);

        assertThat(office.parties()).isEqualTo(parties);
        assertThat(office.standing(taken.person())).isEqualTo(Standing.ESTABLISHED);
        assertThat(office.leads.get(taken.lead()).conversion()).contains(done.id());
        assertThat(office.crm.opportunities().of(taken.person()))
                .singleElement()
                .satisfies(deal -> assertThat(deal.lead()).contains(taken.lead()));
        int events = office.events().size();
        assertThat(office.leads.commit(preview).opportunity()).isEqualTo(done.opportunity());
        assertThat(office.events()).hasSize(events);
    }

    @Test
    void whatTheEnquirySaysInAnotherWritingIsNotShownAsRefused() {
        CustomerId known = office.person(
                NewCustomer.person("Dev Anand").email("Dev@Example.in").phone("+91 98123 45678"));
        var taken =
                office.take(Enquiry.from("DEV ANAND").email("dev@example.in").phone("+919812345678"));
        ConversionPreview preview =
                office.leads.preview(office.leads.planConversion(taken.lead()).person(PartyTarget.existing(known)));
        assertThat(preview.steps())
                .extracting(ConversionStep::kind)
                .containsExactly(ConversionStep.Kind.LINKED, ConversionStep.Kind.CHANGED);
    }

    @Test
    void onlyBlankFieldsOfAnExistingPartyAreFilled() {
        CustomerId known = office.person(NewCustomer.person("Dev Anand").email("old@example.in"));
        var taken = office.take(Enquiry.from("Dev").email("dev@example.in").phone("+919812345678"));
        ConversionPreview preview =
                office.leads.preview(office.leads.planConversion(taken.lead()).person(PartyTarget.existing(known)));
        assertThat(preview.steps())
                .anySatisfy(step -> {
                    assertThat(step.kind()).isEqualTo(ConversionStep.Kind.REFUSED);
                    assertThat(step.field()).isEqualTo("mainEmail");
                    assertThat(step.from()).isEqualTo("old@example.in");
                    assertThat(step.to()).isEqualTo("dev@example.in");
                })
                .anySatisfy(step -> {
                    assertThat(step.kind()).isEqualTo(ConversionStep.Kind.CHANGED);
                    assertThat(step.field()).isEqualTo("mainPhone");
                });

        Conversion done = office.leads.commit(preview);

        var party = office.crm.customers().get(known);
        assertThat(CustomerFields.NAME.get(party)).isEqualTo("Dev Anand");
        assertThat(CustomerFields.MAIN_EMAIL.get(party)).isEqualTo("old@example.in");
        assertThat(CustomerFields.MAIN_PHONE.get(party)).isEqualTo("+919812345678");
        assertThat(office.leads.get(taken.lead()).person()).contains(known);

        office.leads.revertConversion(done.id());
        assertThat(CustomerFields.MAIN_PHONE.get(office.crm.customers().get(known)))
                .isNull();
        assertThat(office.leads.get(taken.lead()).person()).contains(taken.person());
    }

    @Test
    void aPreviewOfAnOlderStateIsStaleAndNothingIsWritten() {
        var taken = office.take(Enquiry.from("Dev"));
        ConversionPreview preview =
                office.leads.preview(office.leads.planConversion(taken.lead()).open(NewOpportunity.named("Drills")));
        office.crm.customers().set(taken.person(), CustomerFields.SOURCE, "fair");
        assertThatThrownBy(() -> office.leads.commit(preview)).isInstanceOf(StaleRevision.class);
        assertThat(office.crm.opportunities().of(taken.person())).isEmpty();
        assertThat(office.leads.get(taken.lead()).isOpen()).isTrue();
    }

    @Test
    void revertingWorksUntilTheDealWasChangedByHand() {
        var taken = office.take(Enquiry.from("Dev"));
        Conversion first = office.leads.commit(
                office.leads.preview(office.leads.planConversion(taken.lead()).open(NewOpportunity.named("Drills"))));
        Conversion reverted = office.leads.revertConversion(first.id());
        assertThat(reverted.isReverted()).isTrue();
        assertThat(office.leads.get(taken.lead()).status().phase()).isEqualTo(LeadPhase.NEW);
        assertThat(office.crm.opportunities().of(taken.person())).isEmpty();

        Conversion second = office.leads.commit(
                office.leads.preview(office.leads.planConversion(taken.lead()).open(NewOpportunity.named("Drills"))));
        OpportunityId deal = second.opportunity().orElseThrow();
        office.crm.opportunities().changeAmount(deal, Money.of("1.00", "INR"));
        refused("conversion-not-revertible", () -> office.leads.revertConversion(second.id()));
        assertThat(office.crm.opportunities().get(deal).isOpen()).isTrue();
    }

    @Test
    void aConvertedLeadIsLeftAlone() {
        var taken = office.take(Enquiry.from("Dev"));
        office.leads.commit(office.leads.preview(office.leads.planConversion(taken.lead())));
        refused("lead-converted", () -> office.leads.work(taken.lead()));
        refused("lead-converted", () -> office.leads.discard(taken.lead(), DiscardReason.JUNK));
        ConversionPreview again = office.leads.preview(office.leads.planConversion(taken.lead()));
        assertThat(again.obstacles()).hasSize(1);
        refused("conversion-refused", () -> office.leads.commit(again));
    }

    @Test
    void reattachingMovesTheInteractionsOfThatLeadOnly() {
        CustomerId asha = office.person(NewCustomer.person("Asha").email("a@example.in"));
        CustomerId other = office.person(NewCustomer.person("Other"));
        LeadId lead = office.take(Enquiry.arrived().email("a@example.in")).lead();
        var about = office.crm
                .interactions()
                .log(NewInteraction.email(Direction.INBOUND).with(asha).regarding(lead));
        var own = office.crm
                .interactions()
                .log(NewInteraction.email(Direction.INBOUND).with(asha));

        office.leads.reattach(lead, other, null);

        assertThat(office.crm.interactions().timeline(other, 10).items()).containsExactly(about);
        assertThat(office.crm.interactions().timeline(asha, 10).items()).containsExactly(own);
        assertThatThrownBy(() -> office.leads.reattach(lead, new CustomerId("nobody"), null))
                .isInstanceOf(NotFound.class);
        assertThat(office.leads.get(lead).person()).contains(other);
    }

    @Test
    void discardingRemovesAProvisionalPartyThatNothingElseNamesAndKeepsTheCount() {
        CustomerId asha = office.person(NewCustomer.person("Asha").phone("+919812345678"));
        var spam = office.take(Enquiry.from("Win Money").phone("+919812345678").origin(Origin.of("web", "form")));
        DiscardedLead left = office.leads.discard(spam.lead(), DiscardReason.SPAM);
        assertThat(left.origin().source()).isEqualTo("web");
        assertThat(office.crm.customers().find(spam.person())).isEmpty();
        assertThat(office.leads.duplicateCandidates(asha)).isEmpty();
        assertThatThrownBy(() -> office.leads.get(spam.lead())).isInstanceOf(NotFound.class);
        assertThat(office.eventTypes()).contains("lead.discarded");

        var named = office.take(Enquiry.from("Tester"));
        office.crm.interactions().log(NewInteraction.email(Direction.INBOUND).with(named.person()));
        office.leads.discard(named.lead(), DiscardReason.TEST);
        assertThat(office.crm.customers().find(named.person())).isPresent();
    }
}
