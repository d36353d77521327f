/**
 * Enquiries: who asks for what, whether we know them, and what comes of it. Start at {@link
 * org.sambandh.crm.lead.Leads#receive}; an enquiry never re-keys or copies a party. May use {@code customer},
 * {@code interaction} and {@code pipeline}; nothing there may use {@code lead}.
 */
@NullMarked
package org.sambandh.crm.lead;

import org.jspecify.annotations.NullMarked;
