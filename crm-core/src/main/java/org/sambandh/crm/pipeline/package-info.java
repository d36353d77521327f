/**
 * Deals from the first talk to won, lost or void. Start at {@link org.sambandh.crm.pipeline.Opportunity}; which stages a
 * tenant sells through is data ({@link org.sambandh.crm.pipeline.Pipeline}); what it adds up to is counted by
 * {@link org.sambandh.crm.pipeline.PipelineFigures}. May use {@code customer}, {@code team} and {@code interaction};
 * nothing here may use {@code lead}.
 */
@NullMarked
package org.sambandh.crm.pipeline;

import org.jspecify.annotations.NullMarked;
