/**
 * Columns for a million subjects: one condition over all of them, groups and measures, without reading an entity. Start at
 * {@link org.sambandh.crm.table.FactTable}. Uses {@code store} and what lies below; knows no feature.
 */
@NullMarked
package org.sambandh.crm.table;

import org.jspecify.annotations.NullMarked;
