package org.sambandh.crm.pipeline;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.sambandh.crm.common.Brand;
import org.sambandh.crm.common.CustomerId;
import org.sambandh.crm.common.LeadId;
import org.sambandh.crm.common.Money;
import org.sambandh.crm.common.OpportunityId;
import org.sambandh.crm.common.PipelineId;
import org.sambandh.crm.common.ProductId;
import org.sambandh.crm.common.TeamId;
import org.sambandh.crm.common.UserId;
import org.sambandh.crm.customer.Customer;
import org.sambandh.crm.customer.CustomerFields;
import org.sambandh.crm.field.Field;
import org.sambandh.crm.field.FieldType;
import org.sambandh.crm.field.Relation;
import org.sambandh.crm.store.EntityType;
import org.sambandh.crm.team.Ownership;
import org.sambandh.crm.team.Team;
import org.sambandh.crm.team.User;

/** What can be asked of a deal, and set on it, by name. */
public final class OpportunityFields {

    private static final Class<Opportunity> DEAL = Opportunity.class;

    /** Its identity. */
    public static final Field.One<Opportunity, OpportunityId> ID =
            Field.one(DEAL, "id", FieldType.id(OpportunityId.class, OpportunityId::new), Opportunity::id);

    /** What it is called; often names the customer. */
    public static final Field.One<Opportunity, String> NAME = Field.one(DEAL, "name", FieldType.TEXT, Opportunity::name)
            .writtenBy((deal, name) ->
                    deal.toBuilder().name(name == null ? "" : name).build())
            .asPersonal();

    /** Who would buy. */
    public static final Field.Reference<Opportunity, CustomerId, Customer> CUSTOMER = Field.reference(
                    DEAL,
                    "customer",
                    FieldType.id(CustomerId.class, CustomerId::new),
                    Customer.class,
                    Opportunity::customer)
            .asIndexed()
            .writtenBy((deal, customer) -> deal.toBuilder().customer(customer).build());

    /** The pipeline it goes through. */
    public static final Field.Reference<Opportunity, PipelineId, Pipeline> PIPELINE = Field.reference(
                    DEAL,
                    "pipeline",
                    FieldType.id(PipelineId.class, PipelineId::new),
                    Pipeline.class,
                    deal -> Optional.of(deal.pipeline()))
            .asIndexed();

    /** The code of its stage. */
    public static final Field.One<Opportunity, String> STAGE =
            Field.one(DEAL, "stage", FieldType.TEXT, Opportunity::stage).asIndexed();

    /** When it entered its stage; missing where nobody knows. */
    public static final Field.One<Opportunity, Instant> STAGE_ENTERED_AT = Field.optional(
            DEAL, "stageEnteredAt", FieldType.INSTANT, deal -> deal.history().stageEnteredAt());

    /** How it stands. */
    public static final Field.One<Opportunity, OutcomeKind> OUTCOME = Field.one(
                    DEAL,
                    "outcome",
                    FieldType.enumOf(OutcomeKind.class),
                    deal -> deal.outcome().kind())
            .asIndexed();

    /** Whether it is still worked on. */
    public static final Field.One<Opportunity, Boolean> OPEN =
            Field.one(DEAL, "open", FieldType.BOOLEAN, Opportunity::isOpen);

    /** Its amount, net of tax. */
    public static final Field.One<Opportunity, Money> AMOUNT =
            Field.optional(DEAL, "amount", FieldType.MONEY, Opportunity::amount).writtenBy(Opportunity::changeAmount);

    /** The number of its amount, whatever the currency: for sorting and measuring where there is one currency. */
    public static final Field.One<Opportunity, BigDecimal> AMOUNT_VALUE =
            Field.one(DEAL, "amountValue", FieldType.number(3), OpportunityFields::plainAmount);

    /** The code of the currency of its amount. */
    public static final Field.One<Opportunity, String> CURRENCY = Field.optional(
            DEAL,
            "currency",
            FieldType.TEXT,
            deal -> deal.amount().map(amount -> amount.currency().getCurrencyCode()));

    /** How likely it is won, 0 to 1. Writing it sets it by hand; writing nothing follows the stage. */
    public static final Field.One<Opportunity, BigDecimal> PROBABILITY = Field.one(
                    DEAL, "probability", FieldType.number(4), Opportunity::probability)
            .writtenBy(
                    (deal, byHand) -> deal.toBuilder().probabilityByHand(byHand).build());

    /** The day on which it is expected to close. */
    public static final Field.One<Opportunity, LocalDate> EXPECTED_CLOSE = Field.optional(
                    DEAL, "expectedClose", FieldType.DATE, Opportunity::expectedClose)
            .asIndexed()
            .writtenBy((deal, day) -> deal.toBuilder().expectedClose(day).build());

    /** The local day of the latest close; missing while it is open. */
    public static final Field.One<Opportunity, LocalDate> CLOSED_ON = Field.optional(
                    DEAL, "closedOn", FieldType.DATE, Opportunity::closedOn)
            .asIndexed();

    /** When it was opened. */
    public static final Field.One<Opportunity, Instant> OPENED_AT = Field.one(
            DEAL, "openedAt", FieldType.INSTANT, deal -> deal.history().openedAt());

    /** The local day work with the customer began. */
    public static final Field.One<Opportunity, LocalDate> ENGAGED_ON = Field.one(
                    DEAL, "engagedOn", FieldType.DATE, deal -> deal.history().engagedOn())
            .writtenBy((deal, day) ->
                    deal.toBuilder().history(deal.history().engaged(day)).build());

    /** Calendar days from engaging to the latest close. */
    public static final Field.One<Opportunity, BigDecimal> DAYS_TO_CLOSE = Field.optional(
            DEAL,
            "daysToClose",
            FieldType.INTEGER,
            deal -> deal.history().daysToClose().map(BigDecimal::valueOf));

    /** The user who works on it. */
    public static final Field.Reference<Opportunity, UserId, User> OWNER_USER = Field.reference(
                    DEAL, "ownerUser", FieldType.id(UserId.class, UserId::new), User.class, OpportunityFields::user)
            .asIndexed()
            .writtenBy((deal, user) -> withOwner(deal, user, team(deal).orElse(null)));

    /** The team that works on it. */
    public static final Field.Reference<Opportunity, TeamId, Team> OWNER_TEAM = Field.reference(
                    DEAL, "ownerTeam", FieldType.id(TeamId.class, TeamId::new), Team.class, OpportunityFields::team)
            .asIndexed()
            .writtenBy((deal, team) -> withOwner(deal, user(deal).orElse(null), team));

    /** The products of its lines. */
    public static final Field.Many<Opportunity, ProductId> PRODUCTS = Field.many(
            DEAL,
            "products",
            FieldType.id(ProductId.class, ProductId::new),
            deal -> deal.lines().stream()
                    .map(Line::product)
                    .filter(Objects::nonNull)
                    .map(Objects::requireNonNull)
                    .distinct()
                    .toList());

    /** The parties with a part in it. */
    public static final Field.Many<Opportunity, CustomerId> STAKEHOLDERS = Field.many(
                    DEAL,
                    "stakeholders",
                    FieldType.id(CustomerId.class, CustomerId::new),
                    deal -> deal.stakeholders().stream()
                            .map(Stakeholder::party)
                            .distinct()
                            .toList())
            .asIndexed();

    /** Why it was lost. */
    public static final Field.One<Opportunity, String> LOST_REASON = Field.one(
            DEAL,
            "lostReason",
            FieldType.TEXT,
            deal -> deal.outcome() instanceof Outcome.Lost lost ? lost.reason() : null);

    /** Who won it instead. */
    public static final Field.One<Opportunity, String> COMPETITOR = Field.one(
            DEAL,
            "competitor",
            FieldType.TEXT,
            deal -> deal.outcome() instanceof Outcome.Lost lost ? lost.competitor() : null);

    /** Why it never was a deal. */
    public static final Field.One<Opportunity, VoidReason> VOID_REASON = Field.one(
            DEAL,
            "voidReason",
            FieldType.enumOf(VoidReason.class),
            deal -> deal.outcome() instanceof Outcome.Voided none ? none.reason() : null);

    /** Under which name it is sold. */
    public static final Field.One<Opportunity, Brand> BRAND = Field.optional(
                    DEAL, "brand", FieldType.code(Brand.class, Brand::new, Brand::code), Opportunity::brand)
            .writtenBy((deal, brand) -> deal.toBuilder().brand(brand).build());

    /** The enquiry it came from. */
    public static final Field.One<Opportunity, LeadId> LEAD = Field.optional(
                    DEAL, "lead", FieldType.id(LeadId.class, LeadId::new), Opportunity::lead)
            .asIndexed()
            .writtenBy((deal, lead) -> deal.toBuilder().lead(lead).build());

    /** How other systems name it. */
    public static final Field.Many<Opportunity, String> EXTERNAL_REFS = EntityType.externalRefs(DEAL);

    /** All of them but the id. */
    public static final List<Field<Opportunity, ?>> ALL = List.of(
            NAME,
            CUSTOMER,
            PIPELINE,
            STAGE,
            STAGE_ENTERED_AT,
            OUTCOME,
            OPEN,
            AMOUNT,
            AMOUNT_VALUE,
            CURRENCY,
            PROBABILITY,
            EXPECTED_CLOSE,
            CLOSED_ON,
            OPENED_AT,
            ENGAGED_ON,
            DAYS_TO_CLOSE,
            OWNER_USER,
            OWNER_TEAM,
            PRODUCTS,
            STAKEHOLDERS,
            LOST_REASON,
            COMPETITOR,
            VOID_REASON,
            BRAND,
            LEAD,
            EXTERNAL_REFS);

    /** The deals of a customer, by the instant they were opened. */
    public static final Relation.Join<Customer, Opportunity> OPPORTUNITIES =
            Relation.join("opportunities", CustomerFields.ID, CUSTOMER).at(OPENED_AT);

    /** The deals in which a party has a part, whoever buys. */
    public static final Relation.Join<Customer, Opportunity> STAKES =
            Relation.join("stakes", CustomerFields.ID, STAKEHOLDERS).at(OPENED_AT);

    private OpportunityFields() {}

    private static @Nullable BigDecimal plainAmount(Opportunity deal) {
        // A number field holds 18 digits, three of them behind the point.
        return deal.amount()
                .map(Money::amount)
                .filter(a -> a.precision() - a.scale() <= 15)
                .orElse(null);
    }

    private static Optional<UserId> user(Opportunity deal) {
        return deal.owner().map(Ownership::user);
    }

    private static Optional<TeamId> team(Opportunity deal) {
        return deal.owner().map(Ownership::team);
    }

    private static Opportunity withOwner(Opportunity deal, @Nullable UserId user, @Nullable TeamId team) {
        return deal.toBuilder()
                .owner(Ownership.ofNullable(user, team).orElse(null))
                .build();
    }
}
