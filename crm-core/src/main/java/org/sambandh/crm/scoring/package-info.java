/**
 * How promising somebody is, as points that explain themselves. Start at {@link org.sambandh.crm.scoring.PointsModel},
 * which is plain data; {@link org.sambandh.crm.scoring.Scorer} is the pure function and
 * {@link org.sambandh.crm.scoring.Scores} the service. Works on any subject of the catalogue; uses {@code store} and what
 * lies below, and no other feature.
 */
@NullMarked
package org.sambandh.crm.scoring;

import org.jspecify.annotations.NullMarked;
