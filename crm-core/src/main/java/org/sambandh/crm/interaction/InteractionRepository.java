package org.sambandh.crm.interaction;

import org.sambandh.crm.common.InteractionId;
import org.sambandh.crm.store.Repository;

/**
 * Keeps the log of interactions. A store that wants pages of one party to cost the same however long the log is keeps an
 * index over ({@link InteractionFields#PARTIES}, {@link InteractionFields#OCCURRED_AT} descending, id).
 */
public interface InteractionRepository extends Repository<Interaction, InteractionId> {}
