package org.sambandh.crm.lead;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.sambandh.crm.customer.RelationshipType.ADVISES;
import static org.sambandh.crm.customer.RelationshipType.EMPLOYED_BY;

import java.time.LocalDate;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.sambandh.crm.common.CustomerId;
import org.sambandh.crm.common.LeadId;
import org.sambandh.crm.common.OpportunityId;
import org.sambandh.crm.common.RuleViolation;
import org.sambandh.crm.common.Validity;
import org.sambandh.crm.customer.NewCustomer;
import org.sambandh.crm.customer.NewRelationship;
import org.sambandh.crm.customer.Relationship;
import org.sambandh.crm.customer.RelationshipFields;
import org.sambandh.crm.customer.Standing;
import org.sambandh.crm.pipeline.NewOpportunity;
import org.sambandh.crm.pipeline.Opportunity;
import org.sambandh.crm.pipeline.Stakeholder;

/** What a conversion is aimed at: new and existing parties, new and existing deals, and what ties them together. */
class ConversionTargetsTest {

    private static final NewOpportunity DRILLS = NewOpportunity.named("Drills");

    private final Office office = new Office();

    private ConversionPreview preview(LeadId lead, UnaryOperator<ConversionPlan> aimed) {
        return office.leads.preview(aimed.apply(office.leads.planConversion(lead)));
    }

    private Conversion convert(LeadId lead, UnaryOperator<ConversionPlan> aimed) {
        return office.leads.commit(preview(lead, aimed));
    }

    private IntakeResult.Taken fromRaoSteel() {
        return office.take(Enquiry.from("Dev").organizationName("Rao Steel"));
    }

    private Opportunity deal(OpportunityId id) {
        return office.crm.opportunities().get(id);
    }

    private List<Relationship> relationships(CustomerId party) {
        return office.crm.relationships().of(party);
    }

    @Test
    void newPartiesAreRegisteredAndTheEnquiryAndTheDealGoToThem() {
        var taken = office.take(Enquiry.from("Dev"));
        ConversionPreview preview = preview(
                taken.lead(),
                plan -> plan.person(PartyTarget.register(NewCustomer.person("Dev Anand")))
                        .organization(PartyTarget.register(NewCustomer.organization("Anand Tools")))
                        .open(DRILLS));
        assertThat(preview.obstacles()).isEmpty();
        assertThat(preview.steps())
                .filteredOn(step -> step.kind() == ConversionStep.Kind.CREATED)
                .extracting(ConversionStep::entity, ConversionStep::id, ConversionStep::to)
                .containsExactly(
                        tuple("customer", null, "person"),
                        tuple("customer", null, "organization"),
                        tuple("relationship", null, "employed_by"),
                        tuple("opportunity", null, null));

        Conversion done = office.leads.commit(preview);

        CustomerId dev = done.person().orElseThrow();
        CustomerId tools = done.organization().orElseThrow();
        assertThat(office.crm.customers().get(dev).displayName()).contains("Dev Anand");
        assertThat(List.of(office.standing(dev), office.standing(tools))).containsOnly(Standing.ESTABLISHED);
        assertThat(office.leads.get(taken.lead()).parties()).containsExactly(dev, tools);
        assertThat(deal(done.opportunity().orElseThrow()).customer()).contains(tools);
        assertThat(done.steps())
                .filteredOn(step -> step.kind() == ConversionStep.Kind.CREATED)
                .extracting(ConversionStep::id)
                .containsExactly(
                        dev.value(),
                        tools.value(),
                        relationships(dev).get(0).id().value(),
                        done.opportunity().orElseThrow().value());
        assertThat(office.standing(taken.person())).isEqualTo(Standing.PROVISIONAL);
    }

    @Test
    void aNewPartyOfTheWrongKindIsAnObstacleInThePreviewAndNothingIsWritten() {
        var taken = office.take(Enquiry.from("Dev"));
        ConversionPreview preview = preview(
                taken.lead(),
                plan -> plan.person(PartyTarget.register(NewCustomer.organization("Anand Tools")))
                        .organization(PartyTarget.register(NewCustomer.person("Asha"))));
        assertThat(preview.obstacles())
                .containsExactly("The new person is a ORGANIZATION.", "The new organization is a PERSON.");
        long parties = office.parties();

        assertThatThrownBy(() -> office.leads.commit(preview))
                .isInstanceOfSatisfying(
                        RuleViolation.class, e -> assertThat(e.rule()).isEqualTo("conversion-refused"));

        assertThat(office.parties()).isEqualTo(parties);
        assertThat(office.leads.get(taken.lead()).isOpen()).isTrue();
    }

    @Test
    void anExistingDealGetsTheEnquiryAndItsPartyAndRevertGivesBackWhatItHad() {
        var taken = fromRaoSteel();
        OpportunityId id = office.crm.opportunities().open(DRILLS).id();
        Conversion done = convert(taken.lead(), plan -> plan.link(id));

        assertThat(done.opportunity()).contains(id);
        assertThat(deal(id).lead()).contains(taken.lead());
        assertThat(deal(id).customer()).contains(taken.organization());
        assertThat(deal(id).stakeholders())
                .containsExactly(
                        Stakeholder.of(taken.person(), Stakeholder.CONTACT).asPrimary());
        assertThat(done.steps()).anySatisfy(step -> {
            assertThat(step.kind()).isEqualTo(ConversionStep.Kind.CHANGED);
            assertThat(step.field()).isEqualTo("customer");
            assertThat(step.to()).isEqualTo(taken.organization().value());
        });

        office.leads.revertConversion(done.id());

        assertThat(deal(id).lead()).isEmpty();
        assertThat(deal(id).customer()).isEmpty();
        assertThat(deal(id).stakeholders()).isEmpty();
        assertThat(office.leads.get(taken.lead()).isOpen()).isTrue();
    }

    @Test
    void anExistingDealKeepsItsOwnEnquiryCustomerAndPeopleThroughConversionAndRevert() {
        CustomerId buyer = office.person(NewCustomer.person("Asha"));
        LeadId older = office.take(Enquiry.from("Older")).lead();
        var taken = fromRaoSteel();
        Stakeholder asha = Stakeholder.of(buyer, Stakeholder.CONTACT).asPrimary();
        Stakeholder dev = Stakeholder.of(taken.person(), "payer");
        OpportunityId id = office.crm
                .opportunities()
                .open(DRILLS.customer(buyer).lead(older).stakeholder(asha).stakeholder(dev))
                .id();
        ConversionPreview preview = preview(taken.lead(), plan -> plan.link(id));
        assertThat(preview.steps())
                .filteredOn(step -> step.kind() == ConversionStep.Kind.REFUSED)
                .extracting(ConversionStep::field)
                .contains("lead", "customer");

        Conversion done = office.leads.commit(preview);
        assertThat(deal(id).lead()).contains(older);
        office.leads.revertConversion(done.id());

        assertThat(deal(id).lead()).contains(older);
        assertThat(deal(id).customer()).contains(buyer);
        assertThat(deal(id).stakeholders()).containsExactly(asha, dev);
    }

    @Test
    void aDealThatDoesNotExistIsAnObstacle() {
        var taken = office.take(Enquiry.from("Dev"));
        assertThat(preview(taken.lead(), plan -> plan.link(new OpportunityId("none")))
                        .obstacles())
                .hasSize(1);
    }

    @Test
    void personAndOrganisationAreRelatedAndThePersonSpeaksForTheDealUntilItIsReverted() {
        var taken = fromRaoSteel();
        Conversion done = convert(taken.lead(), plan -> plan.open(DRILLS));

        assertThat(relationships(taken.person())).singleElement().satisfies(job -> {
            assertThat(job.type()).isEqualTo(EMPLOYED_BY);
            assertThat(job.from()).isEqualTo(taken.person());
            assertThat(job.to()).isEqualTo(taken.organization());
        });
        assertThat(deal(done.opportunity().orElseThrow()).stakeholders())
                .containsExactly(
                        Stakeholder.of(taken.person(), Stakeholder.CONTACT).asPrimary());

        office.leads.revertConversion(done.id());
        assertThat(relationships(taken.person())).isEmpty();
        assertThat(office.crm.opportunities().of(taken.organization())).isEmpty();
    }

    @Test
    void aRelationshipThatIsThereIsEnoughAndOutlivesTheRevert() {
        var taken = fromRaoSteel();
        office.crm.relationships().relate(NewRelationship.of(taken.person(), ADVISES, taken.organization()));
        List<Relationship> before = relationships(taken.person());
        ConversionPreview preview = preview(taken.lead(), plan -> plan);
        assertThat(preview.steps()).noneMatch(step -> step.entity().equals("relationship"));

        Conversion done = office.leads.commit(preview);
        assertThat(relationships(taken.person())).isEqualTo(before);
        office.leads.revertConversion(done.id());
        assertThat(relationships(taken.person())).isEqualTo(before);
    }

    @Test
    void afterAnOlderJobEndedTheNewOneBeginsTodayAndRevertLeavesTheOlder() {
        var taken = fromRaoSteel();
        LocalDate ended = LocalDate.of(2020, 1, 1);
        Relationship older = office.crm
                .relationships()
                .relate(NewRelationship.of(taken.person(), EMPLOYED_BY, taken.organization())
                        .during(Validity.until(ended)));
        Conversion done = convert(taken.lead(), plan -> plan);
        assertThat(relationships(taken.person()))
                .extracting(Relationship::validity)
                .containsExactlyInAnyOrder(Validity.until(ended), Validity.from(LocalDate.of(2026, 11, 23)));

        office.leads.revertConversion(done.id());
        assertThat(relationships(taken.person())).containsExactly(older);
    }

    @Test
    void aRelationshipOfWhichSomebodySaidMoreSinceIsKeptByTheRevert() {
        var taken = fromRaoSteel();
        Conversion done = convert(taken.lead(), plan -> plan);
        Relationship job = relationships(taken.person()).get(0);
        office.crm.relationships().retitle(job.id(), "Buyer");
        office.leads.revertConversion(done.id());
        assertThat(relationships(taken.person()))
                .extracting(RelationshipFields.ROLE_TITLE::get)
                .containsExactly("Buyer");
    }

    @Test
    void whoIsLeftAloneIsNeitherRelatedNorMadeAContact() {
        var taken = fromRaoSteel();
        Conversion done = convert(
                taken.lead(), plan -> plan.organization(PartyTarget.none()).open(DRILLS));
        assertThat(relationships(taken.person())).isEmpty();
        assertThat(deal(done.opportunity().orElseThrow()).customer()).contains(taken.organization());
        assertThat(deal(done.opportunity().orElseThrow()).stakeholders()).isEmpty();
    }

    @Test
    void theEnquirysOwnBuyerOfANewDealStaysAndGetsNoSecondPart() {
        var taken = fromRaoSteel();
        ConversionPreview preview = preview(taken.lead(), plan -> plan.open(DRILLS.customer(taken.person())));
        assertThat(preview.steps()).noneMatch(step -> "stakeholders".equals(step.field()));
        Conversion done = office.leads.commit(preview);
        assertThat(deal(done.opportunity().orElseThrow()).stakeholders()).isEmpty();
    }
}
