/**
 * Calling many parties, one after the other, without calling anybody too often, too late or against their wish. Start at {@link
 * org.sambandh.crm.callcentre.Calls}: it freezes a segment into a {@link org.sambandh.crm.callcentre.CallList}, hands each agent the best next
 * {@link org.sambandh.crm.callcentre.CallEntry}, and takes in how the {@link org.sambandh.crm.callcentre.CallAttempt} ended. May use {@code
 * campaign}, {@code segment} and {@code interaction}; nothing there may use this.
 */
@NullMarked
package org.sambandh.crm.callcentre;

import org.jspecify.annotations.NullMarked;
