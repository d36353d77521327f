/**
 * What is done in the market, to whom, and what came of it. Start at {@link org.sambandh.crm.campaign.Campaigns}: a {@link
 * org.sambandh.crm.campaign.Campaign} has an audience frozen out of a segment ({@link org.sambandh.crm.campaign.CampaignMember}), a response
 * becomes a touch of an enquiry, and {@link org.sambandh.crm.campaign.CampaignResults} says what the touches were worth. May use {@code lead},
 * {@code pipeline} and {@code segment}; nothing there may use this.
 */
@NullMarked
package org.sambandh.crm.campaign;

import org.jspecify.annotations.NullMarked;
