package org.sambandh.crm.condition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sambandh.crm.condition.Conditions.all;
import static org.sambandh.crm.condition.Conditions.count;
import static org.sambandh.crm.condition.Conditions.where;
import static org.sambandh.crm.condition.Tests.ageAtLeast;
import static org.sambandh.crm.condition.Tests.atLeast;
import static org.sambandh.crm.condition.Tests.inThis;
import static org.sambandh.crm.condition.Tests.is;
import static org.sambandh.crm.condition.Window.last;

import java.time.Duration;
import java.time.Period;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sambandh.crm.callcentre.CallCentreFeature;
import org.sambandh.crm.campaign.CampaignFeature;
import org.sambandh.crm.customer.Customer;
import org.sambandh.crm.customer.CustomerFeature;
import org.sambandh.crm.customer.CustomerFields;
import org.sambandh.crm.field.Catalog;
import org.sambandh.crm.field.Field;
import org.sambandh.crm.field.Relation;
import org.sambandh.crm.field.Subject;
import org.sambandh.crm.interaction.Channel;
import org.sambandh.crm.interaction.InteractionFeature;
import org.sambandh.crm.interaction.InteractionFields;
import org.sambandh.crm.lead.LeadFeature;
import org.sambandh.crm.pipeline.Opportunity;
import org.sambandh.crm.pipeline.OpportunityFields;
import org.sambandh.crm.pipeline.PipelineFeature;
import org.sambandh.crm.product.ProductFeature;
import org.sambandh.crm.purchase.PurchaseFeature;
import org.sambandh.crm.scoring.ScoringFeature;
import org.sambandh.crm.segment.SegmentFeature;
import org.sambandh.crm.store.Feature;
import org.sambandh.crm.survey.SurveyFeature;
import org.sambandh.crm.task.TaskFeature;
import org.sambandh.crm.team.TeamFeature;
import org.sambandh.crm.ticket.TicketFeature;

class LabelsTest {

    private static final Locale HINDI = new Locale("hi");

    private static Catalog standardCatalog() {
        List<Feature> features = List.of(
                new TeamFeature(),
                new CustomerFeature(),
                new InteractionFeature(),
                new PipelineFeature(),
                new TaskFeature(),
                new LeadFeature(),
                new CampaignFeature(),
                new ProductFeature(),
                new PurchaseFeature(),
                new TicketFeature(),
                new CallCentreFeature(),
                new SurveyFeature(),
                new ScoringFeature(),
                new SegmentFeature());
        Catalog.Builder catalog = Catalog.builder(Shop.CATALOG.fiscalCalendar());
        features.forEach(feature -> feature.declare(catalog));
        features.forEach(feature -> feature.relate(catalog));
        return catalog.build();
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "hi"})
    void everyFieldAndRelationOfTheStandardCatalogueHasALabel(String language) {
        Words words = Sentences.of(new Locale(language)).words();
        List<String> without = new ArrayList<>();
        for (Subject<?> subject : standardCatalog().subjects()) {
            for (Field<?, ?> field : subject.fields()) {
                if (words.label(field) == null) {
                    without.add("field." + field);
                }
            }
            for (Relation<?, ?> relation : subject.relations()) {
                for (boolean one : new boolean[] {true, false}) {
                    if (words.label(relation, one) == null) {
                        without.add("relation." + relation.subject().getSimpleName() + "." + relation.name());
                    }
                }
            }
        }
        assertThat(without).isEmpty();
    }

    @Test
    void theConditionOfTheReadmeReadsLikeASentence() {
        Condition<Customer> condition = all(
                where(CustomerFields.COUNTRY, is("IN")),
                count(
                        InteractionFields.INTERACTIONS,
                        where(InteractionFields.CHANNEL, is(Channel.EMAIL)),
                        last(Duration.ofDays(30)),
                        atLeast(1)));
        assertThat(condition.describe())
                .isEqualTo("country is IN and at least 1 interaction in the last 30 days where channel is email");
        assertThat(condition.describe(HINDI))
                .isEqualTo("देश IN है और पिछले 30 दिनों में कम से कम 1 संवाद है, जिनमें माध्यम ईमेल है");
    }

    @Test
    void genderAndTheFormBeforeAPostpositionAreKept() {
        Condition<Opportunity> customersBirthday =
                where(OpportunityFields.CUSTOMER.to(CustomerFields.BIRTH_DATE), ageAtLeast(Period.ofYears(18)));
        assertThat(customersBirthday.describe()).isEqualTo("customer's birth date is at least 18 years ago");
        assertThat(customersBirthday.describe(HINDI)).isEqualTo("ग्राहक की जन्म तिथि को कम से कम 18 वर्ष हो चुके हैं");
        Condition<Opportunity> closing = where(OpportunityFields.CLOSED_ON, inThis(CalendarUnit.QUARTER));
        assertThat(closing.describe()).isEqualTo("day of closing is in this quarter");
        assertThat(closing.describe(HINDI)).isEqualTo("समापन का दिन इस तिमाही में है");
        Condition<Customer> deals =
                count(OpportunityFields.OPPORTUNITIES, Conditions.always(), last(Duration.ofDays(1)), atLeast(2));
        assertThat(deals.describe()).isEqualTo("at least 2 deals in the last 1 day");
        assertThat(deals.describe(HINDI)).isEqualTo("पिछले 1 दिन में कम से कम 2 सौदे हैं");
    }
}
