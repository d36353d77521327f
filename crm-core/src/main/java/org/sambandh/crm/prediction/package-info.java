/**
 * What the past teaches about what is still open. Start at {@link org.sambandh.crm.prediction.Predictions}, the service.
 * {@link org.sambandh.crm.prediction.LogisticModel} is learned from many subjects at once and explained factor by factor;
 * {@link org.sambandh.crm.prediction.BayesTable} counts closed deals and is kept up to date as they close. Works on any
 * subject of the catalogue; uses {@code store} and what lies below, and no other feature. Only training needs
 * Hipparchus, an optional dependency.
 */
@NullMarked
package org.sambandh.crm.prediction;

import org.jspecify.annotations.NullMarked;
