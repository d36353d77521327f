package org.sambandh.crm.tck;

import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.sambandh.crm.Crm;
import org.sambandh.crm.callcentre.CallAgent;
import org.sambandh.crm.callcentre.CallAttempt;
import org.sambandh.crm.callcentre.CallEntry;
import org.sambandh.crm.callcentre.CallList;
import org.sambandh.crm.campaign.Campaign;
import org.sambandh.crm.campaign.CampaignMember;
import org.sambandh.crm.common.Moment;
import org.sambandh.crm.common.Money;
import org.sambandh.crm.common.TenantId;
import org.sambandh.crm.customer.Customer;
import org.sambandh.crm.customer.CustomerLifecycle;
import org.sambandh.crm.customer.Relationship;
import org.sambandh.crm.event.Event;
import org.sambandh.crm.field.Field;
import org.sambandh.crm.field.FieldType;
import org.sambandh.crm.field.HasAttributes;
import org.sambandh.crm.interaction.Interaction;
import org.sambandh.crm.lead.Conversion;
import org.sambandh.crm.lead.DiscardedLead;
import org.sambandh.crm.lead.DuplicateCandidate;
import org.sambandh.crm.lead.Lead;
import org.sambandh.crm.lead.LeadProcess;
import org.sambandh.crm.pipeline.Opportunity;
import org.sambandh.crm.pipeline.Pipeline;
import org.sambandh.crm.pipeline.PipelineSnapshot;
import org.sambandh.crm.prediction.PredictiveModel;
import org.sambandh.crm.product.Price;
import org.sambandh.crm.product.PriceBook;
import org.sambandh.crm.product.Product;
import org.sambandh.crm.purchase.Credit;
import org.sambandh.crm.purchase.Invoice;
import org.sambandh.crm.purchase.Purchase;
import org.sambandh.crm.purchase.PurchaseReturn;
import org.sambandh.crm.scoring.ScoreModel;
import org.sambandh.crm.scoring.ScoreModelVersion;
import org.sambandh.crm.scoring.ScoreSnapshot;
import org.sambandh.crm.segment.Segment;
import org.sambandh.crm.segment.SegmentEdition;
import org.sambandh.crm.segment.SegmentFlip;
import org.sambandh.crm.segment.SegmentMembership;
import org.sambandh.crm.settings.DatedSettings;
import org.sambandh.crm.settings.TenantSettings;
import org.sambandh.crm.store.CrmStore;
import org.sambandh.crm.store.Schema;
import org.sambandh.crm.survey.Questionnaire;
import org.sambandh.crm.survey.SurveyInvitation;
import org.sambandh.crm.survey.SurveyResponse;
import org.sambandh.crm.task.Task;
import org.sambandh.crm.team.Team;
import org.sambandh.crm.team.User;
import org.sambandh.crm.ticket.Asset;
import org.sambandh.crm.ticket.ServicePolicy;
import org.sambandh.crm.ticket.Ticket;
import org.sambandh.crm.ticket.TicketProcess;
import org.sambandh.crm.ticket.TicketSequence;

/**
 * Valid entities of every kind, always the same: no clock is read, nothing is drawn. {@code toBuilder()} changes one.
 *
 * <p>Samples are numbered. Number 0 has nothing that can be missing, number 1 has everything, all others are varied:
 * missing values, ties, texts and instants at the edges where stores differ. They name each other by the ids of
 * {@link #id}; what {@link #populate} saves finds most of them.
 */
public final class Samples {

    /** The moment at which samples are looked at: a Sunday noon in Pune, the ides of March 2026. */
    public static final Moment MOMENT = new Moment(Instant.parse("2026-03-15T06:30:00Z"), ZoneId.of("Asia/Kolkata"));

    private static final Map<Class<?>, Kind<?>> KINDS = new LinkedHashMap<>();

    static {
        put(User.class, "user", PartySamples::user);
        put(Team.class, "team", PartySamples::team);
        put(Customer.class, "customer", PartySamples::customer);
        put(Relationship.class, "relationship", PartySamples::relationship);
        put(CustomerLifecycle.class, "lifecycle", PartySamples::lifecycle);
        put(Interaction.class, "interaction", WorkSamples::interaction);
        put(Pipeline.class, "pipeline", DealSamples::pipeline);
        put(Opportunity.class, "opportunity", DealSamples::opportunity);
        put(PipelineSnapshot.class, "pipelineSnapshot", DealSamples::snapshot);
        put(Task.class, "task", WorkSamples::task);
        put(Lead.class, "lead", LeadSamples::lead);
        put(DuplicateCandidate.class, "duplicateCandidate", LeadSamples::candidate);
        put(Conversion.class, "conversion", LeadSamples::conversion);
        put(DiscardedLead.class, "discardedLead", LeadSamples::discarded);
        put(LeadProcess.class, "leadProcess", LeadSamples::process);
        put(PredictiveModel.class, "predictiveModel", ModelSamples::predictiveModel);
        put(ScoreModel.class, "scoreModel", WorkSamples::scoreModel);
        put(ScoreModelVersion.class, "scoreModelVersion", WorkSamples::scoreModelVersion);
        put(ScoreSnapshot.class, "scoreSnapshot", WorkSamples::scoreSnapshot);
        put(Segment.class, "segment", WorkSamples::segment);
        put(SegmentMembership.class, "segmentMembership", WorkSamples::membership);
        put(SegmentFlip.class, "segmentFlip", WorkSamples::flip);
        put(SegmentEdition.class, "segmentEdition", WorkSamples::edition);
        put(Product.class, "product", ProductSamples::product);
        put(PriceBook.class, "priceBook", ProductSamples::book);
        put(Price.class, "price", ProductSamples::price);
        put(Purchase.class, "purchase", PurchaseSamples::purchase);
        put(PurchaseReturn.class, "purchaseReturn", PurchaseSamples::returned);
        put(Invoice.class, "invoice", PurchaseSamples::invoice);
        put(Credit.class, "credit", PurchaseSamples::credit);
        put(Ticket.class, "ticket", TicketSamples::ticket);
        put(Asset.class, "asset", TicketSamples::asset);
        put(ServicePolicy.class, "servicePolicy", TicketSamples::policy);
        put(TicketProcess.class, "ticketProcess", TicketSamples::process);
        put(TicketSequence.class, "ticketSequence", TicketSamples::sequence);
        put(Campaign.class, "campaign", CampaignSamples::campaign);
        put(CampaignMember.class, "campaignMember", CampaignSamples::member);
        put(CallList.class, "callList", CallSamples::list);
        put(CallEntry.class, "callEntry", CallSamples::entry);
        put(CallAttempt.class, "callAttempt", CallSamples::attempt);
        put(CallAgent.class, "callAgent", CallSamples::agent);
        put(Questionnaire.class, "questionnaire", SurveySamples::questionnaire);
        put(SurveyInvitation.class, "surveyInvitation", SurveySamples::invitation);
        put(SurveyResponse.class, "surveyResponse", SurveySamples::response);
        put(Event.class, "event", WorkSamples::event);
    }

    private Samples() {}

    /** Makes the samples of one kind. */
    private interface Maker<T> {
        T make(String id, int number);
    }

    private record Kind<T>(String name, Maker<T> maker) {}

    private static <T> void put(Class<T> type, String name, Maker<T> maker) {
        KINDS.put(type, new Kind<>(name, maker));
    }

    /**
     * Returns the text of the id of a sample.
     *
     * @param kind the name of the kind in the catalogue
     * @param number the number of the sample
     * @return the kind, a hyphen and six digits, so that the order of ids is that of numbers
     */
    public static String id(String kind, int number) {
        String digits = "00000" + number;
        return kind + "-" + digits.substring(digits.length() - 6);
    }

    /** {@return the classes of entities of which there are samples: all that this library keeps} */
    public static Set<Class<?>> types() {
        return Collections.unmodifiableSet(KINDS.keySet());
    }

    /**
     * Returns a sample under an id.
     *
     * @param type the class of the entity
     * @param id the text of its id
     * @param number from 0; unique keys that are no external references come from it or from the id
     * @param <T> the entity
     * @return the sample, not stored yet
     */
    @SuppressWarnings("unchecked") // each class is put with a maker of its own
    public static <T> T of(Class<T> type, String id, int number) {
        Kind<T> kind = (Kind<T>) KINDS.get(type);
        if (kind == null) {
            throw new IllegalArgumentException("there are no samples of " + type.getSimpleName());
        }
        return kind.maker().make(id, number);
    }

    /**
     * Returns a sample under its own id.
     *
     * @param type the class of the entity
     * @param number from 0
     * @param <T> the entity
     * @return the sample, not stored yet
     */
    public static <T> T of(Class<T> type, int number) {
        return of(type, idOf(type, number), number);
    }

    static String idOf(Class<?> type, int number) {
        Kind<?> kind = KINDS.get(type);
        if (kind == null) {
            throw new IllegalArgumentException("there are no samples of " + type.getSimpleName());
        }
        return id(kind.name(), number);
    }

    /**
     * Returns the first samples of a kind.
     *
     * @param type the class of the entity
     * @param count how many
     * @param <T> the entity
     * @return the samples from number 0 on
     */
    public static <T> List<T> some(Class<T> type, int count) {
        List<T> samples = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            samples.add(of(type, i));
        }
        return samples;
    }

    /** {@return a clock that stands still at {@link #MOMENT}}  */
    public static InstantSource clock() {
        return InstantSource.fixed(MOMENT.at());
    }

    /** {@return the settings of the tenants of samples: zone Asia/Kolkata, rupees, fiscal years from April} */
    public static TenantSettings settings() {
        return TenantSettings.of(MOMENT.zone(), Money.currencyOf("INR"));
    }

    /**
     * Returns what a store keeps for samples: all features of this library, and the fields of {@link #hostFields} for every
     * tenant. Tenants of the kit whose names begin with {@code host} and a digit have made-up ones in their place.
     *
     * @return the schema
     */
    public static Schema schema() {
        DatedSettings always = DatedSettings.always(settings());
        List<Field<?, ?>> fields = hostFields();
        List<List<Field<?, ?>>> madeUp =
                HostFields.ten().stream().map(HostFields::fields).toList();
        return new Schema(
                Crm.features(),
                tenant -> always,
                tenant -> HostFields.areOf(tenant) ? madeUp.get(HostFields.number(tenant)) : fields);
    }

    /** {@return a host's own fields of every type, for every kind of entity that can have some} */
    public static List<Field<?, ?>> hostFields() {
        List<Field<?, ?>> fields = new ArrayList<>();
        fields.addAll(hostFields(Customer.class));
        fields.addAll(hostFields(Lead.class));
        fields.addAll(hostFields(Opportunity.class));
        fields.addAll(hostFields(Interaction.class));
        fields.addAll(hostFields(Task.class));
        fields.addAll(hostFields(Ticket.class));
        fields.addAll(hostFields(Asset.class));
        return fields;
    }

    private static <S extends HasAttributes<S>> List<Field<S, ?>> hostFields(Class<S> subject) {
        return List.of(
                Field.attribute(subject, "tier", FieldType.TEXT).asIndexed(),
                Field.attributes(subject, "tags", FieldType.TEXT),
                Field.attribute(subject, "points", FieldType.number(2)),
                Field.attribute(subject, "vip", FieldType.BOOLEAN),
                Field.attribute(subject, "since", FieldType.DATE),
                Field.attribute(subject, "seenAt", FieldType.INSTANT),
                Field.attribute(subject, "limit", FieldType.MONEY));
    }

    /**
     * Saves about thirty samples of every kind in one unit of work. Two parties are missing: they were merged into others.
     *
     * @param store keeps the schema of {@link #schema}
     * @param tenant a tenant that has nothing yet
     */
    public static void populate(CrmStore store, TenantId tenant) {
        Population.save(store, tenant, Samples::of);
    }

    /** {@return a user, with everything that can be there} */
    public static User aUser() {
        return PartySamples.user(id("user", 1), 1);
    }

    /** {@return a team, with everything that can be there} */
    public static Team aTeam() {
        return PartySamples.team(id("team", 1), 1);
    }

    /** {@return a party, with everything that can be there} */
    public static Customer aCustomer() {
        return PartySamples.customer(id("customer", 1), 1);
    }

    /** {@return a relationship of two parties, with everything that can be there} */
    public static Relationship aRelationship() {
        return PartySamples.relationship(id("relationship", 1), 1);
    }

    /** {@return the stages of a tenant's customers, with everything that can be there} */
    public static CustomerLifecycle aLifecycle() {
        return PartySamples.lifecycle(id("lifecycle", 1), 1);
    }

    /** {@return an interaction, with everything that can be there} */
    public static Interaction anInteraction() {
        return WorkSamples.interaction(id("interaction", 1), 1);
    }

    /** {@return a pipeline, with everything that can be there} */
    public static Pipeline aPipeline() {
        return DealSamples.pipeline(id("pipeline", 1), 1);
    }

    /** {@return a deal, with everything that can be there} */
    public static Opportunity anOpportunity() {
        return DealSamples.opportunity(id("opportunity", 1), 1);
    }

    /** {@return the pipeline as it stood on a day, with everything that can be there} */
    public static PipelineSnapshot aPipelineSnapshot() {
        return DealSamples.snapshot(id("pipelineSnapshot", 1), 1);
    }

    /** {@return a task, with everything that can be there} */
    public static Task aTask() {
        return WorkSamples.task(id("task", 1), 1);
    }

    /** {@return an enquiry, with everything that can be there} */
    public static Lead aLead() {
        return LeadSamples.lead(id("lead", 1), 1);
    }

    /** {@return two parties that may be one, with everything that can be there} */
    public static DuplicateCandidate aDuplicateCandidate() {
        return LeadSamples.candidate(id("duplicateCandidate", 1), 1);
    }

    /** {@return the record of a conversion, with everything that can be there} */
    public static Conversion aConversion() {
        return LeadSamples.conversion(id("conversion", 1), 1);
    }

    /** {@return what is left of an enquiry that was discarded, with everything that can be there} */
    public static DiscardedLead aDiscardedLead() {
        return LeadSamples.discarded(id("discardedLead", 1), 1);
    }

    /** {@return the statuses of a tenant's enquiries, with everything that can be there} */
    public static LeadProcess aLeadProcess() {
        return LeadSamples.process(id("leadProcess", 1), 1);
    }

    /** {@return a predictive model, with everything that can be there} */
    public static PredictiveModel aPredictiveModel() {
        return ModelSamples.predictiveModel(id("predictiveModel", 1), 1);
    }

    /** {@return a score model, with everything that can be there} */
    public static ScoreModel aScoreModel() {
        return WorkSamples.scoreModel(id("scoreModel", 1), 1);
    }

    /** {@return a version of a score model, with everything that can be there} */
    public static ScoreModelVersion aScoreModelVersion() {
        return WorkSamples.scoreModelVersion(id("scoreModelVersion", 1), 1);
    }

    /** {@return a score as it was computed, with everything that can be there} */
    public static ScoreSnapshot aScoreSnapshot() {
        return WorkSamples.scoreSnapshot(id("scoreSnapshot", 1), 1);
    }

    /** {@return a segment, with everything that can be there} */
    public static Segment aSegment() {
        return WorkSamples.segment(id("segment", 1), 1);
    }

    /** {@return the stay of a subject in a segment, with everything that can be there} */
    public static SegmentMembership aSegmentMembership() {
        return WorkSamples.membership(id("segmentMembership", 1), 1);
    }

    /** {@return the instant at which a membership may change, with everything that can be there} */
    public static SegmentFlip aSegmentFlip() {
        return WorkSamples.flip(id("segmentFlip", 1), 1);
    }

    /** {@return what is known of all segments together, with everything that can be there} */
    public static SegmentEdition aSegmentEdition() {
        return WorkSamples.edition(id("segmentEdition", 1), 1);
    }

    /** {@return a product, with everything that can be there} */
    public static Product aProduct() {
        return ProductSamples.product(id("product", 1), 1);
    }

    /** {@return a price book, with everything that can be there} */
    public static PriceBook aPriceBook() {
        return ProductSamples.book(id("priceBook", 1), 1);
    }

    /** {@return a price in a book, with everything that can be there} */
    public static Price aPrice() {
        return ProductSamples.price(id("price", 1), 1);
    }

    /** {@return a purchase, with everything that can be there} */
    public static Purchase aPurchase() {
        return PurchaseSamples.purchase(id("purchase", 1), 1);
    }

    /** {@return what came back of a purchase, with everything that can be there} */
    public static PurchaseReturn aPurchaseReturn() {
        return PurchaseSamples.returned(id("purchaseReturn", 1), 1);
    }

    /** {@return an invoice, with everything that can be there} */
    public static Invoice anInvoice() {
        return PurchaseSamples.invoice(id("invoice", 1), 1);
    }

    /** {@return what is held for the credit of a party, with everything that can be there} */
    public static Credit aCredit() {
        return PurchaseSamples.credit(id("credit", 1), 1);
    }

    /** {@return a ticket, with everything that can be there} */
    public static Ticket aTicket() {
        return TicketSamples.ticket(id("ticket", 1), 1);
    }

    /** {@return an asset that is served, with everything that can be there} */
    public static Asset anAsset() {
        return TicketSamples.asset(id("asset", 1), 1);
    }

    /** {@return a service policy, with everything that can be there} */
    public static ServicePolicy aServicePolicy() {
        return TicketSamples.policy(id("servicePolicy", 1), 1);
    }

    /** {@return the statuses of a tenant's tickets, with everything that can be there} */
    public static TicketProcess aTicketProcess() {
        return TicketSamples.process(id("ticketProcess", 1), 1);
    }

    /** {@return the last number of a tenant's tickets, with everything that can be there} */
    public static TicketSequence aTicketSequence() {
        return TicketSamples.sequence(id("ticketSequence", 1), 1);
    }

    /** {@return a campaign, with everything that can be there} */
    public static Campaign aCampaign() {
        return CampaignSamples.campaign(id("campaign", 1), 1);
    }

    /** {@return a party that a campaign reaches, with everything that can be there} */
    public static CampaignMember aCampaignMember() {
        return CampaignSamples.member(id("campaignMember", 1), 1);
    }

    /** {@return a call list, with everything that can be there} */
    public static CallList aCallList() {
        return CallSamples.list(id("callList", 1), 1);
    }

    /** {@return a party on a call list, with everything that can be there} */
    public static CallEntry aCallEntry() {
        return CallSamples.entry(id("callEntry", 1), 1);
    }

    /** {@return a call that was tried, with everything that can be there} */
    public static CallAttempt aCallAttempt() {
        return CallSamples.attempt(id("callAttempt", 1), 1);
    }

    /** {@return what an agent can do, with everything that can be there} */
    public static CallAgent aCallAgent() {
        return CallSamples.agent(id("callAgent", 1), 1);
    }

    /** {@return a questionnaire, with everything that can be there} */
    public static Questionnaire aQuestionnaire() {
        return SurveySamples.questionnaire(id("questionnaire", 1), 1);
    }

    /** {@return an invitation to answer, with everything that can be there} */
    public static SurveyInvitation aSurveyInvitation() {
        return SurveySamples.invitation(id("surveyInvitation", 1), 1);
    }

    /** {@return a response to a questionnaire, with everything that can be there} */
    public static SurveyResponse aSurveyResponse() {
        return SurveySamples.response(id("surveyResponse", 1), 1);
    }

    /** {@return an event of the outbox, with everything that can be there} */
    public static Event anEvent() {
        return WorkSamples.event(id("event", 1), 1);
    }
}
