/**
 * How promising somebody is, as points that explain themselves. Start at {@link org.sambandh.crm.scoring.PointsModel},
 * which is plain data; {@link org.sambandh.crm.scoring.Scorer} is the pure function and
 * {@link org.sambandh.crm.scoring.Scores} the service. What closed deals teach about open ones is
 * {@link org.sambandh.crm.scoring.BayesTable} with {@link org.sambandh.crm.scoring.BayesScorer}. Works on any subject of the catalogue; uses {@code store} and
 * what lies below, and no other feature.
 */
@NullMarked
package org.sambandh.crm.scoring;

import org.jspecify.annotations.NullMarked;
