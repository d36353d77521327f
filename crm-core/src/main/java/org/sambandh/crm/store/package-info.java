/**
 * The seam between the library and whatever keeps its data. To use a store, see
 * {@link org.sambandh.crm.store.CrmStore}; to write one, start at {@link org.sambandh.crm.store.Repository}. A feature
 * describes itself to every store by {@link org.sambandh.crm.store.Feature}; the store names no feature.
 */
@NullMarked
package org.sambandh.crm.store;

import org.jspecify.annotations.NullMarked;
