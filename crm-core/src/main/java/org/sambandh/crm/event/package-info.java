/**
 * What happened, told so that a reader needs nothing else: {@link org.sambandh.crm.event.Event} names the subject, who
 * acted, and every field with its text before and after. Events are written to the outbox in the transaction that
 * caused them. Uses {@code condition} and what lies below; knows no feature.
 */
@NullMarked
package org.sambandh.crm.event;

import org.jspecify.annotations.NullMarked;
