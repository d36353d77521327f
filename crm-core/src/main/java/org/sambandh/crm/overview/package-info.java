/**
 * Everything there is to know about one party, in one call. Start at {@link org.sambandh.crm.overview.Overviews}. Stands
 * above all features, reads them through their repositories, and keeps nothing itself.
 */
@NullMarked
package org.sambandh.crm.overview;

import org.jspecify.annotations.NullMarked;
