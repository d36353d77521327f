package org.sambandh.crm.campaign;

/** Where a campaign stands; it moves forward only. */
public enum CampaignStatus {
    /** Being prepared. */
    PLANNED,
    /** Going on. */
    RUNNING,
    /** Over, or called off. Responses and bills may still arrive. */
    FINISHED
}
