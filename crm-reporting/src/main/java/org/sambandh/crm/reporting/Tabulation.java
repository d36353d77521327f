package org.sambandh.crm.reporting;

/**
 * Whatever {@link Reports} can run to one table: a {@link Report} over fields, a {@link PartsReport} over what stands inside
 * entities, a {@link Funnel} over histories, or what came of campaigns, a {@link CampaignReport}.
 */
public sealed interface Tabulation permits Report, PartsReport, Funnel, CampaignReport {

    /** {@return what hosts call it: letters, digits, dots, - and _} */
    String name();

    /** {@return what it is called} */
    Label title();
}
