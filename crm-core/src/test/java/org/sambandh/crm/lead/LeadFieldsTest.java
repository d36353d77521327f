package org.sambandh.crm.lead;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sambandh.crm.condition.Conditions.all;
import static org.sambandh.crm.condition.Conditions.count;
import static org.sambandh.crm.condition.Conditions.where;
import static org.sambandh.crm.condition.Tests.atLeast;
import static org.sambandh.crm.condition.Tests.is;
import static org.sambandh.crm.condition.Tests.present;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.sambandh.crm.common.CustomerId;
import org.sambandh.crm.common.EntityRef;
import org.sambandh.crm.common.LeadId;
import org.sambandh.crm.common.ModelId;
import org.sambandh.crm.common.ProductId;
import org.sambandh.crm.common.SegmentId;
import org.sambandh.crm.condition.Condition;
import org.sambandh.crm.condition.Window;
import org.sambandh.crm.customer.Customer;
import org.sambandh.crm.customer.CustomerFields;
import org.sambandh.crm.customer.NewCustomer;
import org.sambandh.crm.field.Field;
import org.sambandh.crm.interaction.Channel;
import org.sambandh.crm.interaction.Direction;
import org.sambandh.crm.interaction.InteractionFields;
import org.sambandh.crm.interaction.NewInteraction;
import org.sambandh.crm.scoring.Criterion;
import org.sambandh.crm.scoring.Group;
import org.sambandh.crm.scoring.PointsModel;
import org.sambandh.crm.scoring.Scores;
import org.sambandh.crm.store.Query;
import org.sambandh.crm.store.Unit;

/** Conditions and scores that look from an enquiry at its parties, and from a party at its enquiries. */
class LeadFieldsTest {

    private static final Field<Lead, String> COUNTRY = LeadFields.PERSON.to(CustomerFields.MAIN_COUNTRY);
    private static final Field<Lead, String> INDUSTRY = LeadFields.ORGANIZATION.to(CustomerFields.INDUSTRY);

    private final Office office = new Office();
    private final CustomerId asha =
            office.person(NewCustomer.person("Asha").email("a@example.in").country("IN"));
    private final CustomerId dev =
            office.person(NewCustomer.person("Dev").email("d@example.in").country("JP"));

    private LeadId ask(String email, String product, String source) {
        return office.take(Enquiry.arrived()
                        .email(email)
                        .product(new ProductId(product))
                        .origin(Origin.of(source, "form")))
                .lead();
    }

    private CustomerId steelworks(LeadId lead) {
        CustomerId steel = office.person(NewCustomer.organization("Rao Steel"));
        office.crm.customers().set(steel, CustomerFields.INDUSTRY, "steel");
        office.leads.reattach(lead, office.leads.get(lead).person().orElseThrow(), steel);
        return steel;
    }

    private List<LeadId> found(Condition<Lead> condition) {
        return office.leads.find(Query.of(condition, office.crm.inUnit(Unit::moment))).items().stream()
                .map(Lead::id)
                .toList();
    }

    @Test
    void enquiriesAreFoundByWhatTheirPersonAndTheirOrganisationAre() {
        LeadId indian = ask("a@example.in", "drill", "web");
        LeadId japanese = ask("d@example.in", "drill", "web");
        CustomerId steel = steelworks(japanese);

        assertThat(found(where(COUNTRY, is("IN")))).containsExactly(indian);
        assertThat(found(where(INDUSTRY, is("steel")))).containsExactly(japanese);
        assertThat(found(all(where(COUNTRY, is("JP")), where(INDUSTRY, present()))))
                .containsExactly(japanese);

        office.crm.customers().set(steel, CustomerFields.INDUSTRY, null);
        assertThat(found(where(INDUSTRY, present()))).isEmpty();
    }

    @Test
    void partiesAreFoundByTheirOpenEnquiriesOfTheLastDays() {
        ask("a@example.in", "drill", "web");
        office.leads.disqualify(ask("d@example.in", "drill", "web"), "no need");
        ask("d@example.in", "saw", "web");
        office.pass(Duration.ofDays(31));
        ask("a@example.in", "saw", "web");
        ask("a@example.in", "mill", "fair");

        assertThat(asking(Window.ever(), 3)).containsExactly(asha);
        assertThat(asking(Window.last(Duration.ofDays(30)), 2)).containsExactly(asha);
        assertThat(asking(Window.last(Duration.ofDays(30)), 3)).isEmpty();
        assertThat(asking(Window.ever(), 1)).containsExactlyInAnyOrder(asha, dev);
    }

    private List<CustomerId> asking(Window window, long times) {
        Condition<Customer> condition =
                count(LeadFields.LEADS, where(LeadFields.OPEN, is(true)), window, atLeast(times));
        return office.crm.customers().find(condition).items().stream()
                .map(Customer::id)
                .toList();
    }

    @Test
    void aModelOfEnquiriesReadsTheEnquiryAndItsParties() {
        ModelId id = new ModelId("lead");
        Scores scores = office.crm.scores();
        scores.define(PointsModel.of(
                id,
                "How promising an enquiry is",
                Lead.class,
                Group.fit(
                        "fit",
                        "Fit",
                        Criterion.of(
                                "fair", "Met at a fair", 10, Lead.class, where(LeadFields.ORIGIN_SOURCE, is("fair"))),
                        Criterion.of("home", "Where we deliver", 5, Lead.class, where(COUNTRY, is("IN"))),
                        Criterion.of("steel", "Steel industry", 20, Lead.class, where(INDUSTRY, is("steel"))))));
        LeadId fair = ask("a@example.in", "drill", "fair");
        LeadId web = ask("d@example.in", "drill", "web");

        assertThat(scores.score(id, EntityRef.of(fair)).value()).isEqualByComparingTo("15");
        assertThat(scores.score(id, EntityRef.of(web)).value()).isEqualByComparingTo("0");

        steelworks(web);
        office.crm.customers().set(asha, CustomerFields.MAIN_COUNTRY, "JP");
        assertThat(scores.score(id, EntityRef.of(fair)).value()).isEqualByComparingTo("10");
        assertThat(scores.score(id, EntityRef.of(web)).value()).isEqualByComparingTo("20");
        assertThat(scores.scoreAll(id, Lead.class, 10, null).items()).hasSize(2);
    }

    @Test
    void anEnquiryIsScoredAndSelectedByWhatItsPersonDoes() {
        ModelId id = new ModelId("engaged");
        Condition<Lead> writes = count(
                LeadFields.INTERACTIONS,
                where(InteractionFields.CHANNEL, is(Channel.EMAIL)),
                Window.last(Duration.ofDays(30)),
                atLeast(1));
        office.crm
                .scores()
                .define(PointsModel.of(
                        id,
                        "How engaged",
                        Lead.class,
                        Group.engagement(
                                "mails",
                                "Mails",
                                Criterion.of("mail", "Writes", 8, Lead.class, writes)
                                        .eachTime())));
        SegmentId segment =
                office.crm.segments().define("Writing now", Lead.class, writes).id();
        LeadId asks = ask("a@example.in", "drill", "web");
        ask("d@example.in", "drill", "web");

        office.crm.interactions().log(NewInteraction.email(Direction.INBOUND).with(asha));
        office.crm.interactions().log(NewInteraction.email(Direction.INBOUND).with(asha));

        assertThat(office.crm.scores().score(id, EntityRef.of(asks)).value()).isEqualByComparingTo("16");
        assertThat(office.crm.segments().members(segment, Lead.class))
                .extracting(Lead::id)
                .containsExactly(asks);
    }
}
