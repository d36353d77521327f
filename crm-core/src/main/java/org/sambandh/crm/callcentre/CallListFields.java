package org.sambandh.crm.callcentre;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.sambandh.crm.campaign.Campaign;
import org.sambandh.crm.common.Brand;
import org.sambandh.crm.common.CallListId;
import org.sambandh.crm.common.CampaignId;
import org.sambandh.crm.field.Field;
import org.sambandh.crm.field.FieldType;
import org.sambandh.crm.store.EntityType;

/** What can be asked of a list of calls. */
public final class CallListFields {

    private static final Class<CallList> LIST = CallList.class;

    /** The type of its id. */
    public static final FieldType<CallListId> ID_TYPE = FieldType.id(CallListId.class, CallListId::new);

    /** Its identity. */
    public static final Field.One<CallList, CallListId> ID = Field.one(LIST, "id", ID_TYPE, CallList::id);

    /** What it is called. */
    public static final Field.One<CallList, String> NAME = Field.one(LIST, "name", FieldType.TEXT, CallList::name);

    /** The campaign it belongs to. */
    public static final Field.Reference<CallList, CampaignId, Campaign> CAMPAIGN = Field.reference(
                    LIST,
                    "campaign",
                    FieldType.id(CampaignId.class, CampaignId::new),
                    Campaign.class,
                    CallList::campaign)
            .asIndexed();

    /** Under which name of ours is called. */
    public static final Field.One<CallList, Brand> BRAND =
            Field.optional(LIST, "brand", FieldType.code(Brand.class, Brand::new, Brand::code), CallList::brand);

    /** The most attempts at one party. */
    public static final Field.One<CallList, BigDecimal> MAX_ATTEMPTS =
            Field.ofLong(LIST, "maxAttempts", FieldType.INTEGER, l -> l.rules().maxAttempts());

    /** As of when parties were put onto it most lately. */
    public static final Field.One<CallList, Instant> FROZEN_AT =
            Field.optional(LIST, "frozenAt", FieldType.INSTANT, CallList::frozenAt);

    /** Whether nobody on it is called any more. */
    public static final Field.One<CallList, Boolean> CLOSED =
            Field.one(LIST, "closed", FieldType.BOOLEAN, CallList::closed).asIndexed();

    /** How other systems name it. */
    public static final Field.Many<CallList, String> EXTERNAL_REFS = EntityType.externalRefs(LIST);

    /** All of them but the id. */
    public static final List<Field<CallList, ?>> ALL =
            List.of(NAME, CAMPAIGN, BRAND, MAX_ATTEMPTS, FROZEN_AT, CLOSED, EXTERNAL_REFS);

    private CallListFields() {}
}
