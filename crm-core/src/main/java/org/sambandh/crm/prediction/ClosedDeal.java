package org.sambandh.crm.prediction;

/**
 * A deal with its end.
 *
 * @param deal what the model sees of it
 * @param outcome how it ended; {@link BayesOutcome#NEITHER} counts nowhere
 */
public record ClosedDeal(BayesDeal deal, BayesOutcome outcome) {}
