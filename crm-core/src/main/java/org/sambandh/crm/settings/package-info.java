/**
 * What a tenant decides once and everything else asks for: time zone, working hours, fiscal year, currencies and rates,
 * rounding, and the switches of the CRM. Start at {@link org.sambandh.crm.settings.TenantSettings};
 * {@link org.sambandh.crm.settings.WorkingCalendar} counts working time,
 * {@link org.sambandh.crm.settings.PausableClock} measures it against a target,
 * {@link org.sambandh.crm.settings.ExchangeRates} converts money. May use {@code common} only.
 */
@NullMarked
package org.sambandh.crm.settings;

import org.jspecify.annotations.NullMarked;
