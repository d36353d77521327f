/**
 * Bringing data in from files. Start at {@link org.sambandh.crm.exchange.ImportMapping}, which is data, not code, and
 * {@link org.sambandh.crm.exchange.Imports}. Writes only through services and catalogue fields, so a host's own field can
 * be filled from a column too. Needs FastCSV in the host.
 */
@NullMarked
package org.sambandh.crm.exchange;

import org.jspecify.annotations.NullMarked;
