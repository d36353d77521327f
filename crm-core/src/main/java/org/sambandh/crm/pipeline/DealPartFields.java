package org.sambandh.crm.pipeline;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.sambandh.crm.common.CustomerId;
import org.sambandh.crm.common.Money;
import org.sambandh.crm.common.ProductId;
import org.sambandh.crm.field.Field;
import org.sambandh.crm.field.FieldType;
import org.sambandh.crm.field.Relation;

/** What can be asked of the parts inside a deal: its lines, its stays in stages, its parties. */
public final class DealPartFields {

    /** The product of a line. */
    public static final Field.One<Line, ProductId> LINE_PRODUCT =
            Field.one(Line.class, "product", FieldType.id(ProductId.class, ProductId::new), Line::product);

    /** How much, in the unit of the line. */
    public static final Field.One<Line, BigDecimal> LINE_QUANTITY = Field.one(
            Line.class, "quantity", FieldType.number(9), line -> line.quantity().amount());

    /** The total of a line; missing without a price. */
    public static final Field.One<Line, Money> LINE_TOTAL =
            Field.optional(Line.class, "total", FieldType.MONEY, Line::total);

    /** Whether a line is paid again and again. */
    public static final Field.One<Line, Boolean> LINE_RECURRING =
            Field.one(Line.class, "recurring", FieldType.BOOLEAN, line -> line.billing() instanceof Billing.Recurring);

    /** The code of the stage of a stay. */
    public static final Field.One<StageVisit, String> VISIT_STAGE =
            Field.one(StageVisit.class, "stage", FieldType.TEXT, StageVisit::stage);

    /** When a stay began; missing where nobody knows. */
    public static final Field.One<StageVisit, Instant> VISIT_ENTERED_AT =
            Field.one(StageVisit.class, "enteredAt", FieldType.INSTANT, StageVisit::enteredAt);

    /** When a stay ended; missing while it lasts. */
    public static final Field.One<StageVisit, Instant> VISIT_LEFT_AT =
            Field.one(StageVisit.class, "leftAt", FieldType.INSTANT, StageVisit::leftAt);

    /** A party. */
    public static final Field.One<Stakeholder, CustomerId> STAKEHOLDER_PARTY =
            Field.one(Stakeholder.class, "party", FieldType.id(CustomerId.class, CustomerId::new), Stakeholder::party);

    /** The part a party has. */
    public static final Field.One<Stakeholder, String> STAKEHOLDER_ROLE =
            Field.one(Stakeholder.class, "role", FieldType.TEXT, Stakeholder::role);

    /** Whether a party is the one to call first. */
    public static final Field.One<Stakeholder, Boolean> STAKEHOLDER_PRIMARY =
            Field.one(Stakeholder.class, "primary", FieldType.BOOLEAN, Stakeholder::primary);

    /** The lines of a deal. */
    public static final Relation.Parts<Opportunity, Line> LINES =
            Relation.parts("lines", Opportunity.class, Line.class, Opportunity::lines);

    /** The stays of a deal in stages, by when they began. */
    public static final Relation.Parts<Opportunity, StageVisit> VISITS = Relation.parts(
                    "visits",
                    Opportunity.class,
                    StageVisit.class,
                    deal -> deal.history().visits())
            .at(VISIT_ENTERED_AT);

    /** The parties with a part in a deal. */
    public static final Relation.Parts<Opportunity, Stakeholder> PARTIES =
            Relation.parts("parties", Opportunity.class, Stakeholder.class, Opportunity::stakeholders);

    static final List<Field<Line, ?>> LINE = List.of(LINE_PRODUCT, LINE_QUANTITY, LINE_TOTAL, LINE_RECURRING);

    static final List<Field<StageVisit, ?>> VISIT = List.of(VISIT_STAGE, VISIT_ENTERED_AT, VISIT_LEFT_AT);

    static final List<Field<Stakeholder, ?>> STAKEHOLDER =
            List.of(STAKEHOLDER_PARTY, STAKEHOLDER_ROLE, STAKEHOLDER_PRIMARY);

    private DealPartFields() {}
}
