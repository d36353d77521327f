package org.sambandh.crm.campaign;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.sambandh.crm.common.CampaignId;
import org.sambandh.crm.common.CampaignMemberId;
import org.sambandh.crm.common.CustomerId;
import org.sambandh.crm.common.LeadId;
import org.sambandh.crm.common.SegmentId;
import org.sambandh.crm.customer.Customer;
import org.sambandh.crm.customer.CustomerFields;
import org.sambandh.crm.field.Field;
import org.sambandh.crm.field.FieldType;
import org.sambandh.crm.field.Relation;
import org.sambandh.crm.lead.Lead;
import org.sambandh.crm.segment.Segment;
import org.sambandh.crm.store.EntityType;

/** What can be asked of a member of a campaign, and the relation that leads to it from its party. */
public final class CampaignMemberFields {

    private static final Class<CampaignMember> MEMBER = CampaignMember.class;

    /** Its identity. */
    public static final Field.One<CampaignMember, CampaignMemberId> ID =
            Field.one(MEMBER, "id", FieldType.id(CampaignMemberId.class, CampaignMemberId::new), CampaignMember::id);

    /** The campaign. */
    public static final Field.Reference<CampaignMember, CampaignId, Campaign> CAMPAIGN = Field.reference(
                    MEMBER, "campaign", CampaignFields.ID_TYPE, Campaign.class, m -> Optional.of(m.campaign()))
            .asIndexed();

    /** The member. */
    public static final Field.Reference<CampaignMember, CustomerId, Customer> PARTY = Field.reference(
                    MEMBER, "party", CustomerFields.ID_TYPE, Customer.class, m -> Optional.of(m.party()))
            .asIndexed();

    /** Campaign and party in one text: no two members share it. */
    public static final Field.One<CampaignMember, String> KEY = Field.one(
                    MEMBER, "key", FieldType.TEXT, m -> key(m.campaign(), m.party()))
            .asIndexed();

    /** How far it got. */
    public static final Field.One<CampaignMember, MemberStatus> STATUS =
            Field.one(MEMBER, "status", FieldType.enumOf(MemberStatus.class), CampaignMember::status);

    /** As of when it was put into the audience. */
    public static final Field.One<CampaignMember, Instant> TARGETED_AT =
            Field.one(MEMBER, "targetedAt", FieldType.INSTANT, CampaignMember::targetedAt);

    /** When it was sent. */
    public static final Field.One<CampaignMember, Instant> SENT_AT = step("sentAt", CampaignMember::sentAt);

    /** When it arrived. */
    public static final Field.One<CampaignMember, Instant> DELIVERED_AT =
            step("deliveredAt", CampaignMember::deliveredAt);

    /** When it was first opened. */
    public static final Field.One<CampaignMember, Instant> OPENED_AT = step("openedAt", CampaignMember::openedAt);

    /** When the member first responded. */
    public static final Field.One<CampaignMember, Instant> RESPONDED_AT =
            step("respondedAt", CampaignMember::respondedAt);

    /** When it came back. */
    public static final Field.One<CampaignMember, Instant> BOUNCED_AT = step("bouncedAt", CampaignMember::bouncedAt);

    /** When the member wanted no more. */
    public static final Field.One<CampaignMember, Instant> UNSUBSCRIBED_AT =
            step("unsubscribedAt", CampaignMember::unsubscribedAt);

    /** The segment out of which it came. */
    public static final Field.Reference<CampaignMember, SegmentId, Segment> SEGMENT = Field.reference(
            MEMBER, "segment", FieldType.id(SegmentId.class, SegmentId::new), Segment.class, CampaignMember::segment);

    /** The enquiry that its response became or touched. */
    public static final Field.Reference<CampaignMember, LeadId, Lead> LEAD =
            Field.reference(MEMBER, "lead", FieldType.id(LeadId.class, LeadId::new), Lead.class, CampaignMember::lead);

    /** By which codes a response is known as this member's; no two members share one. Whoever has one speaks for the member. */
    public static final Field.Many<CampaignMember, String> TRACKING_CODES = Field.many(
                    MEMBER, "trackingCodes", FieldType.TEXT, CampaignMember::trackingCodes)
            .asIndexed()
            .asPersonal();

    /** How other systems name it. */
    public static final Field.Many<CampaignMember, String> EXTERNAL_REFS = EntityType.externalRefs(MEMBER);

    /** All of them but the id. */
    public static final List<Field<CampaignMember, ?>> ALL = List.of(
            CAMPAIGN,
            PARTY,
            KEY,
            STATUS,
            TARGETED_AT,
            SENT_AT,
            DELIVERED_AT,
            OPENED_AT,
            RESPONDED_AT,
            BOUNCED_AT,
            UNSUBSCRIBED_AT,
            SEGMENT,
            LEAD,
            TRACKING_CODES,
            EXTERNAL_REFS);

    /** From a party to its memberships of campaigns, by the moment as of which it was targeted. */
    public static final Relation.Join<Customer, CampaignMember> CAMPAIGN_MEMBERSHIPS =
            Relation.join("campaignMemberships", CustomerFields.ID, PARTY).at(TARGETED_AT);

    private CampaignMemberFields() {}

    static String key(CampaignId campaign, CustomerId party) {
        return campaign.value() + ":" + party.value();
    }

    private static Field.One<CampaignMember, Instant> step(
            String name, Function<CampaignMember, Optional<Instant>> reader) {
        return Field.optional(MEMBER, name, FieldType.INSTANT, reader);
    }
}
