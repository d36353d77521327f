/**
 * The words everything else is written in: ids, money, quantities, moments, actors and the one tree of errors.
 * Start at {@link org.sambandh.crm.common.Id} and {@link org.sambandh.crm.common.CrmException}. Uses nothing else of
 * this library.
 */
@NullMarked
package org.sambandh.crm.common;

import org.jspecify.annotations.NullMarked;
