package org.sambandh.crm.jpa;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.sambandh.crm.callcentre.CallAgent;
import org.sambandh.crm.callcentre.CallAttempt;
import org.sambandh.crm.callcentre.CallEntry;
import org.sambandh.crm.callcentre.CallList;
import org.sambandh.crm.campaign.Campaign;
import org.sambandh.crm.campaign.CampaignMember;
import org.sambandh.crm.common.StoreFailure;
import org.sambandh.crm.customer.Customer;
import org.sambandh.crm.customer.CustomerLifecycle;
import org.sambandh.crm.customer.Relationship;
import org.sambandh.crm.event.Event;
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

/** Which table keeps which entity. A new entity needs its row class, a line here, and its table in both dialects. */
final class RowTypes {

    private static final Map<Class<?>, Class<? extends Row>> ROWS = rows();

    private RowTypes() {}

    private static Map<Class<?>, Class<? extends Row>> rows() {
        Map<Class<?>, Class<? extends Row>> rows = new LinkedHashMap<>();
        rows.put(User.class, UserRow.class);
        rows.put(Team.class, TeamRow.class);
        rows.put(Customer.class, CustomerRow.class);
        rows.put(Relationship.class, RelationshipRow.class);
        rows.put(CustomerLifecycle.class, CustomerLifecycleRow.class);
        rows.put(Interaction.class, InteractionRow.class);
        rows.put(Opportunity.class, OpportunityRow.class);
        rows.put(Pipeline.class, PipelineRow.class);
        rows.put(PipelineSnapshot.class, PipelineSnapshotRow.class);
        rows.put(Task.class, TaskRow.class);
        rows.put(Lead.class, LeadRow.class);
        rows.put(DuplicateCandidate.class, DuplicateCandidateRow.class);
        rows.put(Conversion.class, ConversionRow.class);
        rows.put(DiscardedLead.class, DiscardedLeadRow.class);
        rows.put(LeadProcess.class, LeadProcessRow.class);
        rows.put(Campaign.class, CampaignRow.class);
        rows.put(CampaignMember.class, CampaignMemberRow.class);
        rows.put(Product.class, ProductRow.class);
        rows.put(PriceBook.class, PriceBookRow.class);
        rows.put(Price.class, PriceRow.class);
        rows.put(Purchase.class, PurchaseRow.class);
        rows.put(PurchaseReturn.class, PurchaseReturnRow.class);
        rows.put(Invoice.class, InvoiceRow.class);
        rows.put(Credit.class, CreditRow.class);
        rows.put(Ticket.class, TicketRow.class);
        rows.put(Asset.class, AssetRow.class);
        rows.put(ServicePolicy.class, ServicePolicyRow.class);
        rows.put(TicketProcess.class, TicketProcessRow.class);
        rows.put(TicketSequence.class, TicketSequenceRow.class);
        rows.put(PredictiveModel.class, PredictiveModelRow.class);
        rows.put(ScoreModel.class, ScoreModelRow.class);
        rows.put(Segment.class, SegmentRow.class);
        rows.put(SegmentMembership.class, SegmentMembershipRow.class);
        rows.put(Event.class, EventRow.class);
        rows.put(CallList.class, CallListRow.class);
        rows.put(CallEntry.class, CallEntryRow.class);
        rows.put(CallAttempt.class, CallAttemptRow.class);
        rows.put(CallAgent.class, CallAgentRow.class);
        rows.put(Questionnaire.class, QuestionnaireRow.class);
        rows.put(SurveyInvitation.class, SurveyInvitationRow.class);
        rows.put(SurveyResponse.class, SurveyResponseRow.class);
        rows.put(ScoreModelVersion.class, ScoreModelVersionRow.class);
        rows.put(ScoreSnapshot.class, ScoreSnapshotRow.class);
        rows.put(SegmentFlip.class, SegmentFlipRow.class);
        rows.put(SegmentEdition.class, SegmentEditionRow.class);
        return Collections.unmodifiableMap(rows);
    }

    static Class<? extends Row> of(Class<?> entity) {
        Class<? extends Row> row = ROWS.get(entity);
        if (row == null) {
            throw new StoreFailure("There is no table for " + entity.getSimpleName()
                    + ". Keep it in a repository of your own: JpaCrmStore.Builder.replace(...).");
        }
        return row;
    }

    static boolean knows(Class<?> entity) {
        return ROWS.containsKey(entity);
    }

    static List<Class<?>> entityClasses() {
        List<Class<?>> classes = new ArrayList<>(ROWS.values());
        classes.add(Row.class);
        classes.add(InstantColumn.class);
        classes.add(ValueRow.class);
        classes.add(UniqueKeyRow.class);
        classes.add(RedirectRow.class);
        classes.add(OutboxCounterRow.class);
        return List.copyOf(classes);
    }
}
