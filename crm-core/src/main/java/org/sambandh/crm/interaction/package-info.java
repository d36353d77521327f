/**
 * What happened between the tenant and the parties it deals with: mails, calls, meetings, visits. Start at
 * {@link org.sambandh.crm.interaction.Interactions}, which keeps the log;
 * {@link org.sambandh.crm.interaction.InteractionFields#INTERACTIONS} is how conditions count it. What is planned is a
 * task, in package {@code task}. May use {@code customer}; knows no lead and no deal except by reference.
 */
@NullMarked
package org.sambandh.crm.interaction;

import org.jspecify.annotations.NullMarked;
