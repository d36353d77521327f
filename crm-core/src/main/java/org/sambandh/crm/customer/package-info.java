/**
 * Whoever we deal with: persons, organisations and households in any role, their names, contact points, preferences and
 * relationships. Start at {@link org.sambandh.crm.customer.Customers} and
 * {@link org.sambandh.crm.customer.NewCustomer}; {@link org.sambandh.crm.customer.CustomerFields} names what conditions
 * can ask. May use {@code team} and what lies below; knows no later feature.
 */
@NullMarked
package org.sambandh.crm.customer;

import org.jspecify.annotations.NullMarked;
