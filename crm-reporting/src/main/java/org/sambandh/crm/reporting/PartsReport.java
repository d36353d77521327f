package org.sambandh.crm.reporting;

import java.util.function.UnaryOperator;
import org.sambandh.crm.common.Invalid;
import org.sambandh.crm.condition.Condition;
import org.sambandh.crm.field.Relation;

/**
 * A report whose subject is not an entity but what stands inside one: the lines of purchases by their product. A field of several
 * values is no dimension, because an entity would stand in several rows; its parts each stand in one. Figures are always
 * made in memory, by reading every entity that passes once.
 *
 * <pre>{@code
 * new PartsReport<>(
 *         PurchaseFields.LINES,
 *         Conditions.where(PurchaseFields.VALID, Tests.is(true)),
 *         Report.of("lines", Label.of("Lines sold"), PurchaseLine.class)
 *                 .by(Dimension.of(PurchaseFields.LINE_PRODUCT))
 *                 .measuring(ReportMeasure.sum("total", PurchaseFields.LINE_TOTAL)));
 * }</pre>
 *
 * @param parts leads from the entity to its parts
 * @param within what must hold of the entity
 * @param report what is looked at in the parts, with their fields only; its name and title are those of the whole
 * @param <P> the entity
 * @param <S> one part
 */
public record PartsReport<P, S>(Relation.Parts<P, S> parts, Condition<P> within, Report<S> report)
        implements Tabulation {

    /**
     * Checks that the report is over the parts.
     *
     * @param parts leads from the entity to its parts
     * @param within what must hold of the entity
     * @param report what is looked at in the parts, with their fields only; its name and title are those of the whole
     * @throws Invalid if the subject of the report is something else
     */
    public PartsReport {
        if (!report.subject().equals(parts.fact())) {
            throw new Invalid("report.subject", "the parts that '" + parts.name() + "' leads to");
        }
    }

    @Override
    public String name() {
        return report.name();
    }

    @Override
    public Label title() {
        return report.title();
    }

    /**
     * Returns this report with another one over the parts: {@code change(report -> report.top(10))}.
     *
     * @param change makes it of the one there is
     * @return the report
     */
    public PartsReport<P, S> change(UnaryOperator<Report<S>> change) {
        return new PartsReport<>(parts, within, change.apply(report));
    }

    /**
     * Returns this report over the parts of other entities.
     *
     * @param condition what must hold of an entity, in place of what had to before
     * @return the report
     */
    public PartsReport<P, S> within(Condition<P> condition) {
        return new PartsReport<>(parts, condition, report);
    }
}
