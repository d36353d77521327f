package org.sambandh.crm.overview;

import java.util.List;
import org.sambandh.crm.common.Moment;
import org.sambandh.crm.customer.Customer;
import org.sambandh.crm.interaction.Interaction;
import org.sambandh.crm.lead.Lead;
import org.sambandh.crm.scoring.ScoreSnapshot;
import org.sambandh.crm.store.Page;
import org.sambandh.crm.task.Task;
import org.sambandh.crm.ticket.Ticket;

/**
 * One party with everything around it, as of one moment and read in one transaction. Every list is bounded; where there
 * is more, the feature's own service goes on.
 *
 * <p>What is shown of an organisation is its own: what was done with it or on its behalf, its tasks, enquiries and deals.
 * What its people do in private is not.
 *
 * @param asOf when and in which zone; relationships are those that hold on this day
 * @param customer the party; the survivor where it was asked for under the id of a merged one
 * @param related the parties it stands in a relationship with today
 * @param interactions the latest ones; {@code Interactions.timeline} goes on behind its cursor
 * @param tasks the open ones, the first due first
 * @param leads its open enquiries, the one that arrived most lately first; as person or as organisation that asks
 * @param deals the open ones, and what they come to
 * @param dealings what it bought and owes
 * @param tickets the open ones, its own and those it asks on behalf of others, the next due first
 * @param outreach the campaigns, call lists and surveys it is part of
 * @param segments those it is a stored member of, by id
 * @param scores the scores last recorded for it, one for each model
 */
public record Customer360(
        Moment asOf,
        Customer customer,
        Excerpt<RelatedParty> related,
        Page<Interaction> interactions,
        Excerpt<Task> tasks,
        Excerpt<Lead> leads,
        OpenDeals deals,
        Dealings dealings,
        Excerpt<Ticket> tickets,
        Outreach outreach,
        Excerpt<CurrentSegment> segments,
        List<ScoreSnapshot> scores) {

    /**
     * Checks and copies what it is given.
     *
     * @param asOf when and in which zone; relationships are those that hold on this day
     * @param customer the party; the survivor where it was asked for under the id of a merged one
     * @param related the parties it stands in a relationship with today
     * @param interactions the latest ones; {@code Interactions.timeline} goes on behind its cursor
     * @param tasks the open ones, the first due first
     * @param leads its open enquiries, the one that arrived most lately first; as person or as organisation that asks
     * @param deals the open ones, and what they come to
     * @param dealings what it bought and owes
     * @param tickets the open ones, its own and those it asks on behalf of others, the next due first
     * @param outreach the campaigns, call lists and surveys it is part of
     * @param segments those it is a stored member of, by id
     * @param scores the scores last recorded for it, one for each model
     */
    public Customer360 {
        scores = List.copyOf(scores);
    }

    /** {@return the party's id only: everything else may be personal} */
    @Override
    public String toString() {
        return "Customer360[customer " + customer.id() + "]";
    }
}
