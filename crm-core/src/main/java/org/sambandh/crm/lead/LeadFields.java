package org.sambandh.crm.lead;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.sambandh.crm.common.Brand;
import org.sambandh.crm.common.CampaignId;
import org.sambandh.crm.common.CustomerId;
import org.sambandh.crm.common.LeadId;
import org.sambandh.crm.common.ProductId;
import org.sambandh.crm.common.TeamId;
import org.sambandh.crm.common.UserId;
import org.sambandh.crm.customer.Customer;
import org.sambandh.crm.customer.CustomerFields;
import org.sambandh.crm.field.Field;
import org.sambandh.crm.field.FieldType;
import org.sambandh.crm.field.Relation;
import org.sambandh.crm.interaction.Interaction;
import org.sambandh.crm.interaction.InteractionFields;
import org.sambandh.crm.store.EntityType;
import org.sambandh.crm.team.Ownership;
import org.sambandh.crm.team.Team;
import org.sambandh.crm.team.User;

/** What can be asked of an enquiry, and the relation that leads from a party to its enquiries. */
public final class LeadFields {

    private static final Class<Lead> LEAD = Lead.class;
    private static final FieldType<CustomerId> PARTY = CustomerFields.ID_TYPE;

    /** Its identity. */
    public static final Field.One<Lead, LeadId> ID =
            Field.one(LEAD, "id", FieldType.id(LeadId.class, LeadId::new), Lead::id);

    /** The person who asks. */
    public static final Field.Reference<Lead, CustomerId, Customer> PERSON =
            Field.reference(LEAD, "person", PARTY, Customer.class, Lead::person).asIndexed();

    /** The organisation that asks. */
    public static final Field.Reference<Lead, CustomerId, Customer> ORGANIZATION = Field.reference(
                    LEAD, "organization", PARTY, Customer.class, Lead::organization)
            .asIndexed();

    /** Person and organisation. */
    public static final Field.Many<Lead, CustomerId> PARTIES =
            Field.many(LEAD, "parties", PARTY, Lead::parties).asIndexed();

    /** Who introduced them. */
    public static final Field.Reference<Lead, CustomerId, Customer> INTRODUCED_BY = Field.reference(
                    LEAD, "introducedBy", PARTY, Customer.class, Lead::introducedBy)
            .asIndexed();

    /** The code of its status. */
    public static final Field.One<Lead, String> STATUS = Field.one(
                    LEAD, "status", FieldType.TEXT, lead -> lead.status().code())
            .asIndexed();

    /** What its status means. */
    public static final Field.One<Lead, LeadPhase> PHASE = Field.one(
                    LEAD,
                    "phase",
                    FieldType.enumOf(LeadPhase.class),
                    lead -> lead.status().phase())
            .asIndexed();

    /** Why it is in that status. */
    public static final Field.One<Lead, String> STATUS_REASON =
            Field.optional(LEAD, "statusReason", FieldType.TEXT, Lead::statusReason);

    /** Whether it is still worked on. */
    public static final Field.One<Lead, Boolean> OPEN = Field.one(LEAD, "open", FieldType.BOOLEAN, Lead::isOpen);

    /** Who sent it here first. */
    public static final Field.One<Lead, String> ORIGIN_SOURCE =
            text("originSource", lead -> lead.firstOrigin().source());

    /** By which way it came first. */
    public static final Field.One<Lead, String> ORIGIN_MEDIUM =
            text("originMedium", lead -> lead.firstOrigin().medium());

    /** The campaign that brought it first. */
    public static final Field.One<Lead, CampaignId> ORIGIN_CAMPAIGN = Field.one(
                    LEAD,
                    "originCampaign",
                    FieldType.id(CampaignId.class, CampaignId::new),
                    lead -> lead.firstOrigin().campaign())
            .asIndexed();

    /** Who sent it here most lately. */
    public static final Field.One<Lead, String> LATEST_SOURCE =
            text("latestSource", lead -> lead.latestOrigin().source());

    /** By which way it came most lately. */
    public static final Field.One<Lead, String> LATEST_MEDIUM =
            text("latestMedium", lead -> lead.latestOrigin().medium());

    /** For which campaign it came most lately. */
    public static final Field.One<Lead, CampaignId> LATEST_CAMPAIGN = Field.one(
                    LEAD,
                    "latestCampaign",
                    FieldType.id(CampaignId.class, CampaignId::new),
                    lead -> lead.latestOrigin().campaign())
            .asIndexed();

    /** The product of interest. */
    public static final Field.One<Lead, ProductId> PRODUCT_OF_INTEREST = Field.optional(
                    LEAD, "productOfInterest", FieldType.id(ProductId.class, ProductId::new), Lead::product)
            .asIndexed()
            .writtenBy((lead, product) -> lead.toBuilder().product(product).build());

    /** The product of interest in words. */
    public static final Field.One<Lead, String> PRODUCT_TEXT = Field.optional(
                    LEAD, "productText", FieldType.TEXT, Lead::productText)
            .asPersonal()
            .writtenBy((lead, text) -> lead.toBuilder().productText(text).build());

    /** Under which name it was asked. */
    public static final Field.One<Lead, Brand> BRAND = Field.optional(
                    LEAD, "brand", FieldType.code(Brand.class, Brand::new, Brand::code), Lead::brand)
            .writtenBy((lead, brand) -> lead.toBuilder().brand(brand).build());

    /** When it first arrived. */
    public static final Field.One<Lead, Instant> RECEIVED_AT =
            Field.one(LEAD, "receivedAt", FieldType.INSTANT, Lead::receivedAt).asIndexed();

    /** When it arrived most lately. */
    public static final Field.One<Lead, Instant> LAST_TOUCH_AT =
            Field.one(LEAD, "lastTouchAt", FieldType.INSTANT, Lead::lastTouchAt);

    /** The items of its checklist that hold. */
    public static final Field.Many<Lead, String> CHECKED = Field.many(
            LEAD,
            "checked",
            FieldType.TEXT,
            lead -> lead.qualification().checks().stream()
                    .map(Qualification.Check::item)
                    .toList());

    /** The user who answers for it. */
    public static final Field.Reference<Lead, UserId, User> OWNER_USER = Field.reference(
                    LEAD,
                    "ownerUser",
                    FieldType.id(UserId.class, UserId::new),
                    User.class,
                    lead -> lead.ownership().map(Ownership::user))
            .asIndexed()
            .writtenBy((lead, user) -> lead.assign(Ownership.ofNullable(
                            user, lead.ownership().map(Ownership::team).orElse(null))
                    .orElse(null)));

    /** The team that answers for it. */
    public static final Field.Reference<Lead, TeamId, Team> OWNER_TEAM = Field.reference(
                    LEAD,
                    "ownerTeam",
                    FieldType.id(TeamId.class, TeamId::new),
                    Team.class,
                    lead -> lead.ownership().map(Ownership::team))
            .asIndexed()
            .writtenBy((lead, team) -> lead.assign(
                    Ownership.ofNullable(lead.ownership().map(Ownership::user).orElse(null), team)
                            .orElse(null)));

    /** The keys under which its arrivals were delivered. */
    public static final Field.Many<Lead, String> IDEMPOTENCY_KEYS = Field.many(
                    LEAD,
                    "idempotencyKeys",
                    FieldType.TEXT,
                    lead -> lead.touches().stream()
                            .map(Touch::idempotencyKey)
                            .filter(Objects::nonNull)
                            .map(Objects::requireNonNull)
                            .toList())
            .asIndexed();

    /** How other systems name it. */
    public static final Field.Many<Lead, String> EXTERNAL_REFS = EntityType.externalRefs(LEAD);

    /** All of them but the id. */
    public static final List<Field<Lead, ?>> ALL = List.of(
            PERSON,
            ORGANIZATION,
            PARTIES,
            INTRODUCED_BY,
            STATUS,
            PHASE,
            STATUS_REASON,
            OPEN,
            ORIGIN_SOURCE,
            ORIGIN_MEDIUM,
            ORIGIN_CAMPAIGN,
            LATEST_SOURCE,
            LATEST_MEDIUM,
            LATEST_CAMPAIGN,
            PRODUCT_OF_INTEREST,
            PRODUCT_TEXT,
            BRAND,
            RECEIVED_AT,
            LAST_TOUCH_AT,
            CHECKED,
            OWNER_USER,
            OWNER_TEAM,
            IDEMPOTENCY_KEYS,
            EXTERNAL_REFS);

    /** The enquiries of a party, by when they first arrived. */
    public static final Relation.Join<Customer, Lead> LEADS =
            Relation.join("leads", CustomerFields.ID, PARTIES).at(RECEIVED_AT);

    /** What was said with the person who asks, by when it happened: before this enquiry and about other matters too. */
    public static final Relation.Join<Lead, Interaction> INTERACTIONS =
            Relation.join("interactions", PERSON, InteractionFields.PARTIES).at(InteractionFields.OCCURRED_AT);

    private LeadFields() {}

    private static Field.One<Lead, String> text(String name, Function<Lead, @Nullable String> reader) {
        return Field.optional(LEAD, name, FieldType.TEXT, lead -> Optional.ofNullable(reader.apply(lead)));
    }
}
