/**
 * What the past teaches about what is still open. What closed deals teach about open ones is
 * {@link org.sambandh.crm.prediction.BayesTable} with {@link org.sambandh.crm.prediction.BayesScorer}. Works on any
 * subject of the catalogue; uses {@code store} and what lies below, and no other feature.
 */
@NullMarked
package org.sambandh.crm.prediction;

import org.jspecify.annotations.NullMarked;
