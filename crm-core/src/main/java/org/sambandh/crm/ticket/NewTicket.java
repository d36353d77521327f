package org.sambandh.crm.ticket;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sambandh.crm.common.Actor;
import org.sambandh.crm.common.AssetId;
import org.sambandh.crm.common.CustomerId;
import org.sambandh.crm.common.ExternalRef;
import org.sambandh.crm.common.FileRef;
import org.sambandh.crm.common.Invalid;
import org.sambandh.crm.common.ProductId;
import org.sambandh.crm.common.ServicePolicyId;
import org.sambandh.crm.common.TicketId;
import org.sambandh.crm.field.Field;
import org.sambandh.crm.interaction.Body;
import org.sambandh.crm.team.Ownership;

/**
 * A ticket to be opened: {@code NewTicket.about("Drill stopped").customer(asha).impact(2).urgency(1)}. Immutable; every
 * method returns a changed copy. One from another system brings its past: {@link #openedAt}, {@link #status},
 * {@link #respondedAt}, {@link #reassignments}, {@link #reopens}, {@link #outcome}.
 */
public final class NewTicket {

    private static final Instant UNSET = Instant.EPOCH;
    private static final String DRAFT = "draft";

    private final Ticket draft;
    private final Past past;

    private NewTicket(Ticket draft, Past past) {
        this.draft = draft;
        this.past = past;
    }

    /** A status the ticket entered. */
    record Step(String status, Instant at) {}

    /** What is told of its past, where it is told. */
    record Past(
            @Nullable String number,
            @Nullable Instant openedAt,
            @Nullable Actor openedBy,
            List<Step> steps,
            @Nullable Integer reassignments,
            @Nullable Integer reopens) {

        Past withStep(Step step) {
            if (steps.size() == TicketRules.MOST_VISITS) {
                throw new Invalid("ticket.history", "1 to " + TicketRules.MOST_VISITS + " statuses");
            }
            List<Step> longer = new ArrayList<>(steps);
            longer.add(step);
            return new Past(number, openedAt, openedBy, List.copyOf(longer), reassignments, reopens);
        }
    }

    /**
     * Returns a ticket to describe further.
     *
     * @param subjectLine what it is about in one line, at most 300 characters
     * @return the ticket
     */
    public static NewTicket about(String subjectLine) {
        Ticket draft = Ticket.builder(new TicketId(DRAFT))
                .number(DRAFT)
                .subjectLine(subjectLine)
                .openedAt(UNSET)
                .openedBy(Actor.SYSTEM)
                .history(List.of(StatusVisit.begin(TicketStatus.STANDARD.get(0), UNSET)))
                .build();
        return new NewTicket(draft, new Past(null, null, null, List.of(), null, null));
    }

    /**
     * Sets the number; the tenant's sequence gives one otherwise.
     *
     * @param number at most 60 characters, unique within the tenant
     * @return a changed copy
     */
    public NewTicket number(String number) {
        String checked = draft.toBuilder().number(number).build().number();
        return with(new Past(checked, past.openedAt, past.openedBy, past.steps, past.reassignments, past.reopens));
    }

    /**
     * Sets what was asked.
     *
     * @param text 1 to 1,000,000 characters, kept as it is
     * @return a changed copy
     */
    public NewTicket description(String text) {
        return with(draft.toBuilder().description(new Body.Text(text)));
    }

    /**
     * Sets what was asked.
     *
     * @param file a file of the host's
     * @return a changed copy
     */
    public NewTicket description(FileRef file) {
        return with(draft.toBuilder().description(new Body.File(file)));
    }

    /**
     * Sets the category.
     *
     * @param category the tenant's code
     * @return a changed copy
     */
    public NewTicket category(String category) {
        return category(category, null);
    }

    /**
     * Sets category and subcategory.
     *
     * @param category the tenant's code
     * @param subcategory the code within it, or null
     * @return a changed copy
     */
    public NewTicket category(String category, @Nullable String subcategory) {
        return with(draft.classification().in(category, subcategory));
    }

    /**
     * Sets how many it hurts.
     *
     * @param impact 1, the most, to 9
     * @return a changed copy
     */
    public NewTicket impact(int impact) {
        Classification c = draft.classification();
        return with(new Classification(
                c.category(), c.subcategory(), impact, c.urgency(), c.priority(), c.priorityByHand()));
    }

    /**
     * Sets how soon it hurts.
     *
     * @param urgency 1, the soonest, to 9
     * @return a changed copy
     */
    public NewTicket urgency(int urgency) {
        Classification c = draft.classification();
        return with(new Classification(
                c.category(), c.subcategory(), c.impact(), urgency, c.priority(), c.priorityByHand()));
    }

    /**
     * Sets the priority by hand, whatever the tenant's table says.
     *
     * @param priority 1, the highest, to 9
     * @return a changed copy
     */
    public NewTicket priority(int priority) {
        return with(draft.classification().prioritised(priority));
    }

    /**
     * Sets whose ticket it is; the party of the asset otherwise.
     *
     * @param customer the party
     * @return a changed copy
     */
    public NewTicket customer(CustomerId customer) {
        return with(draft.concern().withCustomer(customer));
    }

    /**
     * Sets who asks on behalf of the customer.
     *
     * @param contact the person
     * @return a changed copy
     */
    public NewTicket contact(CustomerId contact) {
        return with(draft.concern().withContact(contact));
    }

    /**
     * Sets the product it is about; that of the asset otherwise.
     *
     * @param product the product
     * @return a changed copy
     */
    public NewTicket product(ProductId product) {
        return with(draft.concern().withProduct(product));
    }

    /**
     * Sets the installed asset it is about.
     *
     * @param asset the asset
     * @return a changed copy
     */
    public NewTicket asset(AssetId asset) {
        return with(draft.concern().withAsset(asset));
    }

    /**
     * Sets who is to solve it.
     *
     * @param owner user and team
     * @return a changed copy
     */
    public NewTicket owner(Ownership owner) {
        return with(draft.toBuilder().owner(owner));
    }

    /**
     * Sets the policy that promises; the tenant's usual one otherwise.
     *
     * @param policy the policy
     * @return a changed copy
     */
    public NewTicket policy(ServicePolicyId policy) {
        ServiceLevel l = draft.serviceLevel();
        return with(draft.toBuilder()
                .serviceLevel(new ServiceLevel(policy, null, null, null, l.recorded(), List.of(), null)));
    }

    /**
     * Adds how another system names it.
     *
     * @param ref system, type and value
     * @return a changed copy
     */
    public NewTicket externalRef(ExternalRef ref) {
        List<ExternalRef> refs = new ArrayList<>(draft.externalRefs());
        refs.add(ref);
        return with(draft.toBuilder().externalRefs(refs));
    }

    /**
     * Sets a property of the host's.
     *
     * @param field the property
     * @param value its value, or null
     * @param <V> its class
     * @return a changed copy
     */
    public <V> NewTicket attribute(Field.One<Ticket, V> field, @Nullable V value) {
        return with(draft.toBuilder().attributes(draft.attributes().with(field, value)));
    }

    /**
     * Sets when it was opened; now otherwise.
     *
     * @param at the instant; the clocks start here
     * @return a changed copy
     */
    public NewTicket openedAt(Instant at) {
        return with(new Past(past.number, at, past.openedBy, past.steps, past.reassignments, past.reopens));
    }

    /**
     * Sets who opened it; who acts otherwise.
     *
     * @param by the actor
     * @return a changed copy
     */
    public NewTicket openedBy(Actor by) {
        return with(new Past(past.number, past.openedAt, by, past.steps, past.reassignments, past.reopens));
    }

    /**
     * Adds a status it entered in the past. Told in order; a ticket without any has just been opened.
     *
     * @param code a status of the tenant's list
     * @param at when it entered, not before the status told before
     * @return a changed copy
     */
    public NewTicket status(String code, Instant at) {
        return with(past.withStep(new Step(code, at)));
    }

    /**
     * Sets when somebody first answered.
     *
     * @param at the instant, not before it was opened
     * @return a changed copy
     */
    public NewTicket respondedAt(Instant at) {
        return with(draft.toBuilder().respondedAt(at));
    }

    /**
     * Sets how often it went from one owner to another.
     *
     * @param times not negative
     * @return a changed copy
     */
    public NewTicket reassignments(int times) {
        return with(new Past(
                past.number,
                past.openedAt,
                past.openedBy,
                past.steps,
                TicketRules.count("ticket.reassignments", times),
                past.reopens));
    }

    /**
     * Sets how often it was reopened.
     *
     * @param times not negative
     * @return a changed copy
     */
    public NewTicket reopens(int times) {
        return with(new Past(
                past.number,
                past.openedAt,
                past.openedBy,
                past.steps,
                past.reassignments,
                TicketRules.count("ticket.reopens", times)));
    }

    /**
     * Sets the code for how it was solved.
     *
     * @param code at most 100 characters
     * @return a changed copy
     */
    public NewTicket resolutionCode(String code) {
        return with(draft.toBuilder().resolutionCode(code));
    }

    /**
     * Sets how the promises ended as another system judged it, whatever the clocks here say.
     *
     * @param outcome met or breached
     * @return a changed copy
     */
    public NewTicket outcome(ServiceOutcome outcome) {
        return with(draft.toBuilder().serviceLevel(draft.serviceLevel().withRecorded(outcome)));
    }

    Ticket draft() {
        return draft;
    }

    Past past() {
        return past;
    }

    /** {@return nothing of the content: it may be personal} */
    @Override
    public String toString() {
        return "NewTicket";
    }

    private NewTicket with(Classification classification) {
        return with(draft.toBuilder().classification(classification));
    }

    private NewTicket with(Concern concern) {
        return with(draft.toBuilder().concern(concern));
    }

    private NewTicket with(Past changed) {
        return new NewTicket(draft, changed);
    }

    private NewTicket with(Ticket.Builder changed) {
        return new NewTicket(changed.build(), past);
    }
}
