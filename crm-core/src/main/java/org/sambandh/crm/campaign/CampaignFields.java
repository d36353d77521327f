package org.sambandh.crm.campaign;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.sambandh.crm.common.Brand;
import org.sambandh.crm.common.CampaignId;
import org.sambandh.crm.common.Money;
import org.sambandh.crm.field.Field;
import org.sambandh.crm.field.FieldType;
import org.sambandh.crm.interaction.Channel;
import org.sambandh.crm.store.EntityType;

/** What can be asked of a campaign. */
public final class CampaignFields {

    private static final Class<Campaign> CAMPAIGN = Campaign.class;

    /** The type of its id. */
    public static final FieldType<CampaignId> ID_TYPE = FieldType.id(CampaignId.class, CampaignId::new);

    /** Its identity. */
    public static final Field.One<Campaign, CampaignId> ID = Field.one(CAMPAIGN, "id", ID_TYPE, Campaign::id);

    /** Its short name, unique in the tenant. */
    public static final Field.One<Campaign, String> CODE =
            Field.one(CAMPAIGN, "code", FieldType.TEXT, Campaign::code).asIndexed();

    /** What it is called. */
    public static final Field.One<Campaign, String> NAME = Field.one(CAMPAIGN, "name", FieldType.TEXT, Campaign::name);

    /** The way by which it reaches its members. */
    public static final Field.One<Campaign, Channel> CHANNEL = Field.one(
            CAMPAIGN, "channel", FieldType.code(Channel.class, Channel::new, Channel::code), Campaign::channel);

    /** Under which name of ours it runs. */
    public static final Field.One<Campaign, Brand> BRAND =
            Field.optional(CAMPAIGN, "brand", FieldType.code(Brand.class, Brand::new, Brand::code), Campaign::brand);

    /** Where it stands. */
    public static final Field.One<Campaign, CampaignStatus> STATUS = Field.one(
                    CAMPAIGN, "status", FieldType.enumOf(CampaignStatus.class), Campaign::status)
            .asIndexed();

    /** What it may cost. */
    public static final Field.One<Campaign, Money> BUDGET =
            Field.optional(CAMPAIGN, "budget", FieldType.MONEY, Campaign::budget);

    /** What it cost so far. */
    public static final Field.One<Campaign, Money> COST =
            Field.optional(CAMPAIGN, "cost", FieldType.MONEY, Campaign::cost);

    /** How many costs were entered. */
    public static final Field.One<Campaign, BigDecimal> COST_ENTRIES = Field.ofLong(
            CAMPAIGN, "costEntries", FieldType.INTEGER, c -> c.costs().size());

    /** Its first day. */
    public static final Field.One<Campaign, LocalDate> STARTS_ON =
            Field.optional(CAMPAIGN, "startsOn", FieldType.DATE, Campaign::startsOn);

    /** Its last day. */
    public static final Field.One<Campaign, LocalDate> ENDS_ON =
            Field.optional(CAMPAIGN, "endsOn", FieldType.DATE, Campaign::endsOn);

    /** As of when its audience was frozen most lately. */
    public static final Field.One<Campaign, Instant> AUDIENCE_FROZEN_AT =
            Field.optional(CAMPAIGN, "audienceFrozenAt", FieldType.INSTANT, Campaign::audienceFrozenAt);

    /** How other systems name it. */
    public static final Field.Many<Campaign, String> EXTERNAL_REFS = EntityType.externalRefs(CAMPAIGN);

    /** All of them but the id. */
    public static final List<Field<Campaign, ?>> ALL = List.of(
            CODE,
            NAME,
            CHANNEL,
            BRAND,
            STATUS,
            BUDGET,
            COST,
            COST_ENTRIES,
            STARTS_ON,
            ENDS_ON,
            AUDIENCE_FROZEN_AT,
            EXTERNAL_REFS);

    private CampaignFields() {}
}
