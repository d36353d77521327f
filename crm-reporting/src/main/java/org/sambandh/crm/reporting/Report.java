package org.sambandh.crm.reporting;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.sambandh.crm.common.Invalid;
import org.sambandh.crm.condition.Condition;
import org.sambandh.crm.condition.Conditions;

/**
 * A report as data: what is looked at, by what it is told apart, what is measured. Immutable; {@link Reports} runs it,
 * {@link ReportJson} stores it. Start with {@link #of} and add to it:
 *
 * <pre>{@code
 * Report.of("deals-by-owner", Label.of("Deals by owner"), Opportunity.class)
 *         .by(Dimension.of(OpportunityFields.OWNER_USER))
 *         .measuring(ReportMeasure.count("deals"))
 *         .sortedBy("deals", true)
 *         .top(10);
 * }</pre>
 *
 * @param name what hosts call it: letters, digits, dots, - and _
 * @param title what it is called
 * @param subject the class of the subject: an entity with a repository of its own
 * @param filter what must hold of a subject to be looked at
 * @param dimensions by what rows are told apart, 0 to 3; none gives one row
 * @param measures what is measured, 1 to 30
 * @param sorts the order of the rows, most significant first; ties, and rows without a sort, stand in the order of the
 *     dimensions
 * @param top how many rows to show, 1 to 10,000, the rest being one row; 0 for all of them
 * @param currency what becomes of amounts in several currencies
 * @param chart how the result is best drawn; names dimensions and measures
 * @param <S> the subject
 */
public record Report<S>(
        String name,
        Label title,
        Class<S> subject,
        Condition<S> filter,
        List<Dimension<S>> dimensions,
        List<ReportMeasure<S>> measures,
        List<Sort> sorts,
        int top,
        CurrencyPolicy<S> currency,
        Chart chart)
        implements Tabulation {

    private static final int MAX_MEASURES = 30;
    private static final int MAX_DIMENSIONS = 3;
    private static final int MAX_TOP = 10_000;

    /**
     * Checks that the parts fit each other.
     *
     * @param name what hosts call it: letters, digits, dots, - and _
     * @param title what it is called
     * @param subject the class of the subject: an entity with a repository of its own
     * @param filter what must hold of a subject to be looked at
     * @param dimensions by what rows are told apart, 0 to 3; none gives one row
     * @param measures what is measured, 1 to 30
     * @param sorts the order of the rows, most significant first; ties, and rows without a sort, stand in the order of
     *     the dimensions
     * @param top how many rows to show, 1 to 10,000, the rest being one row; 0 for all of them
     * @param currency what becomes of amounts in several currencies
     * @param chart how the result is best drawn; names dimensions and measures
     * @throws Invalid naming the part that is too many, stands twice or names nothing
     */
    public Report {
        name = Names.checked("report.name", name);
        dimensions = List.copyOf(dimensions);
        measures = List.copyOf(measures);
        sorts = List.copyOf(sorts);
        if (dimensions.size() > MAX_DIMENSIONS) {
            throw new Invalid("report.dimensions", "at most " + MAX_DIMENSIONS + ", found " + dimensions.size());
        }
        if (measures.size() > MAX_MEASURES) {
            throw new Invalid("report.measures", "at most " + MAX_MEASURES + ", found " + measures.size());
        }
        if (top < 0 || top > MAX_TOP) {
            throw new Invalid("report.top", "0 for all rows, or 1 to " + MAX_TOP + ", found " + top);
        }
        Set<String> names = new HashSet<>();
        for (int i = 0; i < dimensions.size(); i++) {
            addTo(names, "report.dimensions[" + i + "].name", dimensions.get(i).name());
        }
        Set<String> measured = new HashSet<>();
        for (int i = 0; i < measures.size(); i++) {
            addTo(names, "report.measures[" + i + "].name", measures.get(i).name());
            measured.add(measures.get(i).name());
        }
        for (int i = 0; i < sorts.size(); i++) {
            known(names, "report.sort[" + i + "].by", sorts.get(i).by());
        }
        if (chart.kind() != Chart.Kind.TABLE) {
            known(names, "report.chart.across", chart.across());
            for (int i = 0; i < chart.series().size(); i++) {
                known(measured, "report.chart.series[" + i + "]", chart.series().get(i));
            }
        }
    }

    /**
     * Returns a report over all subjects, still without measures.
     *
     * @param name what hosts call it
     * @param title what it is called
     * @param subject the class of the subject
     * @param <S> the subject
     * @return the report
     * @throws Invalid if the name is none
     */
    public static <S> Report<S> of(String name, Label title, Class<S> subject) {
        return new Report<>(
                name,
                title,
                subject,
                Conditions.always(),
                List.of(),
                List.of(),
                List.of(),
                0,
                new CurrencyPolicy.Each<>(),
                Chart.TABLE);
    }

    /**
     * Returns this report under another title.
     *
     * @param words what it is called
     * @return the report
     */
    public Report<S> titled(Label words) {
        return new Report<>(name, words, subject, filter, dimensions, measures, sorts, top, currency, chart);
    }

    /**
     * Returns this report over the subjects of which a condition holds.
     *
     * @param condition what must hold, in place of what had to before
     * @return the report
     */
    public Report<S> where(Condition<S> condition) {
        return new Report<>(name, title, subject, condition, dimensions, measures, sorts, top, currency, chart);
    }

    /**
     * Returns this report with one more dimension.
     *
     * @param dimension by what rows are told apart
     * @return the report
     * @throws Invalid if its name is taken, or there are three
     */
    public Report<S> by(Dimension<S> dimension) {
        return new Report<>(
                name, title, subject, filter, and(dimensions, dimension), measures, sorts, top, currency, chart);
    }

    /**
     * Returns this report with one more measure.
     *
     * @param measure what is measured
     * @return the report
     * @throws Invalid if its name is taken, or there are thirty
     */
    public Report<S> measuring(ReportMeasure<S> measure) {
        return new Report<>(
                name, title, subject, filter, dimensions, and(measures, measure), sorts, top, currency, chart);
    }

    /**
     * Returns this report sorted by one more column.
     *
     * @param column the name of a dimension or measure
     * @param descending whether the largest comes first
     * @return the report
     * @throws Invalid if there is no such dimension or measure
     */
    public Report<S> sortedBy(String column, boolean descending) {
        return new Report<>(
                name,
                title,
                subject,
                filter,
                dimensions,
                measures,
                and(sorts, new Sort(column, descending)),
                top,
                currency,
                chart);
    }

    /**
     * Returns this report with the first rows only, the rest being one row.
     *
     * @param rows how many, 1 to 10,000; 0 for all of them
     * @return the report
     * @throws Invalid if there are too many
     */
    public Report<S> top(int rows) {
        return new Report<>(name, title, subject, filter, dimensions, measures, sorts, rows, currency, chart);
    }

    /**
     * Returns this report with another policy for currencies.
     *
     * @param policy what becomes of amounts in several currencies
     * @return the report
     */
    public Report<S> in(CurrencyPolicy<S> policy) {
        return new Report<>(name, title, subject, filter, dimensions, measures, sorts, top, policy, chart);
    }

    /**
     * Returns this report drawn in another way.
     *
     * @param kind the drawing
     * @param across the name of the dimension that gives the places
     * @param series the names of the measures drawn
     * @return the report
     * @throws Invalid if there is no such dimension or measure
     */
    public Report<S> drawnAs(Chart.Kind kind, String across, String... series) {
        Chart drawing = new Chart(kind, across, List.of(series));
        return new Report<>(name, title, subject, filter, dimensions, measures, sorts, top, currency, drawing);
    }

    private static <E> List<E> and(List<E> some, E more) {
        List<E> all = new ArrayList<>(some);
        all.add(more);
        return all;
    }

    private static void addTo(Set<String> names, String path, String name) {
        if (!names.add(name)) {
            throw new Invalid(path, "two columns named '" + name + "'");
        }
    }

    private static void known(Set<String> names, String path, String name) {
        if (!names.contains(name)) {
            throw new Invalid(path, "no dimension or measure of that name; known are " + names);
        }
    }
}
