package org.sambandh.examples.quickstart;

import static java.time.Duration.ofDays;
import static org.sambandh.crm.condition.Conditions.all;
import static org.sambandh.crm.condition.Conditions.count;
import static org.sambandh.crm.condition.Conditions.where;
import static org.sambandh.crm.condition.Tests.atLeast;
import static org.sambandh.crm.condition.Tests.is;
import static org.sambandh.crm.condition.Tests.present;
import static org.sambandh.crm.condition.Window.last;

import java.math.BigDecimal;
import java.util.List;
import org.sambandh.crm.CrmSession;
import org.sambandh.crm.common.CustomerId;
import org.sambandh.crm.common.EntityRef;
import org.sambandh.crm.common.ExternalRef;
import org.sambandh.crm.common.LeadId;
import org.sambandh.crm.common.ModelId;
import org.sambandh.crm.common.ProductId;
import org.sambandh.crm.condition.Condition;
import org.sambandh.crm.customer.Customer;
import org.sambandh.crm.customer.CustomerFields;
import org.sambandh.crm.customer.NewCustomer;
import org.sambandh.crm.customer.NewRelationship;
import org.sambandh.crm.customer.RelationshipType;
import org.sambandh.crm.interaction.Channel;
import org.sambandh.crm.interaction.Direction;
import org.sambandh.crm.interaction.InteractionFields;
import org.sambandh.crm.interaction.NewInteraction;
import org.sambandh.crm.lead.Conversion;
import org.sambandh.crm.lead.ConversionPreview;
import org.sambandh.crm.lead.ConversionStep;
import org.sambandh.crm.lead.Enquiry;
import org.sambandh.crm.lead.IntakeResult;
import org.sambandh.crm.lead.Origin;
import org.sambandh.crm.pipeline.Line;
import org.sambandh.crm.pipeline.NewOpportunity;
import org.sambandh.crm.scoring.Criterion;
import org.sambandh.crm.scoring.Grade;
import org.sambandh.crm.scoring.Group;
import org.sambandh.crm.scoring.PointsModel;
import org.sambandh.crm.scoring.ScoreExplanation;
import org.sambandh.crm.segment.Segment;

/** Somebody who works at an account we know fills in the form on the web page. */
final class WebEnquiry {

    private static final ExternalRef CANCITY = new ExternalRef("maven", "account", "Cancity");
    private static final ModelId INTEREST = new ModelId("interest");
    private static final Condition<Customer> ASKED_LATELY = count(
            InteractionFields.INTERACTIONS,
            all(
                    where(InteractionFields.CHANNEL, is(Channel.WEB)),
                    where(InteractionFields.DIRECTION, is(Direction.INBOUND))),
            last(ofDays(30)),
            atLeast(1));

    private final CrmSession crm;

    WebEnquiry(CrmSession crm) {
        this.crm = crm;
    }

    /**
     * What came of it.
     *
     * @param intake whom the enquiry was given to, and why
     * @param score how interested she is, and why
     * @param entered the segments she entered
     * @param preview what the conversion would do
     * @param steps the same in words
     * @param conversion what it did
     * @param again what committing it once more answered
     */
    record Story(
            IntakeResult intake,
            ScoreExplanation score,
            List<String> entered,
            ConversionPreview preview,
            List<String> steps,
            Conversion conversion,
            Conversion again) {}

    Story run() {
        Customer account = crm.customers().findByRef(CANCITY).orElseThrow();
        Customer priya = knownContact(account);
        model();
        crm.segments().define("Asked on the web in the last 30 days", Customer.class, ASKED_LATELY);

        IntakeResult intake = crm.leads()
                .receive(Enquiry.from("Priya Nair")
                        .email("priya.nair@cancity.example")
                        .organizationName("Cancity")
                        .productText("GTX Pro")
                        .origin(new Origin("google", "search", null, null))
                        .captured("Could you call me about 20 GTX Pro for our new office?")
                        .idempotencyKey("form-2018-01-02-0001"));
        LeadId lead = ((IntakeResult.Taken) intake).lead();
        crm.interactions()
                .log(NewInteraction.of(Channel.WEB, Direction.INBOUND)
                        .with(priya.id())
                        .onBehalfOf(account.id())
                        .regarding(lead)
                        .subjectLine("Form: call me about 20 GTX Pro"));
        ScoreExplanation score = crm.scores().explain(INTEREST, EntityRef.of(priya.id()));
        List<String> entered = crm.segments().segmentsOf(EntityRef.of(priya.id())).stream()
                .map(Segment::name)
                .toList();

        crm.leads().qualify(lead);
        ConversionPreview preview = crm.leads()
                .preview(crm.leads()
                        .planConversion(lead)
                        .open(NewOpportunity.named("20 GTX Pro for the new office")
                                .customer(account.id())
                                .line(Line.unpriced(new ProductId("GTX-Pro"), Quickstart.USD))));
        Conversion conversion = crm.leads().commit(preview);
        List<String> steps = preview.steps().stream().map(this::words).toList();
        return new Story(
                intake, score, entered, preview, steps, conversion, crm.leads().commit(preview));
    }

    private String words(ConversionStep step) {
        String id = step.id();
        String what = step.entity();
        if (id != null && what.equals("customer")) {
            what = crm.customers().get(new CustomerId(id)).displayName();
        }
        return switch (step.kind()) {
            case CREATED -> "open a new " + what;
            case LINKED -> "link " + what + ", who is known already; nothing is copied";
            case CHANGED -> "set the " + step.field() + " of the " + what + changed(step);
            case REFUSED -> "leave the " + step.field() + " of the " + what + " as it is";
        };
    }

    private String changed(ConversionStep step) {
        String from = step.from() == null ? "" : " from " + step.from();
        String to = String.valueOf(step.to());
        if ("stakeholders".equals(step.field())) {
            to = crm.customers()
                    .find(new CustomerId(to))
                    .map(Customer::displayName)
                    .orElse(to);
        }
        return from + " to " + to;
    }

    private Customer knownContact(Customer account) {
        crm.customers().set(account.id(), CustomerFields.WEB_DOMAIN, "cancity.example");
        Customer priya =
                crm.customers().register(NewCustomer.person("Priya Nair").email("priya.nair@cancity.example"));
        crm.relationships().relate(NewRelationship.of(priya.id(), RelationshipType.EMPLOYED_BY, account.id()));
        return priya;
    }

    private void model() {
        Criterion<Customer> asked = Criterion.of("asked", "Asked on the web", 25, Customer.class, ASKED_LATELY);
        Criterion<Customer> reachable = Criterion.of(
                "mail", "Has an e-mail address", 10, Customer.class, where(CustomerFields.EMAILS, present()));
        crm.scores()
                .define(PointsModel.of(
                                INTEREST,
                                "Interest",
                                Customer.class,
                                Group.fit("fit", "Fit", reachable),
                                Group.engagement("engagement", "Engagement", asked))
                        .graded(new Grade("A", BigDecimal.valueOf(30))));
    }
}
