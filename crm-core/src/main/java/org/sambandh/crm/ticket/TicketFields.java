package org.sambandh.crm.ticket;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.sambandh.crm.common.AssetId;
import org.sambandh.crm.common.CustomerId;
import org.sambandh.crm.common.Invalid;
import org.sambandh.crm.common.ProductId;
import org.sambandh.crm.common.ServicePolicyId;
import org.sambandh.crm.common.TeamId;
import org.sambandh.crm.common.Text;
import org.sambandh.crm.common.TicketId;
import org.sambandh.crm.common.UserId;
import org.sambandh.crm.customer.Customer;
import org.sambandh.crm.customer.CustomerFields;
import org.sambandh.crm.field.Field;
import org.sambandh.crm.field.FieldType;
import org.sambandh.crm.field.Relation;
import org.sambandh.crm.interaction.Body;
import org.sambandh.crm.product.Product;
import org.sambandh.crm.store.EntityType;
import org.sambandh.crm.team.Ownership;
import org.sambandh.crm.team.Team;
import org.sambandh.crm.team.User;

/** What can be asked of a ticket. Due times and outcomes are facts, so a condition on being late or old needs no clock. */
public final class TicketFields {

    /** Its identity. */
    public static final Field.One<Ticket, TicketId> ID =
            Field.one(Ticket.class, "id", FieldType.id(TicketId.class, TicketId::new), Ticket::id);

    /** The number people name; no two of a tenant share it. */
    public static final Field.One<Ticket, String> NUMBER =
            Field.one(Ticket.class, "number", FieldType.TEXT, Ticket::number).asIndexed();

    /** What it is about in one line. */
    public static final Field.One<Ticket, String> SUBJECT_LINE = Field.one(
                    Ticket.class, "subjectLine", FieldType.TEXT, Ticket::subjectLine)
            .asPersonal()
            .writtenBy((t, v) -> t.toBuilder().subjectLine(v).build());

    /** What was asked: the text, or where the file is. */
    public static final Field.One<Ticket, String> DESCRIPTION = Field.optional(
                    Ticket.class,
                    "description",
                    FieldType.TEXT,
                    t -> t.description().map(TicketFields::text))
            .asPersonal();

    /** The tenant's category. */
    public static final Field.One<Ticket, String> CATEGORY = Field.one(
                    Ticket.class,
                    "category",
                    FieldType.TEXT,
                    t -> t.classification().category())
            .asIndexed();

    /** The tenant's category within the category. */
    public static final Field.One<Ticket, String> SUBCATEGORY = Field.one(
            Ticket.class, "subcategory", FieldType.TEXT, t -> t.classification().subcategory());

    /** How many it hurts; 1 is the most. */
    public static final Field.One<Ticket, BigDecimal> IMPACT = Field.one(
            Ticket.class,
            "impact",
            FieldType.INTEGER,
            t -> number(t.classification().impact()));

    /** How soon it hurts; 1 is the soonest. */
    public static final Field.One<Ticket, BigDecimal> URGENCY = Field.one(
            Ticket.class,
            "urgency",
            FieldType.INTEGER,
            t -> number(t.classification().urgency()));

    /** How much it matters; 1 is the highest. */
    public static final Field.One<Ticket, BigDecimal> PRIORITY = Field.one(
            Ticket.class,
            "priority",
            FieldType.INTEGER,
            t -> number(t.classification().priority()));

    /** The code of its status in the tenant's list. */
    public static final Field.One<Ticket, String> STATUS =
            Field.one(Ticket.class, "status", FieldType.TEXT, t -> t.status().status());

    /** What its status means. */
    public static final Field.One<Ticket, TicketPhase> PHASE = Field.one(
                    Ticket.class,
                    "phase",
                    FieldType.enumOf(TicketPhase.class),
                    t -> t.status().phase())
            .asIndexed();

    /** Since when it is in its status. */
    public static final Field.One<Ticket, Instant> STATUS_SINCE = Field.one(
            Ticket.class, "statusSince", FieldType.INSTANT, t -> t.status().enteredAt());

    /** Whether something is left to do: neither solved nor closed. */
    public static final Field.One<Ticket, Boolean> OPEN =
            Field.one(Ticket.class, "open", FieldType.BOOLEAN, Ticket::isOpen).asIndexed();

    /** The user who is to solve it. */
    public static final Field.Reference<Ticket, UserId, User> OWNER_USER = Field.reference(
                    Ticket.class,
                    "ownerUser",
                    FieldType.id(UserId.class, UserId::new),
                    User.class,
                    t -> t.owner().map(Ownership::user))
            .asIndexed();

    /** The team that is to solve it. */
    public static final Field.Reference<Ticket, TeamId, Team> OWNER_TEAM = Field.reference(
                    Ticket.class,
                    "ownerTeam",
                    FieldType.id(TeamId.class, TeamId::new),
                    Team.class,
                    t -> t.owner().map(Ownership::team))
            .asIndexed();

    /** Whose ticket it is. */
    public static final Field.Reference<Ticket, CustomerId, Customer> CUSTOMER = Field.reference(
                    Ticket.class,
                    "customer",
                    FieldType.id(CustomerId.class, CustomerId::new),
                    Customer.class,
                    Ticket::customer)
            .asIndexed();

    /** Who asks on behalf of the customer. */
    public static final Field.Reference<Ticket, CustomerId, Customer> CONTACT = Field.reference(
                    Ticket.class,
                    "contact",
                    FieldType.id(CustomerId.class, CustomerId::new),
                    Customer.class,
                    Ticket::contact)
            .asIndexed();

    /** Customer and contact. */
    public static final Field.Many<Ticket, CustomerId> PARTIES = Field.many(
                    Ticket.class, "parties", FieldType.id(CustomerId.class, CustomerId::new), TicketFields::parties)
            .asIndexed();

    /** The product it is about. */
    public static final Field.Reference<Ticket, ProductId, Product> PRODUCT = Field.reference(
                    Ticket.class,
                    "product",
                    FieldType.id(ProductId.class, ProductId::new),
                    Product.class,
                    Ticket::product)
            .asIndexed();

    /** The installed asset it is about. */
    public static final Field.Reference<Ticket, AssetId, Asset> ASSET = Field.reference(
                    Ticket.class, "asset", FieldType.id(AssetId.class, AssetId::new), Asset.class, Ticket::asset)
            .asIndexed();

    /** When it was opened; its age is counted from here. */
    public static final Field.One<Ticket, Instant> OPENED_AT = Field.one(
                    Ticket.class, "openedAt", FieldType.INSTANT, Ticket::openedAt)
            .asIndexed();

    /** When somebody first answered. */
    public static final Field.One<Ticket, Instant> RESPONDED_AT =
            Field.optional(Ticket.class, "respondedAt", FieldType.INSTANT, Ticket::respondedAt);

    /** When it was solved; missing while it is open, and where it was closed without. */
    public static final Field.One<Ticket, Instant> SOLVED_AT =
            Field.optional(Ticket.class, "solvedAt", FieldType.INSTANT, Ticket::solvedAt);

    /** When it was closed. */
    public static final Field.One<Ticket, Instant> CLOSED_AT =
            Field.optional(Ticket.class, "closedAt", FieldType.INSTANT, Ticket::closedAt);

    /** Until when the answer is in time; missing where nothing is promised, and while the clock stands still in time. */
    public static final Field.One<Ticket, Instant> RESPONSE_DUE_AT = due("responseDueAt", ServiceGoal.FIRST_RESPONSE);

    /** Until when the solution is in time; missing where nothing is promised, and while the clock stands still in time. */
    public static final Field.One<Ticket, Instant> RESOLUTION_DUE_AT = due("resolutionDueAt", ServiceGoal.RESOLUTION);

    /** When the next promise is due that is not fulfilled yet, also if that time has passed. */
    public static final Field.One<Ticket, Instant> NEXT_DUE_AT = Field.optional(
                    Ticket.class,
                    "nextDueAt",
                    FieldType.INSTANT,
                    t -> t.serviceLevel().nextDueAt())
            .asIndexed();

    /** When the next step of escalation is due. */
    public static final Field.One<Ticket, Instant> NEXT_ESCALATION_AT = Field.one(
                    Ticket.class,
                    "nextEscalationAt",
                    FieldType.INSTANT,
                    t -> t.serviceLevel().nextEscalationAt())
            .asIndexed();

    /** How the promise of an answer ended; missing before. */
    public static final Field.One<Ticket, ServiceOutcome> RESPONSE_OUTCOME =
            outcome("responseOutcome", ServiceGoal.FIRST_RESPONSE);

    /** How the promise of a solution ended; missing before. */
    public static final Field.One<Ticket, ServiceOutcome> RESOLUTION_OUTCOME =
            outcome("resolutionOutcome", ServiceGoal.RESOLUTION);

    /** How all promises ended; missing before, and where nothing was promised. */
    public static final Field.One<Ticket, ServiceOutcome> SERVICE_OUTCOME = Field.optional(
            Ticket.class,
            "serviceOutcome",
            FieldType.enumOf(ServiceOutcome.class),
            t -> t.serviceLevel().outcome());

    /** The policy that promises. */
    public static final Field.One<Ticket, ServicePolicyId> SERVICE_POLICY = Field.one(
            Ticket.class,
            "servicePolicy",
            FieldType.id(ServicePolicyId.class, ServicePolicyId::new),
            t -> t.serviceLevel().policy());

    /** The code of the service rule that promises. */
    public static final Field.One<Ticket, String> SERVICE_RULE = Field.one(
            Ticket.class, "serviceRule", FieldType.TEXT, t -> t.serviceLevel().rule());

    /** The calendars of the policy by which its open clocks run. */
    public static final Field.Many<Ticket, String> CALENDARS =
            Field.many(Ticket.class, "calendars", FieldType.TEXT, TicketFields::calendars);

    /** The level it was raised to; 0 if it was not. */
    public static final Field.One<Ticket, BigDecimal> LEVEL = Field.one(
            Ticket.class,
            "level",
            FieldType.INTEGER,
            t -> number(t.serviceLevel().level()));

    /** How often it went from one owner to another. */
    public static final Field.One<Ticket, BigDecimal> REASSIGNMENTS =
            Field.one(Ticket.class, "reassignments", FieldType.INTEGER, t -> number(t.reassignments()));

    /** How often it was reopened. */
    public static final Field.One<Ticket, BigDecimal> REOPENS =
            Field.one(Ticket.class, "reopens", FieldType.INTEGER, t -> number(t.reopens()));

    /** The tenant's code for how it was solved. */
    public static final Field.One<Ticket, String> RESOLUTION_CODE = Field.optional(
                    Ticket.class, "resolutionCode", FieldType.TEXT, Ticket::resolutionCode)
            .writtenBy((t, v) -> t.toBuilder().resolutionCode(v).build());

    /** How other systems name it. */
    public static final Field.Many<Ticket, String> EXTERNAL_REFS = EntityType.externalRefs(Ticket.class);

    /** All of them but the id. */
    public static final List<Field<Ticket, ?>> ALL = List.of(
            NUMBER,
            SUBJECT_LINE,
            DESCRIPTION,
            CATEGORY,
            SUBCATEGORY,
            IMPACT,
            URGENCY,
            PRIORITY,
            STATUS,
            PHASE,
            STATUS_SINCE,
            OPEN,
            OWNER_USER,
            OWNER_TEAM,
            CUSTOMER,
            CONTACT,
            PARTIES,
            PRODUCT,
            ASSET,
            OPENED_AT,
            RESPONDED_AT,
            SOLVED_AT,
            CLOSED_AT,
            RESPONSE_DUE_AT,
            RESOLUTION_DUE_AT,
            NEXT_DUE_AT,
            NEXT_ESCALATION_AT,
            RESPONSE_OUTCOME,
            RESOLUTION_OUTCOME,
            SERVICE_OUTCOME,
            SERVICE_POLICY,
            SERVICE_RULE,
            CALENDARS,
            LEVEL,
            REASSIGNMENTS,
            REOPENS,
            RESOLUTION_CODE,
            EXTERNAL_REFS);

    /** The tickets of a party, its own and those it asks on behalf of others, by when they were opened. */
    public static final Relation.Join<Customer, Ticket> TICKETS =
            Relation.join("tickets", CustomerFields.ID, PARTIES).at(OPENED_AT);

    /** The tickets about an asset, by when they were opened. */
    public static final Relation.Join<Asset, Ticket> ASSET_TICKETS =
            Relation.join("tickets", AssetFields.ID, ASSET).at(OPENED_AT);

    /** The code of the status of a stay. */
    public static final Field.One<StatusVisit, String> VISIT_STATUS =
            Field.one(StatusVisit.class, "status", FieldType.TEXT, StatusVisit::status);

    /** What the status of a stay meant. */
    public static final Field.One<StatusVisit, TicketPhase> VISIT_PHASE =
            Field.one(StatusVisit.class, "phase", FieldType.enumOf(TicketPhase.class), StatusVisit::phase);

    /** When a stay began. */
    public static final Field.One<StatusVisit, Instant> VISIT_ENTERED_AT =
            Field.one(StatusVisit.class, "enteredAt", FieldType.INSTANT, StatusVisit::enteredAt);

    /** When a stay ended; missing while it lasts. */
    public static final Field.One<StatusVisit, Instant> VISIT_LEFT_AT =
            Field.one(StatusVisit.class, "leftAt", FieldType.INSTANT, StatusVisit::leftAt);

    /** The stays of a ticket in statuses, by when they began. */
    public static final Relation.Parts<Ticket, StatusVisit> VISITS = Relation.parts(
                    "visits", Ticket.class, StatusVisit.class, Ticket::history)
            .at(VISIT_ENTERED_AT);

    static final List<Field<StatusVisit, ?>> VISIT =
            List.of(VISIT_STATUS, VISIT_PHASE, VISIT_ENTERED_AT, VISIT_LEFT_AT);

    private TicketFields() {}

    static Set<CustomerId> parties(Ticket ticket) {
        Set<CustomerId> parties = new LinkedHashSet<>();
        ticket.customer().ifPresent(parties::add);
        ticket.contact().ifPresent(parties::add);
        return parties;
    }

    private static Set<String> calendars(Ticket ticket) {
        Set<String> names = new LinkedHashSet<>();
        for (ServiceGoal goal : ServiceGoal.values()) {
            ticket.serviceLevel()
                    .clock(goal)
                    .filter(ServiceClock::isOpen)
                    .flatMap(clock -> Optional.ofNullable(clock.calendar()))
                    .ifPresent(names::add);
        }
        return names;
    }

    private static Field.One<Ticket, Instant> due(String name, ServiceGoal goal) {
        return Field.optional(
                Ticket.class,
                name,
                FieldType.INSTANT,
                t -> t.serviceLevel().clock(goal).flatMap(clock -> Optional.ofNullable(clock.dueAt())));
    }

    private static Field.One<Ticket, ServiceOutcome> outcome(String name, ServiceGoal goal) {
        return Field.optional(
                Ticket.class,
                name,
                FieldType.enumOf(ServiceOutcome.class),
                t -> t.serviceLevel().clock(goal).flatMap(clock -> Optional.ofNullable(clock.outcome())));
    }

    /** A body is kept as it came; conditions see it as text, and as missing where it cannot be one. */
    private static @Nullable String text(Body body) {
        String came = body instanceof Body.Text text
                ? text.text()
                : ((Body.File) body).file().locator();
        try {
            return Text.of("ticket.description", came);
        } catch (Invalid e) {
            return null;
        }
    }

    private static @Nullable BigDecimal number(@Nullable Integer value) {
        return value == null ? null : BigDecimal.valueOf(value);
    }
}
